import { describe, expect, it } from "vitest";

import type { Highlight, Tag } from "#contract/highlight";
import type { ArticleId, HighlightId, TagId } from "#contract/ids";

import { placeAfterStep, placeOfDrop, treeOf } from "./tag-tree.ts";
import type { TagNode } from "./tag-tree.ts";
import { visibleHighlights, visibleTags } from "./visible-highlights.ts";

/** "a", "b/c": a tag and its parent before the slash. */
function tagsOf(...paths: string[]): Tag[] {
  return paths.map((path, position) => {
    const [id = "", parent] = path.split("/").toReversed();
    return {
      id: id as TagId,
      name: id,
      colour: "grey",
      parentId: (parent ?? null) as TagId | null,
      description: "",
      shortcut: null,
      position,
      highlightCount: 0,
    };
  });
}
const id = (name: string) => name as TagId;
const tags = tagsOf("a", "a/b", "a/c", "d", "c/e");

describe("the codebook's tree", () => {
  it("holds every tag once, siblings in order", () => {
    const names = (nodes: readonly TagNode[]): unknown[] =>
      nodes.map(({ tag, children }) =>
        children.length === 0 ? tag.name : [tag.name, ...names(children)],
      );
    expect(names(treeOf(tags))).toEqual([["a", "b", ["c", "e"]], "d"]);
  });

  it.each([
    ["c", "up", { parentId: "a", beforeTagId: "b" }],
    ["b", "up", null],
    ["b", "down", { parentId: "a", beforeTagId: null }],
    ["d", "in", { parentId: "a", beforeTagId: null }],
    ["a", "in", null],
    ["c", "out", { parentId: null, beforeTagId: "d" }],
    ["e", "out", { parentId: "a", beforeTagId: null }],
    ["a", "out", null],
  ] as const)("moves %s %s", (name, step, place) => {
    expect(placeAfterStep(tags, id(name), step)).toEqual(place);
  });

  it.each([
    ["d", "b", "before", { parentId: "a", beforeTagId: "b" }],
    ["d", "b", "after", { parentId: "a", beforeTagId: "c" }],
    ["d", "e", "on", { parentId: "e", beforeTagId: null }],
    ["b", "c", "after", { parentId: "a", beforeTagId: null }],
    ["a", "e", "on", null],
    ["a", "a", "on", null],
  ] as const)("drops %s on %s, %s", (name, target, position, place) => {
    expect(placeOfDrop(tags, id(name), { tagId: id(target), position })).toEqual(place);
  });
});

describe("hiding and soloing", () => {
  const highlight = (name: string, ...tagNames: string[]): Highlight => ({
    id: name as HighlightId,
    articleId: "x" as ArticleId,
    start: 0,
    end: 1,
    exact: "",
    prefix: "",
    suffix: "",
    note: "",
    tagIds: tagNames.map(id),
    claimCount: 0,
    createdAt: "",
  });
  const all = [highlight("1"), highlight("2", "b"), highlight("3", "e"), highlight("4", "e", "d")];
  const shown = (hidden: string[], solo: string | null) => {
    const visible = visibleTags(tags, {
      hiddenTagIds: hidden.map(id),
      soloTagId: solo === null ? null : id(solo),
    });
    return visible === null
      ? "all"
      : visibleHighlights(all, visible, solo !== null).map(({ id: each, tagIds }) => [
          each,
          ...tagIds,
        ]);
  };

  it("shows everything until a tag is hidden", () => {
    expect(shown([], null)).toBe("all");
    expect(shown(["gone"], "gone")).toBe("all");
  });

  it("hides the tags below a hidden one too, and lets a visible tag give the hue", () => {
    expect(shown(["c"], null)).toEqual([["1"], ["2", "b"], ["4", "d", "e"]]);
  });

  it("shows only what carries the solo tag or one below it", () => {
    expect(shown(["b"], "c")).toEqual([
      ["3", "e"],
      ["4", "e", "d"],
    ]);
  });
});
