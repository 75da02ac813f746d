import { ArrowDown, ArrowUp, CopyPlus, Trash2 } from "lucide-react";

import type { Briefing } from "#contract/briefing";
import type { BriefingId } from "#contract/ids";

import { ActionButton } from "../actions/action-button.tsx";
import { showBriefing } from "./briefing-state.ts";
import { BriefingTitle } from "./briefing-title.tsx";

import styles from "./briefing-choice.module.css";

const overview = "overview";

/** Which briefing is shown, its title, and how to begin another. */
export function BriefingChoice(properties: {
  briefings: readonly Briefing[];
  chosenId: BriefingId | null;
}) {
  const { briefings, chosenId } = properties;
  const chosen = briefings.find(({ id }) => id === chosenId);
  return (
    <div className={styles.bar}>
      <label className={styles.choice}>
        <span>Show</span>
        <select
          className={styles.select}
          value={chosenId ?? overview}
          onChange={({ target: { value } }) =>
            showBriefing(briefings.find(({ id }) => id === value)?.id ?? null)
          }
        >
          <option value={overview}>Overview of all claims</option>
          {briefings.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <ActionButton action="briefing.new" label="New briefing" showLabel />
      {chosen !== undefined && (
        <>
          <BriefingTitle key={chosen.id} briefing={chosen} />
          <ActionButton action="briefing.duplicate" icon={<CopyPlus />} />
          <ActionButton action="briefing.move-up" icon={<ArrowUp />} />
          <ActionButton action="briefing.move-down" icon={<ArrowDown />} />
          <ActionButton action="briefing.trash" icon={<Trash2 />} />
        </>
      )}
    </div>
  );
}
