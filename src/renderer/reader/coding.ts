import type { Highlight, Tag } from "#contract/highlight";

import type { ActionContext } from "../actions/action.ts";
import { announce, select, setPassage, useWorkbench } from "../state/workbench.ts";
import type { Passage } from "../state/workbench.ts";
import { describeHighlight, wordsOf } from "./describe-highlight.ts";
import { activePane, focusActivePane } from "./open-panes.ts";
import { neighbourAfterRemoval, neighbourOf } from "./walk-highlights.ts";

type Coder = Pick<ActionContext, "request" | "run">;
type NamedTag = Pick<Tag, "id" | "name">;

const nothingChosen = "Select a passage first, or move by sentence with the arrow keys";

/**
 * Puts a tag on the chosen passage, which becomes a highlight; without a passage it is put on the
 * selected highlight, or taken off when it is there already.
 */
export async function applyTag(coder: Coder, tag: NamedTag): Promise<void> {
  const { passage } = useWorkbench.getState();
  if (passage !== null) {
    await highlightPassage(coder, passage, tag);
    return;
  }
  const highlight = await selectedHighlight(coder);
  if (highlight === null) {
    announce(nothingChosen);
    return;
  }
  await toggleTag(coder, highlight, tag);
}

export async function toggleTag(
  { run }: Pick<Coder, "run">,
  highlight: Pick<Highlight, "id" | "tagIds">,
  tag: NamedTag,
): Promise<void> {
  const has = highlight.tagIds.includes(tag.id);
  const changed = await run("highlight.tag", {
    highlightIds: [highlight.id],
    ...(has ? { remove: [tag.id] } : { add: [tag.id] }),
  });
  if (changed !== null) {
    announce(has ? `Tag ${tag.name} taken off` : `Tagged ${tag.name}`);
  }
}

/** Makes a tag and puts it on what is chosen. */
export async function applyNewTag(coder: Coder, name: string): Promise<void> {
  const tag = await coder.run("tag.create", { name });
  if (tag !== null) {
    await applyTag(coder, tag);
  }
}

/** Puts the tag with a key from 1 to 9 on what is chosen. */
export async function applyTagOfKey(coder: Coder, key: string): Promise<void> {
  const tag = (await coder.request("tag.list", {})).find(({ shortcut }) => shortcut === key);
  if (tag === undefined) {
    announce(`No tag has the key ${key}. Press T to make or choose one`);
    return;
  }
  await applyTag(coder, tag);
}

/** Highlights the chosen passage without a tag. */
export async function highlightChosen(coder: Coder): Promise<void> {
  const { passage } = useWorkbench.getState();
  if (passage === null) {
    announce(nothingChosen);
    return;
  }
  await highlightPassage(coder, passage, null);
}

async function highlightPassage(
  { run }: Coder,
  passage: Passage,
  tag: NamedTag | null,
): Promise<void> {
  const { articleId, start, end } = passage;
  const tagIds = tag === null ? [] : [tag.id];
  const highlight = await run("highlight.create", { articleId, start, end, tagIds });
  if (highlight === null) {
    return;
  }
  const words = wordsOf(highlight.exact);
  announce(tag === null ? `Highlighted ${words}` : `Tagged ${tag.name}, ${words}`);
  // An analyst who has gone on to another passage meanwhile keeps it.
  if (useWorkbench.getState().passage === passage) {
    setPassage(null);
    window.getSelection()?.removeAllRanges();
    select({ kind: "highlight", highlightId: highlight.id, articleId });
  }
}

/** Removes the selected highlight; the one that followed it is selected, and the focus is in the text. */
export async function removeSelectedHighlight(coder: Coder): Promise<void> {
  const highlight = await selectedHighlight(coder);
  if (highlight === null) {
    announce("Select a highlight first: the keys . and , walk through them");
    return;
  }
  await removeHighlight(coder, highlight);
}

export async function removeHighlight(
  { request, run }: Coder,
  { id, articleId }: Pick<Highlight, "id" | "articleId">,
): Promise<void> {
  const before = await request("highlight.list", { articleId });
  if ((await run("highlight.trash", { highlightIds: [id] })) === null) {
    return;
  }
  const neighbour = neighbourAfterRemoval(before, id);
  select(neighbour === null ? null : { kind: "highlight", highlightId: neighbour.id, articleId });
  const pane = activePane();
  if (pane?.articleId === articleId && neighbour !== null) {
    pane.placeCursor(neighbour);
    pane.reveal(neighbour);
  }
  announce(
    neighbour === null
      ? "Highlight removed. None is left in this article"
      : `Highlight removed. ${await countedName(request, neighbour)}`,
  );
  focusActivePane();
}

/** Selects the next (1) or previous (−1) highlight of the active pane and says which it is. */
export function stepHighlight(step: 1 | -1): void {
  const pane = activePane();
  const highlights = pane?.highlights() ?? [];
  if (pane === null || highlights.length === 0) {
    announce("There is no highlight in this article yet");
    return;
  }
  const { selection } = useWorkbench.getState();
  const currentId = selection?.kind === "highlight" ? selection.highlightId : null;
  const highlight = neighbourOf(highlights, currentId, step, pane.placeUtf16());
  if (highlight !== null) {
    selectHighlight(highlight, highlights, pane.tags());
    pane.placeCursor(highlight);
    pane.reveal(highlight);
    pane.focus();
  }
}

/** Selects a highlight and says which it is. */
export function selectHighlight(
  highlight: Highlight,
  all: readonly Highlight[],
  tags: readonly Tag[],
): void {
  setPassage(null);
  select({ kind: "highlight", highlightId: highlight.id, articleId: highlight.articleId });
  announce(`${nameOfHighlight(highlight, all, tags)}: “${excerptOf(highlight.exact)}”`);
}

async function countedName(request: Coder["request"], highlight: Highlight): Promise<string> {
  const all = await request("highlight.list", { articleId: highlight.articleId });
  return nameOfHighlight(highlight, all, await request("tag.list", {}));
}

/** "Highlight 3 of 7: tag Threat, 24 words". */
function nameOfHighlight(
  highlight: Highlight,
  all: readonly Highlight[],
  tags: readonly Tag[],
): string {
  const place = all.findIndex(({ id }) => id === highlight.id) + 1;
  return `Highlight ${place} of ${all.length}: ${describeHighlight(highlight, tags)}`;
}

/** As much as is pleasant to hear; the inspector has the whole. */
function excerptOf(exact: string): string {
  const maxUtf16 = 200;
  const words = exact.replaceAll(/\s+/gu, " ");
  if (words.length <= maxUtf16) {
    return words;
  }
  const cut = words.lastIndexOf(" ", maxUtf16);
  return `${words.slice(0, cut > 0 ? cut : maxUtf16).toWellFormed()} …`;
}

/** The selected highlight as it is stored, when it is of the article in the active pane. */
async function selectedHighlight({ request }: Pick<Coder, "request">): Promise<Highlight | null> {
  const { selection } = useWorkbench.getState();
  if (selection?.kind !== "highlight" || selection.articleId !== activePane()?.articleId) {
    return null;
  }
  const highlights = await request("highlight.list", { articleId: selection.articleId });
  return highlights.find(({ id }) => id === selection.highlightId) ?? null;
}
