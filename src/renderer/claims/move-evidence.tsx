import { X } from "lucide-react";
import { useEffect, useRef } from "react";

import type { ClaimId, EvidenceId } from "#contract/ids";

import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { announce } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { askForPart, useClaimsView } from "./claims-view.ts";
import { excerpt } from "./excerpt.ts";
import { isSameStatement, matchClaims } from "./match-claims.ts";
import { countOf } from "./status-words.ts";
import { TypeAhead } from "./type-ahead.tsx";

import styles from "./move-evidence.module.css";

/** Moves the chosen evidence to another claim, or to a new one: that splits this claim. */
export function MoveEvidence(properties: {
  claimId: ClaimId;
  evidenceIds: readonly EvidenceId[];
  onDone: () => void;
}) {
  const { claimId, evidenceIds, onDone } = properties;
  const run = useCommand();
  const claims = useRequest("claim.list", {}).data ?? [];
  const part = useRef<HTMLDivElement>(null);
  const isWanted = useClaimsView((state) => state.partWanted === "move");
  useEffect(() => {
    if (isWanted) {
      part.current?.querySelector("input")?.focus();
      askForPart(null);
    }
  }, [isWanted]);
  const others = claims
    .filter(({ id }) => id !== claimId)
    .map(({ id, statement }) => ({ id, statement, words: statement }));
  const passages = countOf(evidenceIds.length, "passage");

  const move = async (toClaimId: ClaimId) => {
    const moved = await run("evidence.move", { evidenceIds: [...evidenceIds], toClaimId });
    if (moved !== null) {
      const to = claims.find(({ id }) => id === toClaimId)?.statement ?? "";
      announce(`${passages} moved to “${excerpt(to)}”`);
      onDone();
    }
  };
  const split = async (statement: string) => {
    const made = await run("claim.split", { claimId, evidenceIds: [...evidenceIds], statement });
    if (made !== null) {
      announce(`Split: ${passages} moved to the new claim “${excerpt(made.claim.statement)}”`);
      onDone();
    }
  };

  return (
    <div ref={part} className={styles.move} role="group" aria-label="Move the chosen evidence">
      <div className={styles.head}>
        <span>{passages} chosen</span>
        <Button label="Choose none" icon={<X />} onPress={onDone} />
      </div>
      <TypeAhead<ClaimId>
        label="Claim to move the evidence to"
        placeholder="Move to a claim, or type a new one"
        find={(typed) => {
          const { matching, similar } = matchClaims(others, typed);
          return [...matching, ...similar];
        }}
        onChoose={(id) => void move(id)}
        create={{
          words: (typed) =>
            claims.some(({ statement }) => isSameStatement(statement, typed))
              ? null
              : `Split into a new claim “${typed}”`,
          onCreate: (statement) => void split(statement),
        }}
      />
    </div>
  );
}
