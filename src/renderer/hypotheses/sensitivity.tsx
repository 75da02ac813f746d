import { countOf } from "../claims/status-words.ts";
import type { AchFacts } from "./ach-facts.ts";

import styles from "./hypotheses-view.module.css";

/** What leads, and what would lead without each row and without each independent line of evidence. */
export function Sensitivity({ facts }: { facts: AchFacts }) {
  const { lead, rows, lines } = facts;
  const telling = rows.filter(({ changesLeader }) => changesLeader);
  if (lead === null) {
    return <p className={styles.soft}>Nothing is rated yet.</p>;
  }
  return (
    <>
      <p className={styles.lead}>{sentence(lead)}</p>
      <h4>Without one row</h4>
      {telling.length === 0 ? (
        <p className={styles.soft}>Whichever row is left out, the same leads.</p>
      ) : (
        <ul>
          {telling.map(({ claimId, claim, without }) => (
            <li key={claimId}>
              Without “<bdi>{claim.statement}</bdi>”, <b>{without}</b>.
            </li>
          ))}
        </ul>
      )}
      <h4>Without one independent line</h4>
      {lines.length === 0 ? (
        <p className={styles.soft}>No row rests on one line of evidence alone.</p>
      ) : (
        <ul>
          {lines.map(({ name, rowCount, without, changesLeader }) => (
            <li key={name}>
              Without <bdi>{name}</bdi> ({countOf(rowCount, "row")} on it alone),{" "}
              {changesLeader ? <b>{without}</b> : "nothing changes"}.
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
