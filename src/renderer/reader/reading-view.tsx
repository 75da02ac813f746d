import { ALargeSmall, Minus, Plus } from "lucide-react";
import { useId } from "react";
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from "react-aria-components";

import { useRunAction } from "../actions/run-action.ts";
import { lookSteps, stepLook, themes, themeWords, usualLook } from "../state/reading-look.ts";
import type { ReadingLook, SteppedLook, Theme } from "../state/reading-look.ts";
import { changeLook, useWorkbench } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";

import menuStyles from "../ui/menu.module.css";
import styles from "./reading-view.module.css";

/** A button that opens how texts are set: colours, type, size, width, and what stands beside them. */
export function ReadingView() {
  const look = useWorkbench((state) => state.look);
  const theme = useWorkbench((state) => state.theme);
  const runAction = useRunAction();
  const id = useId();
  return (
    <DialogTrigger>
      <AriaButton
        className={`${menuStyles.iconTrigger} ${styles.open}`}
        aria-label="Reading view"
        data-reading-view
      >
        <ALargeSmall />
      </AriaButton>
      <Popover className={menuStyles.popover ?? ""} placement="bottom end" offset={4}>
        <Dialog className={styles.form ?? ""} aria-label="Reading view">
          <label htmlFor={`${id} theme`}>Colours</label>
          <select
            id={`${id} theme`}
            value={theme}
            onChange={(event) => useWorkbench.setState({ theme: event.target.value as Theme })}
          >
            {themes.map((each) => (
              <option key={each} value={each}>
                {themeWords[each]}
              </option>
            ))}
          </select>
          <label htmlFor={`${id} font`}>Type</label>
          <select
            id={`${id} font`}
            value={look.font}
            onChange={(event) => changeLook({ font: event.target.value as ReadingLook["font"] })}
          >
            <option value="serif">Serif</option>
            <option value="sans">Sans serif</option>
            <option value="own">The system’s own</option>
          </select>
          <Stepper name="sizePercent" words="Size" shown={`${look.sizePercent} %`} />
          <Stepper name="measureCh" words="Width" shown={`${look.measureCh} characters`} />
          <Stepper name="lineHeight" words="Line spacing" shown={look.lineHeight.toFixed(2)} />
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={look.blockNumbers}
              onChange={(event) => changeLook({ blockNumbers: event.target.checked })}
            />
            Number paragraphs
          </label>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={look.wholeText}
              onChange={(event) => changeLook({ wholeText: event.target.checked })}
            />
            <span>
              Whole long articles in the page
              <small>For the browser’s own search and for screen readers; slower</small>
            </span>
          </label>
          <span className={styles.reset}>
            <Button label="Usual view" onPress={() => runAction("reading.usual")} />
          </span>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Stepper({ name, words, shown }: { name: SteppedLook; words: string; shown: string }) {
  const look = useWorkbench((state) => state.look);
  const { min, max } = lookSteps[name];
  const step = (by: 1 | -1) => changeLook(stepLook(look, name, by));
  return (
    <>
      <span>{words}</span>
      <span className={styles.stepper} role="group" aria-label={words}>
        <Button
          label={`Less: ${words}`}
          icon={<Minus />}
          isDisabled={look[name] <= min}
          onPress={() => step(-1)}
        />
        <output data-usual={look[name] === usualLook[name] ? "" : undefined}>{shown}</output>
        <Button
          label={`More: ${words}`}
          icon={<Plus />}
          isDisabled={look[name] >= max}
          onPress={() => step(1)}
        />
      </span>
    </>
  );
}
