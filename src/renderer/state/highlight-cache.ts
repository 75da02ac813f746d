import type { QueryClient } from "@tanstack/react-query";

import type { Highlight } from "#contract/highlight";
import type { HighlightId } from "#contract/ids";
import type { InputOf, OutputOf, RequestName } from "#contract/requests";

import { difference, stepInOrder } from "./list-steps.ts";

/**
 * Puts highlights as they are now into what the page has read of whole articles, in their place in the
 * text; those of `ids` that are not among them are gone.
 */
export function patchHighlights(
  client: QueryClient,
  ids: readonly HighlightId[],
  now: readonly Highlight[],
): void {
  const changed = new Set(ids);
  for (const query of client.getQueryCache().findAll({ queryKey: ["highlight.list"] })) {
    const input = query.queryKey[1] as InputOf<"highlight.list"> | null; // every key is made by useRequest
    const before = query.state.data as readonly Highlight[] | undefined;
    if (isOfWholeArticle(input) && before !== undefined) {
      const mine = now.filter(({ articleId }) => articleId === input.articleId);
      if (mine.length > 0 || before.some(({ id }) => changed.has(id))) {
        client.setQueryData(query.queryKey, withHighlights(before, changed, mine));
      }
    }
  }
}

/**
 * Those of the highlights the page has read of whole articles that meet a condition, each once. Lists that
 * are out of date and are not being read again play no part.
 */
export function highlightsOf(
  client: QueryClient,
  isWanted: (highlight: Highlight) => boolean,
): Highlight[] {
  const found = new Map<HighlightId, Highlight>();
  for (const query of client.getQueryCache().findAll({ queryKey: ["highlight.list"] })) {
    const { isInvalidated, fetchStatus } = query.state;
    const isOld = isInvalidated && fetchStatus === "idle";
    if (!isOld && isOfWholeArticle(query.queryKey[1] as InputOf<"highlight.list"> | null)) {
      for (const highlight of (query.state.data as readonly Highlight[] | undefined) ?? []) {
        if (isWanted(highlight)) {
          found.set(highlight.id, highlight);
        }
      }
    }
  }
  return [...found.values()];
}

/** The highlights of a whole article, when the page has them as they are now. */
export function knownHighlights(
  client: QueryClient,
  input: InputOf<"highlight.list">,
): Highlight[] | null {
  if (!isOfWholeArticle(input)) {
    return null;
  }
  const state = client.getQueryState<Highlight[]>(["highlight.list", input]);
  return state?.data !== undefined && !state.isInvalidated && state.fetchStatus === "idle"
    ? state.data
    : null;
}

/** Highlights of articles that are on the screen, in order of span; undefined unless all of them are. */
export function seenHighlights(
  client: QueryClient,
  { articleId, tagId, touching, highlightIds }: InputOf<"highlight.list">,
): Highlight[] | undefined {
  if (
    highlightIds === undefined ||
    articleId !== undefined ||
    tagId !== undefined ||
    touching !== undefined
  ) {
    return undefined;
  }
  const wanted = new Set<string>(highlightIds);
  const found = highlightsOf(client, ({ id }) => wanted.has(id));
  return found.length === wanted.size ? found : undefined;
}

/** What `patchHighlights` keeps up to date; other lists of highlights are read again. */
export function isOfWholeArticle(input: InputOf<"highlight.list"> | null): input is {
  articleId: InputOf<"highlight.create">["articleId"];
} {
  return (
    input !== null &&
    input.articleId !== undefined &&
    input.tagId === undefined &&
    input.touching === undefined &&
    input.highlightIds === undefined
  );
}

/** The next answer, with each highlight that is as it was before the very same object. */
export function shareHighlights(before: unknown, next: unknown): unknown {
  if (!Array.isArray(before) || !Array.isArray(next) || before === next) {
    return next;
  }
  // Of a list that was patched only what changed is another object: the rest need not be looked for.
  const { removed, added } = difference(before as Highlight[], next as Highlight[]);
  if (removed.length === 0 && added.length === 0 && before.length === next.length) {
    return before;
  }
  const known = new Map(removed.map((highlight) => [highlight.id, highlight]));
  const kept = new Map<Highlight, Highlight>();
  for (const highlight of added) {
    const old = known.get(highlight.id);
    if (old !== undefined && isSame(old, highlight)) {
      kept.set(highlight, old);
    }
  }
  const shared =
    kept.size === 0
      ? (next as Highlight[])
      : (next as Highlight[]).map((highlight) => kept.get(highlight) ?? highlight);
  const isAllSame =
    shared.length === before.length && shared.every((highlight, at) => highlight === before[at]);
  return isAllSame ? before : shared;
}

function isSame(a: Highlight, b: Highlight): boolean {
  return (
    a.start === b.start &&
    a.end === b.end &&
    a.articleId === b.articleId &&
    a.note === b.note &&
    a.claimCount === b.claimCount &&
    a.exact === b.exact &&
    a.prefix === b.prefix &&
    a.suffix === b.suffix &&
    a.createdAt === b.createdAt &&
    a.tagIds.length === b.tagIds.length &&
    a.tagIds.every((tagId, at) => tagId === b.tagIds[at])
  );
}

/** What the answer to a command says of highlights, or null when it says nothing. */
export function highlightsOfAnswer<Name extends RequestName>(
  name: Name,
  input: InputOf<Name>,
  value: OutputOf<Name>,
): { readonly ids: readonly HighlightId[]; readonly now: readonly Highlight[] } | null {
  switch (name) {
    case "highlight.create":
    case "highlight.change": {
      const highlight = value as OutputOf<"highlight.create" | "highlight.change">;
      return { ids: [highlight.id], now: [highlight] };
    }
    case "highlight.tag": {
      const now = value as OutputOf<"highlight.tag">;
      return { ids: now.map(({ id }) => id), now };
    }
    case "highlight.trash":
      return { ids: (input as InputOf<"highlight.trash">).highlightIds as HighlightId[], now: [] };
    default:
      return null;
  }
}

/** @param before in order of span, as the core lists an article's highlights */
function withHighlights(
  before: readonly Highlight[],
  changed: ReadonlySet<HighlightId>,
  now: readonly Highlight[],
): Highlight[] {
  return stepInOrder(
    before,
    ({ id }) => changed.has(id),
    now,
    (a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
}
