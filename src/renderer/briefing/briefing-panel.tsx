import { useRequest } from "../state/requests.tsx";
import { BriefingChoice } from "./briefing-choice.tsx";
import { useBriefing } from "./briefing-state.ts";
import { NewBriefing } from "./new-briefing.tsx";
import { OverviewPanel } from "./overview-panel.tsx";
import { WrittenBriefing } from "./written-briefing.tsx";

import styles from "./briefing-panel.module.css";

/** The briefings of the project: the overview that is written by itself, and those of the analyst. */
export function BriefingPanel() {
  const briefings = useRequest("briefing.list", {}).data;
  const { briefingId, isBeginning } = useBriefing();
  const isThere = briefings?.some(({ id }) => id === briefingId) ?? true;
  return (
    <div className={styles.panel} data-scope="briefing">
      <BriefingChoice briefings={briefings ?? []} chosenId={isThere ? briefingId : null} />
      <div className={styles.view}>
        {isBeginning ? (
          <NewBriefing />
        ) : briefingId === null || !isThere ? (
          <OverviewPanel />
        ) : (
          <WrittenBriefing key={briefingId} briefingId={briefingId} />
        )}
      </div>
    </div>
  );
}
