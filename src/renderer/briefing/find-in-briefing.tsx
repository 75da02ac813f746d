import { $addUpdateTag, HISTORY_PUSH_TAG } from "lexical";
import type { EditorState, LexicalEditor } from "lexical";
import { useEffect, useMemo, useState } from "react";

import { Button } from "../ui/button.tsx";
import { useBriefing } from "./briefing-state.ts";
import { $findInText, $replaceMatch, paintMatches } from "./editor/find-text.ts";
import { useSettled } from "./use-settled.ts";

import styles from "./find-in-briefing.module.css";

/** Finds and replaces in the briefing. Enter goes to the next, Shift Enter to the one before. */
export function FindInBriefing({ editor }: { editor: LexicalEditor }) {
  const [term, setTerm] = useState("");
  const [replacement, setReplacement] = useState("");
  const [current, setCurrent] = useState(0);
  const state = useSettled(editor, sameState);
  const matches = useMemo(() => state.read(() => $findInText(term)), [state, term]);
  const shown = matches.length === 0 ? -1 : Math.min(current, matches.length - 1);
  useEffect(() => {
    paintMatches(editor, matches, shown);
    return () => paintMatches(editor, [], -1);
  }, [editor, matches, shown]);

  const step = (by: 1 | -1) => {
    if (matches.length > 0) {
      setCurrent((shown + by + matches.length) % matches.length);
    }
  };
  const replace = (all: boolean) => {
    editor.update(
      () => {
        $addUpdateTag(HISTORY_PUSH_TAG);
        // From the end, so that what stands before keeps its place; what changed meanwhile is found anew.
        const now = $findInText(term);
        const one = now[shown];
        for (const match of all ? now.toReversed() : one === undefined ? [] : [one]) {
          $replaceMatch(match, replacement);
        }
      },
      { discrete: true },
    );
  };
  const close = () => {
    useBriefing.setState({ isFinding: false });
    editor.focus();
  };
  return (
    <div
      role="search"
      className={styles.bar}
      aria-label="Find in the briefing"
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          close();
        }
      }}
    >
      <input
        className={styles.field}
        aria-label="Find"
        placeholder="Find"
        autoFocus
        dir="auto"
        value={term}
        onChange={(event) => {
          setTerm(event.target.value);
          setCurrent(0);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            step(event.shiftKey ? -1 : 1);
          }
        }}
      />
      <span className={styles.count} role="status">
        {term === ""
          ? ""
          : matches.length === 0
            ? "Not found"
            : `${shown + 1} of ${matches.length}`}
      </span>
      <Button label="Previous" onPress={() => step(-1)} />
      <Button label="Next" onPress={() => step(1)} />
      <input
        className={styles.field}
        aria-label="Replace with"
        placeholder="Replace with"
        dir="auto"
        value={replacement}
        onChange={(event) => setReplacement(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            replace(false);
          }
        }}
      />
      <Button label="Replace" isDisabled={matches.length === 0} onPress={() => replace(false)} />
      <Button label="Replace all" isDisabled={matches.length === 0} onPress={() => replace(true)} />
      <Button label="Close" keys="Escape" onPress={close} />
    </div>
  );
}

function sameState(state: EditorState): EditorState {
  return state;
}
