import { CaseSensitive, ChevronDown, ChevronUp, Regex, Tags, WholeWord, X } from "lucide-react";

import { ActionButton } from "../actions/action-button.tsx";
import { useKeysOf } from "../actions/run-action.ts";
import { changeFind, useWorkbench } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { usePatternFault } from "./find-pattern-in-all.ts";
import { currentHitSpan, placeOfHit, stepHit, useFindState } from "./find-state.ts";
import { activePane, focusActivePane } from "./open-panes.ts";
import { useHits } from "./use-hits.ts";

import styles from "./find-bar.module.css";

/** Finds words in all open articles at once; shown above the panes. */
export function FindBar() {
  const isOpen = useWorkbench((state) => state.find.open);
  return isOpen ? <OpenFindBar /> : null;
}

function OpenFindBar() {
  const find = useWorkbench((state) => state.find);
  const keysOf = useKeysOf();
  const { found, current } = useFindState();
  const patternFault = usePatternFault((state) => state.fault);
  const fault = find.pattern ? patternFault : null;
  useHits();

  return (
    <search className={styles.bar} aria-label="Find in open articles">
      <input
        className={styles.field}
        type="text"
        data-find-field
        aria-label="Find in all open articles"
        placeholder="Find in all open articles"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        value={find.term}
        onChange={(event) => changeFind({ term: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.altKey && !event.nativeEvent.isComposing) {
            stepHit(event.shiftKey ? -1 : 1);
          } else if (event.key === "Escape") {
            event.preventDefault();
            close();
          }
        }}
      />
      <output
        className={styles.count}
        aria-live="polite"
        data-fault={fault === null ? undefined : ""}
      >
        {find.term === "" ? "" : (fault ?? placeOfHit(found, current))}
      </output>
      <Button
        label="Previous hit"
        icon={<ChevronUp />}
        keys={keysOf("find.previous")}
        onPress={() => stepHit(-1)}
      />
      <Button
        label="Next hit"
        icon={<ChevronDown />}
        keys={keysOf("find.next")}
        onPress={() => stepHit(1)}
      />
      <Button
        label="Match case"
        icon={<CaseSensitive />}
        isPressed={find.matchCase}
        onPress={() => changeFind({ matchCase: !find.matchCase })}
      />
      <Button
        label="Whole words"
        icon={<WholeWord />}
        isPressed={find.wholeWord}
        onPress={() => changeFind({ wholeWord: !find.wholeWord })}
      />
      <Button
        label="Any accent"
        hint="Any accent: e finds é as well"
        icon={<span aria-hidden="true">é</span>}
        isPressed={find.anyAccent}
        onPress={() => changeFind({ anyAccent: !find.anyAccent })}
      />
      <Button
        label="Regular expression"
        icon={<Regex />}
        isPressed={find.pattern}
        onPress={() => changeFind({ pattern: !find.pattern })}
      />
      <ActionButton action="find.tag-all" icon={<Tags />} />
      <Button label="Close find" icon={<X />} keys="Escape" onPress={close} />
    </search>
  );
}

/** Back to the text, with the sentence cursor where the current hit is. */
function close(): void {
  const span = currentHitSpan();
  changeFind({ open: false });
  if (span !== null) {
    activePane()?.placeCursor(span);
  }
  focusActivePane();
}
