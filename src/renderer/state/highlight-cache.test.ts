import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";

import type { Highlight } from "#contract/highlight";
import type { ArticleId, HighlightId, TagId } from "#contract/ids";

import {
  knownHighlights,
  patchHighlights,
  seenHighlights,
  shareHighlights,
} from "./highlight-cache.ts";
import { predictHighlights } from "./predict-highlights.ts";

const articleId = "article" as ArticleId;
const key = ["highlight.list", { articleId }];
const text = "Any troops deployed will be considered legitimate targets.";

function highlight(id: string, start: number, end: number): Highlight {
  return {
    id: id as HighlightId,
    articleId,
    start,
    end,
    exact: text.slice(start, end),
    prefix: "",
    suffix: "",
    note: "",
    tagIds: [],
    claimCount: 0,
    createdAt: "2026-01-01T00:00:00.000Z",
  };
}

function clientWith(highlights: readonly Highlight[]): QueryClient {
  const client = new QueryClient();
  client.setQueryData(key, highlights);
  client.setQueryData(["article.read", { articleId }], { articleId, text, blocks: [] });
  return client;
}

const listed = (client: QueryClient) => client.getQueryData<Highlight[]>(key)?.map(({ id }) => id);

it("puts new highlights in their place, takes out what is gone and keeps the others as they are", () => {
  const a = highlight("a", 0, 3);
  const c = highlight("c", 20, 24);
  const client = clientWith([a, c]);
  patchHighlights(client, ["b" as HighlightId], [highlight("b", 4, 10)]);
  expect(listed(client)).toEqual(["a", "b", "c"]);
  expect(client.getQueryData<Highlight[]>(key)?.[0]).toBe(a);
  patchHighlights(client, ["a" as HighlightId, "b" as HighlightId], [highlight("b", 30, 40)]);
  expect(listed(client)).toEqual(["c", "b"]);
});

it("answers what it knows of a whole article, and nothing once that is stale", async () => {
  const client = clientWith([highlight("a", 0, 3)]);
  expect(knownHighlights(client, { articleId })).toHaveLength(1);
  expect(knownHighlights(client, {})).toBeNull();
  await client.invalidateQueries({ queryKey: ["highlight.list"] });
  expect(knownHighlights(client, { articleId })).toBeNull();
});

it("answers the highlights that are on the screen, unless one is not or the list is out of date", async () => {
  const client = clientWith([highlight("a", 0, 3), highlight("b", 4, 10)]);
  const seen = (...highlightIds: string[]) =>
    seenHighlights(client, { highlightIds })?.map(({ id }) => id);
  expect(seen("b")).toEqual(["b"]);
  expect(seen("b", "a")).toEqual(["a", "b"]);
  expect(seen("b", "elsewhere")).toBeUndefined();
  expect(seenHighlights(client, { articleId })).toBeUndefined();
  await client.invalidateQueries({ queryKey: ["highlight.list"] });
  expect(seen("b")).toBeUndefined();
});

it("keeps the object of each highlight that did not change", () => {
  const before = [highlight("a", 0, 3), highlight("b", 4, 10)];
  expect(shareHighlights(before, structuredClone(before))).toBe(before);
  const next = shareHighlights(before, [
    structuredClone(before[0]),
    { ...before[1], note: "new" },
  ]) as Highlight[];
  expect(next[0]).toBe(before[0]);
  expect(next[1]?.note).toBe("new");
});

it("foresees a new highlight, a tag put on and taken off, and a removal", () => {
  const tagId = "tag" as TagId;
  const a = highlight("a", 0, 3);
  const client = clientWith([a]);
  const made = predictHighlights(client, "highlight.create", { articleId, start: 4, end: 10 });
  expect(made?.now).toMatchObject([{ start: 4, end: 10, exact: "troops", tagIds: [] }]);
  const again = predictHighlights(client, "highlight.create", {
    articleId,
    start: 0,
    end: 3,
    tagIds: [tagId],
  });
  expect(again).toEqual({ ids: ["a"], now: [{ ...a, tagIds: [tagId] }] });
  const tagged = predictHighlights(client, "highlight.tag", { highlightIds: ["a"], add: [tagId] });
  expect(tagged?.now).toMatchObject([{ id: "a", tagIds: [tagId] }]);
  expect(predictHighlights(client, "highlight.trash", { highlightIds: ["a"] })).toEqual({
    ids: ["a"],
    now: [],
  });
  expect(predictHighlights(client, "tag.create", { name: "Threat" })).toBeNull();
});
