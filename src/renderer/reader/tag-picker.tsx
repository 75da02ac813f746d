import { useRequest, useSend } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { openPicker, useWorkbench } from "../state/workbench.ts";
import { applyNewTag, applyTag } from "./coding.ts";
import { focusActivePane } from "./open-panes.ts";
import { TagTypeAhead } from "./tag-type-ahead.tsx";
import { useHighlights } from "./use-article-text.ts";

import styles from "./tag-picker.module.css";

/** Puts a tag on the chosen passage or the selected highlight; then, or on Escape, back to the text. */
export function TagPicker() {
  const tags = useRequest("tag.list", {}).data ?? [];
  const request = useSend();
  const run = useCommand();
  const passage = useWorkbench((state) => state.passage);
  const selection = useWorkbench((state) => state.selection);
  const highlight = passage === null && selection?.kind === "highlight" ? selection : null;
  const highlights = useHighlights(highlight?.articleId ?? null);
  const chosenIds = highlights.find(({ id }) => id === highlight?.highlightId)?.tagIds ?? [];

  const close = () => {
    openPicker(null);
    focusActivePane();
  };
  return (
    <section className={styles.picker} aria-label="Tag">
      <TagTypeAhead
        tags={tags}
        chosenIds={chosenIds}
        onChoose={(tag) => {
          close();
          void applyTag({ request, run }, tag);
        }}
        onCreate={(name) => {
          close();
          void applyNewTag({ request, run }, name);
        }}
        onClose={close}
      />
    </section>
  );
}
