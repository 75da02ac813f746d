import type { EditorState, LexicalEditor } from "lexical";
import { useEffect, useRef, useState } from "react";

const settleMs = 250;

/** Something computed of the whole text, anew when typing pauses: never in the way of a key. */
export function useSettled<Value>(
  editor: LexicalEditor,
  compute: (state: EditorState) => Value,
): Value {
  const latest = useRef(compute);
  useEffect(() => {
    latest.current = compute;
  });
  const [value, setValue] = useState(() => compute(editor.getEditorState()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size > 0 || dirtyLeaves.size > 0) {
        clearTimeout(timer);
        timer = setTimeout(() => setValue(latest.current(editor.getEditorState())), settleMs);
      }
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [editor]);
  return value;
}
