import type { LexicalEditor } from "lexical";

import { tradecraftStandards } from "#contract/briefing";
import type { Briefing, Finding, FindingFix } from "#contract/briefing";

import { useRequest } from "../state/requests.tsx";
import { messageOf } from "../state/use-command.ts";
import { announce, select, showFailure } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { $selectPlace } from "./editor/select-place.ts";
import { goToNode } from "./go-to-node.ts";

import styles from "./side-panel.module.css";

/** What to look at before the briefing leaves, each with a way to it, and the checklist of the standards. */
export function ChecksPanel(properties: {
  briefing: Briefing;
  editor: LexicalEditor;
  ticked: readonly number[];
  onTick: (ticked: readonly number[]) => void;
  fix: (finding: Finding) => Promise<void>;
}) {
  const { briefing, editor, ticked } = properties;
  const { data, error } = useRequest("briefing.check", { briefingId: briefing.id });
  const show = ({ place, claimId }: Finding) => {
    if (claimId !== null) {
      select({ kind: "claim", claimId });
    }
    if (place !== null && !goToNode(editor, () => $selectPlace(place))) {
      announce("That place has changed since");
    }
  };
  const putRight = (finding: Finding) => {
    properties.fix(finding).catch((reason: unknown) => showFailure(messageOf(reason)));
  };
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
          <ul className={styles.findings} aria-label="Findings">
            {data.findings.map((finding) => (
              <li
                key={`${finding.rule} ${JSON.stringify(finding.place)} ${finding.message}`}
                className={styles.finding}
                data-blocks={finding.rule === "unverified quote" ? "" : undefined}
              >
                <p className={styles.rule}>
                  {finding.rule === "unverified quote"
                    ? `${finding.rule}: keeps the briefing from leaving`
                    : finding.rule}
                </p>
                <p dir="auto">{finding.message}</p>
                <div className={styles.buttons}>
                  {finding.place !== null && (
                    <Button label="Go there" onPress={() => show(finding)} />
                  )}
                  {finding.fix !== null && (
                    <Button label={nameOfFix(finding.fix)} onPress={() => putRight(finding)} />
                  )}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      <fieldset className={styles.standards}>
        <legend className={styles.title}>Tradecraft standards (ICD 203)</legend>
        {tradecraftStandards.map(({ number, words }) => (
          <label key={number} className={styles.standard}>
            <input
              type="checkbox"
              checked={ticked.includes(number)}
              onChange={({ target }) =>
                properties.onTick(
                  target.checked
                    ? [...ticked, number].toSorted((a, b) => a - b)
                    : ticked.filter((one) => one !== number),
                )
              }
            />
            <span>
              {number}. {words}
            </span>
          </label>
        ))}
      </fieldset>
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

function nameOfFix(fix: FindingFix): string {
  switch (fix.kind) {
    case "replace text":
      return `Write “${fix.with}”`;
    case "set likelihood":
      return `Set the claim to “${fix.likelihood}”`;
    case "highlight again":
      return "Highlight the passage again";
    case "cite passage":
      return "Cite the passage";
    case "cite article":
      return "Cite it at the end";
  }
}
