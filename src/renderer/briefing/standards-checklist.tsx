import { tradecraftStandards } from "#contract/briefing";

import styles from "./side-panel.module.css";

/** The nine tradecraft standards, to be ticked by the analyst. */
export function StandardsChecklist(properties: {
  /** Numbers, in order. */
  ticked: readonly number[];
  onTick: (ticked: readonly number[]) => void;
}) {
  const { ticked, onTick } = properties;
  return (
    <fieldset className={styles.standards}>
      <legend className={styles.title}>
        Tradecraft standards (ICD 203): {ticked.length} of {tradecraftStandards.length}
      </legend>
      {tradecraftStandards.map(({ number, words }) => (
        <label key={number} className={styles.standard}>
          <input
            type="checkbox"
            checked={ticked.includes(number)}
            onChange={({ target }) =>
              onTick(
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
  );
}
