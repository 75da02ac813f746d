import type { BriefingId } from "#contract/ids";

import { useRequest } from "../state/requests.tsx";
import { BriefingDesk } from "./briefing-desk.tsx";

import styles from "./briefing-desk.module.css";

/** A briefing of the analyst, once it has been read. */
export function WrittenBriefing({ briefingId }: { briefingId: BriefingId }) {
  const { data, error } = useRequest("briefing.read", { briefingId });
  if (error !== null) {
    return <p className={styles.waiting}>{error.message}</p>;
  }
  return data === undefined || data.briefing.id !== briefingId ? (
    <p className={styles.waiting}>Opening the briefing</p>
  ) : (
    <BriefingDesk stored={data} />
  );
}
