import type { Tag } from "#contract/highlight";

import { useCodebook } from "../codebook/codebook-state.ts";
import { mergeTag } from "../codebook/merge-tag.ts";
import { retagRows, tagRows, untagRows } from "../highlights/act-on-rows.ts";
import { useRequest, useSend } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { openPicker, useWorkbench } from "../state/workbench.ts";
import type { TagPurpose } from "../state/workbench.ts";
import { useReturnFocus } from "../ui/return-focus.ts";
import { applyNewTag, applyTag, retag } from "./coding.ts";
import type { Coder } from "./coding.ts";
import { focusActivePane } from "./open-panes.ts";
import { holdNewPen, holdPen } from "./pen.ts";
import { tagAllHits } from "./tag-hits.ts";
import { TagTypeAhead } from "./tag-type-ahead.tsx";
import { useHighlights } from "./use-article-text.ts";

import styles from "./tag-picker.module.css";

const wordsOf: Record<TagPurpose, string> = {
  apply: "Tag",
  pen: "Tag to take as the pen",
  retag: "Tag to put in the place of the others",
  hits: "Tag for all hits",
  "tag-rows": "Tag for the chosen highlights",
  "untag-rows": "Tag to take off the chosen highlights",
  "retag-rows": "Tag to move the chosen highlights to",
  merge: "Tag to merge this one into",
};

/** Those that are used in the text; from the others the focus goes back to where it was. */
const ofTheText: readonly TagPurpose[] = ["apply", "pen", "retag"];

/** Finds or makes a tag for what it was opened for; then, or on Escape, back to where one was. */
export function TagPicker({ purpose }: { purpose: TagPurpose }) {
  const tags = useRequest("tag.list", {}).data ?? [];
  const request = useSend();
  const run = useCommand();
  const passage = useWorkbench((state) => state.passage);
  const selection = useWorkbench((state) => state.selection);
  const mergedId = useCodebook((state) => (purpose === "merge" ? state.selectedId : null));
  const isToggle = purpose === "apply" && passage === null && selection?.kind === "highlight";
  const highlights = useHighlights(isToggle ? selection.articleId : null);
  const chosenIds = isToggle
    ? (highlights.find(({ id }) => id === selection.highlightId)?.tagIds ?? [])
    : [];
  useReturnFocus();

  const close = () => {
    openPicker(null);
    if (ofTheText.includes(purpose)) {
      focusActivePane();
    }
  };
  const canCreate = purpose !== "untag-rows" && purpose !== "merge";
  return (
    <section className={styles.picker} aria-label={wordsOf[purpose]}>
      <p className={styles.purpose}>{purpose === "apply" ? null : wordsOf[purpose]}</p>
      <TagTypeAhead
        tags={tags.filter(({ id }) => id !== mergedId)}
        chosenIds={chosenIds}
        onChoose={(tag) => {
          close();
          void takeTag({ request, run }, purpose, tag);
        }}
        {...(canCreate
          ? {
              onCreate: (name: string) => {
                close();
                void makeTag({ request, run }, purpose, name);
              },
            }
          : {})}
        onClose={close}
      />
    </section>
  );
}

async function takeTag(coder: Coder, purpose: TagPurpose, tag: Tag): Promise<void> {
  switch (purpose) {
    case "apply":
      return applyTag(coder, tag);
    case "pen":
      return holdPen(coder, tag);
    case "retag":
      return retag(coder, tag);
    case "hits":
      return tagAllHits(coder, tag);
    case "tag-rows":
      return tagRows(coder, tag);
    case "untag-rows":
      return untagRows(coder, tag);
    case "retag-rows":
      return retagRows(coder, tag);
    case "merge":
      return mergeInto(coder, tag);
  }
}

async function makeTag(coder: Coder, purpose: TagPurpose, name: string): Promise<void> {
  const tag = { id: null, name };
  switch (purpose) {
    case "apply":
      return applyNewTag(coder, name);
    case "pen":
      return holdNewPen(coder, name);
    case "retag":
      return retag(coder, tag);
    case "hits":
      return tagAllHits(coder, tag);
    case "tag-rows":
      return tagRows(coder, tag);
    case "retag-rows":
      return retagRows(coder, tag);
    case "untag-rows":
    case "merge":
      return undefined;
  }
}

async function mergeInto({ request, run }: Coder, into: Tag): Promise<void> {
  const { selectedId } = useCodebook.getState();
  const from = (await request("tag.list", {})).find(({ id }) => id === selectedId);
  if (from !== undefined) {
    await mergeTag(run, from, into);
  }
}
