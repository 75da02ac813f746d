import type { Claim } from "#contract/claim";

import { reasonOfStatus, statusWords } from "./status-words.ts";
import { StatusMark } from "./status.tsx";

import styles from "./claim-status.module.css";

/** The status in force; where the analyst judges otherwise, the computed one stands below it. */
export function ClaimStatusMark({ claim }: { claim: Claim }) {
  const { status, statusOverride } = claim;
  if (statusOverride === null) {
    return (
      <span title={reasonOfStatus(claim)}>
        <StatusMark status={status} />
      </span>
    );
  }
  return (
    <span
      className={styles.both}
      title={`Your judgement: ${statusOverride.reason}\nComputed: ${reasonOfStatus(claim)}`}
    >
      <StatusMark status={statusOverride.status} />
      <span className={styles.computed}>computed: {statusWords[status].word.toLowerCase()}</span>
    </span>
  );
}
