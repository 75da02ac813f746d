import type { Claim } from "#contract/claim";
import type { ClaimId } from "#contract/ids";

import { isSameStatement, matchClaims } from "../claims/match-claims.ts";
import { TypeAhead } from "../claims/type-ahead.tsx";
import { useCommand } from "../state/use-command.ts";
import type { AchFacts } from "./ach-facts.ts";

import styles from "./hypotheses-view.module.css";

/** Two fields that bring claims, or new ones, into the table. */
export function AddToAch({ facts, claims }: { facts: AchFacts; claims: readonly Claim[] }) {
  const run = useCommand();
  const inTable = new Set(
    [...facts.hypotheses, ...facts.rows].map(({ claimId }): ClaimId => claimId),
  );
  const free = claims.filter(({ id }) => !inTable.has(id));
  const find = (typed: string) => {
    const { matching, similar } = matchClaims(free, typed);
    return [...matching, ...similar].map(({ id, statement }) => ({ id, words: statement }));
  };
  const newWords = (what: string) => (typed: string) =>
    claims.some(({ statement }) => isSameStatement(statement, typed))
      ? null
      : `New ${what} “${typed}”`;
  return (
    <div className={styles.add}>
      <TypeAhead<ClaimId>
        label="Add a hypothesis"
        placeholder="Add a hypothesis"
        find={find}
        onChoose={(id) => void run("ach.add-hypothesis", { claimIds: [id] })}
        create={{
          words: newWords("hypothesis"),
          onCreate: (statement) => void run("ach.add-hypothesis", { statement }),
        }}
      />
      <TypeAhead<ClaimId>
        label="Add evidence"
        placeholder="Add evidence"
        find={find}
        onChoose={(id) => void run("ach.add-row", { claimIds: [id] })}
        create={{
          words: newWords("claim as evidence:"),
          onCreate: (statement) => void run("ach.add-row", { statement }),
        }}
      />
    </div>
  );
}
