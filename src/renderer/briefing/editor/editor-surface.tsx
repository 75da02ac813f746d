import type { LexicalEditor } from "lexical";
import type { ReactNode } from "react";
import { memo, useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import { createPortal } from "react-dom";

import { openBriefing } from "../briefing-state.ts";

import styles from "./editor.module.css";

/** The page on which a briefing is written. Drawn anew only when citations come, go or change. */
export const EditorSurface = memo(function EditorSurface(properties: {
  editor: LexicalEditor;
  start: () => () => void;
}) {
  const { editor, start } = properties;
  const surface = useRef<HTMLDivElement>(null);
  const listen = useCallback(
    (changed: () => void) => editor.registerDecoratorListener<ReactNode>(changed),
    [editor],
  );
  const decorators = useSyncExternalStore(listen, () => editor.getDecorators<ReactNode>());
  useEffect(() => {
    editor.setRootElement(surface.current);
    const stop = start();
    return () => {
      stop();
      editor.setRootElement(null);
    };
  }, [editor, start]);
  return (
    <div className={styles.page}>
      <div
        ref={surface}
        className={styles.text}
        role="textbox"
        aria-label="Text of the briefing"
        aria-multiline="true"
        aria-describedby="briefing-citation"
        tabIndex={0}
        contentEditable
        suppressContentEditableWarning
        spellCheck
        dir="auto"
        data-briefing-text
        onBlur={() => void openBriefing()?.saveNow()}
      />
      {Object.entries(decorators).map(([key, decorator]) => {
        const element = editor.getElementByKey(key);
        return element === null ? null : createPortal(decorator, element, key);
      })}
    </div>
  );
});
