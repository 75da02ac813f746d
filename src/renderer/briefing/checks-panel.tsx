import type { LexicalEditor } from "lexical";
import { useEffect, useState } from "react";

import type { Briefing, Finding } from "#contract/briefing";

import { useRequest } from "../state/requests.tsx";
import { messageOf } from "../state/use-command.ts";
import { announce, select, showFailure } from "../state/workbench.ts";
import { registerChecks } from "./checks-control.ts";
import { $selectPlace } from "./editor/select-place.ts";
import { FindingItem } from "./finding-item.tsx";
import { goToNode } from "./go-to-node.ts";
import { StandardsChecklist } from "./standards-checklist.tsx";

import styles from "./side-panel.module.css";

/** What to look at before the briefing leaves, each with a way to it, and the checklist of the standards. */
export function ChecksPanel(properties: {
  briefing: Briefing;
  editor: LexicalEditor;
  ticked: readonly number[];
  onTick: (ticked: readonly number[]) => void;
  fix: (finding: Finding) => Promise<void>;
}) {
  const { briefing, editor, ticked, onTick, fix } = properties;
  const { data, error } = useRequest("briefing.check", { briefingId: briefing.id });
  const findings = data?.findings ?? [];
  // Where among the findings the analyst is; the next one takes the place of one that was put right.
  const [at, setAt] = useState<number | null>(null);
  const current = at === null || findings.length === 0 ? -1 : Math.min(at, findings.length - 1);

  const show = (index: number) => {
    const finding = findings[index];
    if (finding === undefined) {
      return;
    }
    setAt(index);
    if (finding.claimId !== null) {
      select({ kind: "claim", claimId: finding.claimId });
    }
    const { place } = finding;
    if (place !== null && !goToNode(editor, () => $selectPlace(place))) {
      announce("That place has changed since");
    } else {
      announce(finding.message);
    }
  };
  const putRight = (index: number) => {
    const finding = findings[index];
    if (finding === undefined) {
      announce("Go to a finding first");
    } else if (finding.fix === null) {
      announce("This is for you to write: nothing can put it right by itself");
    } else {
      setAt(index);
      fix(finding).catch((reason: unknown) => showFailure(messageOf(reason)));
    }
  };
  useEffect(() =>
    registerChecks({
      step: (by) => {
        if (findings.length === 0) {
          announce("Nothing to look at");
          return;
        }
        const next = current === -1 ? (by === 1 ? 0 : -1) : current + by;
        show((next + findings.length) % findings.length);
      },
      fix: () => putRight(current),
    }),
  );

  return (
    <aside className={styles.side} aria-label="Checks">
      <h2 className={styles.title}>Checks</h2>
      {error !== null && <p className={styles.hint}>{error.message}</p>}
      {data === undefined ? (
        <p className={styles.hint}>Checking</p>
      ) : (
        <>
          <p className={styles.verdict} data-ok={data.mayLeave ? "" : undefined} role="status">
            {verdictOf(data)}
          </p>
          {findings.length > 0 && (
            <p className={styles.hint}>
              <kbd>F8</kbd> next, <kbd>Shift F8</kbd> back
            </p>
          )}
          <ul className={styles.findings} aria-label="Findings">
            {findings.map((finding, index) => (
              <FindingItem
                key={`${finding.rule} ${JSON.stringify(finding.place)} ${finding.message}`}
                finding={finding}
                isCurrent={index === current}
                onShow={() => show(index)}
                onFix={() => putRight(index)}
              />
            ))}
          </ul>
        </>
      )}
      <StandardsChecklist ticked={ticked} onTick={onTick} />
    </aside>
  );
}

/** "Every quote is verified", or how many are not. */
export function verdictOf(check: { quoteCount: number; verifiedCount: number }): string {
  const { quoteCount, verifiedCount } = check;
  if (quoteCount === verifiedCount) {
    return quoteCount === 0 ? "No quote is cited yet" : "Every quote is verified";
  }
  const missing = quoteCount - verifiedCount;
  return missing === 1 ? "1 quote is not verified" : `${missing} quotes are not verified`;
}
