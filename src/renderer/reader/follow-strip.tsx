import { useFollowState } from "./follow-state.ts";
import { wordsOfMatch } from "./match-words.ts";

import styles from "./follow-strip.module.css";

/** Says what a pane was led to, why, and how well it matches; or that it leads, or stayed where it is. */
export function FollowStrip({ paneId }: { paneId: string }) {
  const isLeader = useFollowState((state) => state.leaderPaneId === paneId);
  const match = useFollowState((state) => state.matches.get(paneId));
  if (isLeader) {
    return (
      <p className={styles.strip} data-follow-strip>
        The others follow this one
      </p>
    );
  }
  if (match === undefined) {
    return (
      <p className={styles.strip} data-follow-strip>
        Nothing here matches
      </p>
    );
  }
  const { short, long } = wordsOfMatch(match);
  return (
    <p className={styles.strip} data-follow-strip data-matched title={`${long} “${match.exact}”`}>
      <bdi className={styles.why}>{short}</bdi>
      <span className={styles.score}>{Math.round(match.score * 100)} %</span>
    </p>
  );
}
