import type { QueryClient } from "@tanstack/react-query";

import type { ArticleText } from "#contract/article";
import type { Highlight } from "#contract/highlight";
import type { HighlightId } from "#contract/ids";
import type { InputOf, RequestName } from "#contract/requests";

import { highlightsOf } from "./highlight-cache.ts";

/** How highlights will be once a command was carried out; those of `ids` that are not in `now` are gone. */
export type Prediction = {
  readonly ids: readonly HighlightId[];
  readonly now: readonly Highlight[];
};

/**
 * What a command will do to highlights that the page knows, so that it is seen before the answer is here;
 * null when that cannot be told. A new highlight has an id of its own until then.
 */
export function predictHighlights<Name extends RequestName>(
  client: QueryClient,
  name: Name,
  input: InputOf<Name>,
): Prediction | null {
  switch (name) {
    case "highlight.create":
      return created(client, input as InputOf<"highlight.create">);
    case "highlight.tag":
      return tagged(client, input as InputOf<"highlight.tag">);
    case "highlight.trash":
      return { ids: (input as InputOf<"highlight.trash">).highlightIds as HighlightId[], now: [] };
    default:
      return null;
  }
}

function created(
  client: QueryClient,
  { articleId, start, end, tagIds = [], note = "" }: InputOf<"highlight.create">,
): Prediction | null {
  const text = client.getQueryData<ArticleText>(["article.read", { articleId }])?.text;
  if (text === undefined) {
    return null;
  }
  const [before] = highlightsOf(client, (each) => each.start === start && each.end === end).filter(
    (each) => each.articleId === articleId,
  );
  const highlight: Highlight = before ?? {
    id: crypto.randomUUID() as HighlightId,
    articleId: articleId as Highlight["articleId"],
    start,
    end,
    exact: text.slice(start, end),
    prefix: "",
    suffix: "",
    note,
    tagIds: [],
    claimCount: 0,
    createdAt: new Date().toISOString(),
  };
  const withTags = [...new Set([...highlight.tagIds, ...tagIds])] as Highlight["tagIds"];
  return { ids: [highlight.id], now: [{ ...highlight, tagIds: withTags }] };
}

function tagged(
  client: QueryClient,
  { highlightIds, add = [], remove = [] }: InputOf<"highlight.tag">,
): Prediction {
  const wanted = new Set<string>(highlightIds);
  const before = highlightsOf(client, ({ id }) => wanted.has(id));
  const now = before.map((highlight) => {
    const kept = highlight.tagIds.filter((tagId) => !remove.includes(tagId));
    const tagIds = [...new Set([...kept, ...add])] as Highlight["tagIds"];
    return { ...highlight, tagIds };
  });
  return { ids: before.map(({ id }) => id), now };
}
