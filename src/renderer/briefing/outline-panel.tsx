import { $isHeadingNode } from "@lexical/rich-text";
import { $getNodeByKey, $getRoot } from "lexical";
import type { EditorState, LexicalEditor } from "lexical";

import { $selectWhole } from "./editor/select-place.ts";
import { goToNode } from "./go-to-node.ts";
import { useSettled } from "./use-settled.ts";

import styles from "./side-panel.module.css";

/** The headings; pressing one goes there. */
export function OutlinePanel({ editor }: { editor: LexicalEditor }) {
  const headings = useSettled(editor, headingsOf);
  return (
    <aside className={styles.side} aria-label="Outline">
      <h2 className={styles.title}>Outline</h2>
      {headings.length === 0 ? (
        <p className={styles.hint}>No headings yet. Type # and a space to make one.</p>
      ) : (
        <ul className={styles.outline}>
          {headings.map(({ key, level, words }) => (
            <li key={key} data-level={level}>
              <button
                type="button"
                className={styles.heading}
                onClick={() =>
                  goToNode(editor, () => {
                    const node = $getNodeByKey(key);
                    return node === null ? null : $selectWhole(node);
                  })
                }
              >
                <span dir="auto">{words === "" ? "Empty heading" : words}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}

function headingsOf(state: EditorState) {
  return state.read(() =>
    $getRoot()
      .getChildren()
      .filter($isHeadingNode)
      .map((node) => ({
        key: node.getKey(),
        level: Number(node.getTag().slice(1)),
        words: node.getTextContent(),
      })),
  );
}
