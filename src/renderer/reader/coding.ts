import type { TextSpan } from "#contract/article";
import type { Highlight, Tag } from "#contract/highlight";
import type { HighlightId, TagId } from "#contract/ids";

import type { ActionContext } from "../actions/action.ts";
import { announce, select, setPassage, useWorkbench } from "../state/workbench.ts";
import type { Passage } from "../state/workbench.ts";
import { chosenHighlights, noHighlightChosen } from "./chosen-highlights.ts";
import { describeHighlight, wordsOf } from "./describe-highlight.ts";
import { findTag } from "./find-tag.ts";
import { activePane, focusActivePane } from "./open-panes.ts";
import { neighbourAfterRemoval, neighbourOf, nextOfStack, stackOf } from "./walk-highlights.ts";

export type Coder = Pick<ActionContext, "request" | "run">;
type NamedTag = Pick<Tag, "id" | "name">;
/** A tag of the codebook, or one that is made as it is put on. */
type TagToPutOn = NamedTag | { readonly id: null; readonly name: string };

const nothingChosen = "Select a passage first, or move by sentence with the arrow keys";

/**
 * Puts a tag on the chosen passage, which becomes a highlight; without a passage it is put on the chosen
 * highlights, or taken off when all of them carry it already.
 */
export async function applyTag(coder: Coder, tag: TagToPutOn): Promise<void> {
  const { passage } = useWorkbench.getState();
  if (passage !== null) {
    await highlightPassage(coder, passage, tag);
    return;
  }
  const highlights = await chosenHighlights(coder);
  if (highlights.length === 0) {
    announce(nothingChosen);
    return;
  }
  await toggleTag(coder, highlights, tag);
}

export async function toggleTag(
  { run }: Pick<Coder, "run">,
  highlights: readonly Pick<Highlight, "id" | "tagIds">[],
  tag: TagToPutOn,
): Promise<void> {
  const { id, name } = tag;
  const has = id !== null && highlights.every(({ tagIds }) => tagIds.includes(id));
  const changed = await run("highlight.tag", {
    highlightIds: highlights.map((highlight) => highlight.id),
    ...(id === null ? { newTag: { name } } : has ? { remove: [id] } : { add: [id] }),
  });
  if (changed === null) {
    return;
  }
  const many = highlights.length === 1 ? "" : `, ${highlights.length} highlights`;
  announce(`${has ? `Tag ${name} taken off` : `Tagged ${name}`}${many}`);
  if (!has) {
    rememberTag(id ?? changed[0]?.tagIds.at(-1) ?? null);
  }
}

/** Makes a tag and puts it on what is chosen, as one change. */
export async function applyNewTag(coder: Coder, name: string): Promise<void> {
  await applyTag(coder, { id: null, name });
}

/** Puts the tag with a key from 1 to 9 on what is chosen. */
export async function applyTagOfKey(coder: Coder, key: string): Promise<void> {
  const tag = await findTag(coder.request, ({ shortcut }) => shortcut === key);
  if (tag === undefined) {
    announce(`No tag has the key ${key}. Give it to one in the codebook`);
    return;
  }
  await applyTag(coder, tag);
}

/** Puts the tag that was put on last on what is chosen. */
export async function applyLastTag(coder: Coder): Promise<void> {
  const { lastTagId } = useWorkbench.getState();
  const tag = await findTag(coder.request, ({ id }) => id === lastTagId);
  if (tag === undefined) {
    announce("No tag was put on yet. Find or make one first");
    return;
  }
  await applyTag(coder, tag);
}

/** Puts a tag, known or new, in the place of all tags of the chosen highlights, as one change. */
export async function retag(coder: Coder, tag: TagToPutOn): Promise<void> {
  const highlights = await chosenHighlights(coder);
  if (highlights.length === 0) {
    announce(noHighlightChosen);
    return;
  }
  const before = [...new Set(highlights.flatMap(({ tagIds }) => tagIds))];
  const changed = await coder.run("highlight.tag", {
    highlightIds: highlights.map(({ id }) => id),
    ...(tag.id === null ? { newTag: { name: tag.name } } : { add: [tag.id] }),
    remove: before.filter((id) => id !== tag.id),
  });
  if (changed !== null) {
    announce(`Retagged ${tag.name}`);
    rememberTag(tag.id ?? changed[0]?.tagIds.at(-1) ?? null);
  }
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
  tag: TagToPutOn | null,
): Promise<void> {
  const { articleId, start, end } = passage;
  const highlight = await run("highlight.create", {
    articleId,
    start,
    end,
    ...(tag === null
      ? {}
      : tag.id === null
        ? { newTag: { name: tag.name } }
        : { tagIds: [tag.id] }),
  });
  if (highlight === null) {
    return;
  }
  const words = wordsOf(highlight.exact);
  announce(tag === null ? `Highlighted ${words}` : `Tagged ${tag.name}, ${words}`);
  if (tag !== null) {
    rememberTag(tag.id ?? highlight.tagIds.at(-1) ?? null);
  }
  // An analyst who has gone on to another passage meanwhile keeps it.
  if (useWorkbench.getState().passage === passage) {
    setPassage(null);
    window.getSelection()?.removeAllRanges();
    select({ kind: "highlight", highlightId: highlight.id, articleId });
  }
}

function rememberTag(lastTagId: TagId | null): void {
  useWorkbench.setState({ lastTagId });
}

/** Removes the chosen highlights; the one that followed is selected, and the focus is in the text. */
export async function removeSelectedHighlight(coder: Coder): Promise<void> {
  const highlights = await chosenHighlights(coder);
  const [first] = highlights;
  if (first === undefined) {
    announce(noHighlightChosen);
  } else if (highlights.length === 1) {
    await removeHighlight(coder, first);
  } else if (
    (await coder.run("highlight.trash", { highlightIds: highlights.map(({ id }) => id) })) !== null
  ) {
    useWorkbench.setState({ markedIds: [] });
    select(null);
    announce(`${highlights.length} highlights removed`);
    focusActivePane();
  }
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

/** Where the last walk through a stack began; it goes on while what it chose is still selected. */
let walked: { readonly highlightId: HighlightId; readonly span: TextSpan } | null = null;

/**
 * Selects the next of the highlights that lie where the reader is, the shortest first: those that touch the
 * chosen passage, else those that overlap the selected highlight, else those at the cursor.
 */
export function stepStack(): void {
  const pane = activePane();
  if (pane === null) {
    return;
  }
  const { passage, selection } = useWorkbench.getState();
  const all = pane.highlights();
  const selectedId = selection?.kind === "highlight" ? selection.highlightId : null;
  const place = pane.placeUtf16();
  const span =
    passage?.articleId === pane.articleId
      ? passage
      : walked !== null && walked.highlightId === selectedId
        ? walked.span
        : (all.find(({ id }) => id === selectedId) ?? { start: place, end: place + 1 });
  const stack = stackOf(all.filter(({ start, end }) => start < span.end && end > span.start));
  const nextId = nextOfStack(stack, selectedId);
  const at = stack.findIndex(({ id }) => id === nextId);
  const highlight = stack[at];
  if (highlight === undefined) {
    announce("No highlight lies here");
    return;
  }
  walked = { highlightId: highlight.id, span: { start: span.start, end: span.end } };
  setPassage(null);
  window.getSelection()?.removeAllRanges();
  select({ kind: "highlight", highlightId: highlight.id, articleId: highlight.articleId });
  const which =
    stack.length === 1 ? "The only highlight here" : `${at + 1} of ${stack.length} here`;
  announce(
    `${which}: ${describeHighlight(highlight, pane.tags())}: “${excerptOf(highlight.exact)}”`,
  );
  pane.reveal(highlight);
  pane.focus();
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
  return nameOfHighlight(highlight, all, await request("tag.list", {}, { asSeen: true }));
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
