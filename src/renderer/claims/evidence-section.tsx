import { useEffect, useId, useRef, useState } from "react";

import type { Evidence, Stance } from "#contract/claim";
import type { ClaimId, EvidenceId } from "#contract/ids";

import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { announce } from "../state/workbench.ts";
import { neighbourOf } from "./claim-order.ts";
import { EvidenceItem } from "./evidence-item.tsx";
import { MoveEvidence } from "./move-evidence.tsx";
import { stances, stanceWords } from "./stance-words.ts";
import { StanceMark } from "./stance.tsx";

import styles from "./evidence-section.module.css";
import section from "./section.module.css";

/** The claim's passages, stance by stance. The arrow keys go from quote to quote. */
export function EvidenceSection({ claimId }: { claimId: ClaimId }) {
  const answer = useRequest("evidence.list", { claimId }).data ?? [];
  // While the next answer is under way the last one, of another claim, is still there.
  const evidence = answer.filter((one) => one.claimId === claimId);
  const run = useCommand();
  const hintId = useId();
  const list = useRef<HTMLElement>(null);
  const [chosenIds, setChosenIds] = useState<ReadonlySet<EvidenceId>>(new Set());
  const chosen = evidence.filter((one) => chosenIds.has(one.id)).map((one) => one.id);
  const toggle = (id: EvidenceId) => setChosenIds((ids) => ids.symmetricDifference(new Set([id])));
  // An item whose stance changed moves to another group; the focus follows it there.
  const moved = useRef<{ id: string; stance: Stance; focus: "quote" | "stance" } | null>(null);
  const inOrder = stances.flatMap((stance) => evidence.filter((one) => one.stance === stance));

  const focusPart = (id: string, part: "quote" | "stance") => {
    const item = list.current?.querySelector(`[data-evidence="${id}"]`);
    item
      ?.querySelector<HTMLElement>(part === "quote" ? "[data-quote]" : "[aria-checked=true]")
      ?.focus();
  };
  useEffect(() => {
    const { current } = moved;
    if (current !== null && evidence.some(isNowThere(current))) {
      moved.current = null;
      focusPart(current.id, current.focus);
    }
  });
  const step = (from: Evidence, by: -1 | 1) => {
    const to = inOrder[inOrder.findIndex((one) => one.id === from.id) + by];
    if (to !== undefined) {
      focusPart(to.id, "quote");
    }
  };
  const unlink = async (gone: Evidence) => {
    const neighbour = neighbourOf(
      inOrder.map((one) => one.id),
      gone.id,
    );
    if ((await run("evidence.unlink", { evidenceIds: [gone.id] })) !== null) {
      announce("Unlinked from the claim; the highlight stays");
      if (neighbour === null) {
        document.querySelector<HTMLElement>("[data-inspector]")?.focus();
      } else {
        focusPart(neighbour, "quote");
      }
    }
  };
  const takeStance = async (one: Evidence, stance: Stance, focus: "quote" | "stance") => {
    moved.current = { id: one.id, stance, focus };
    if ((await run("evidence.change", { evidenceId: one.id, stance })) === null) {
      moved.current = null;
    } else {
      announce(`Now under ${stanceWords[stance].word}`);
    }
  };

  return (
    <section ref={list} className={section.section} aria-label="Evidence">
      <h3 className={section.title}>
        Evidence <span className={section.count}>{evidence.length}</span>
      </h3>
      <p id={hintId} hidden>
        Enter goes to the passage. S supports, D disputes, Q qualifies, M mentions, Delete unlinks,
        X chooses it to be moved to another claim.
      </p>
      {evidence.length === 0 && (
        <p className={section.hint}>
          Select a sentence that bears on this claim and press <kbd>L</kbd>.
        </p>
      )}
      {stances
        .map((stance) => ({ stance, some: evidence.filter((one) => one.stance === stance) }))
        .filter(({ some }) => some.length > 0)
        .map(({ stance, some }) => (
          <div key={stance} className={styles.group}>
            <h4 className={styles.stance}>
              <StanceMark stance={stance} /> <span className={section.count}>{some.length}</span>
            </h4>
            <ol className={styles.items}>
              {some.map((one) => (
                <li key={one.id}>
                  <EvidenceItem
                    evidence={one}
                    describedBy={hintId}
                    isChosen={chosenIds.has(one.id)}
                    onToggle={() => toggle(one.id)}
                    onStep={(by) => step(one, by)}
                    onUnlink={() => void unlink(one)}
                    onStance={(to, from) => void takeStance(one, to, from)}
                  />
                </li>
              ))}
            </ol>
          </div>
        ))}
      {chosen.length > 0 && (
        <MoveEvidence
          claimId={claimId}
          evidenceIds={chosen}
          onDone={() => {
            setChosenIds(new Set());
            document.querySelector<HTMLElement>("[data-inspector]")?.focus();
          }}
        />
      )}
    </section>
  );
}

function isNowThere({ id, stance }: { id: string; stance: Stance }) {
  return (one: Evidence) => one.id === id && one.stance === stance;
}
