import { $getRoot } from "lexical";
import type { EditorState, LexicalEditor } from "lexical";

import { useSettled } from "./use-settled.ts";

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** Words of the text, citations included, in any script. */
export function useWordCount(editor: LexicalEditor): number {
  return useSettled(editor, countWords);
}

function countWords(state: EditorState): number {
  const text = state.read(() => $getRoot().getTextContent());
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) {
    count += isWordLike === true ? 1 : 0;
  }
  return count;
}
