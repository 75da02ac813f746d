import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Block } from "#contract/article";
import type { Tag } from "#contract/highlight";
import type { TagId } from "#contract/ids";

import { groupBlocks } from "./block-groups.ts";
import { describeHighlight } from "./describe-highlight.ts";
import { layoutOfPanes, readDeskSizes, withLayout } from "./desk-sizes.ts";
import { matchTags, newTagName } from "./match-tags.ts";

function tag(name: string, position: number): Tag {
  return {
    id: `tag-${name}` as TagId,
    name,
    colour: "sky",
    parentId: null,
    description: "",
    shortcut: null,
    position,
    highlightCount: 0,
  };
}

const threat = tag("Threat", 0);
const troops = tag("Troop numbers", 1);
const elysee = tag("Élysée", 2);
const tags = [threat, troops, elysee];

describe("describeHighlight", () => {
  it("says tags and length", () => {
    expect(
      describeHighlight({ exact: "26 countries had pledged", tagIds: [threat.id] }, tags),
    ).toBe("tag Threat, 4 words");
    expect(describeHighlight({ exact: "Putin", tagIds: [threat.id, troops.id] }, tags)).toBe(
      "tags Threat, Troop numbers, 1 word",
    );
    expect(describeHighlight({ exact: "東京都", tagIds: [] }, tags)).toMatch(
      /^no tag, \d words?$/u,
    );
  });
});

describe("matchTags", () => {
  it("matches parts of words whatever case and accents, beginnings first", () => {
    expect(matchTags(tags, "elys")).toEqual([elysee]);
    expect(matchTags(tags, "num tro")).toEqual([troops]);
    expect(
      matchTags([tag("A threat", 0), { ...threat, position: 1 }], "thr").map(({ name }) => name),
    ).toEqual(["Threat", "A threat"]);
    expect(matchTags(tags, "")).toEqual(tags);
  });

  it("offers a new tag only under a name that is not taken", () => {
    expect(newTagName(tags, "  New   idea ")).toBe("New idea");
    expect(newTagName(tags, "THREAT ")).toBeNull();
    expect(newTagName(tags, " ")).toBeNull();
  });
});

describe("groupBlocks", () => {
  it("keeps every block in order, and joins only neighbouring list items", () => {
    const kinds = fc.array(
      fc.constantFrom("paragraph" as const, "list-item" as const, "heading" as const),
    );
    fc.assert(
      fc.property(kinds, (list) => {
        const blocks = list.map((kind, start): Block => ({
          start,
          end: start + 1,
          kind,
          level: 0,
          boilerplate: false,
          datelineEnd: null,
          sentences: [],
        }));
        const groups = groupBlocks(blocks);
        expect(groups.flatMap((group) => group.blocks)).toEqual(blocks);
        for (const [index, group] of groups.entries()) {
          expect(blocks[group.from]).toBe(group.blocks[0]);
          expect(group.kind === "list" && groups[index + 1]?.kind === "list").toBe(false);
        }
      }),
    );
  });
});

describe("desk sizes", () => {
  it("come back for the same number of panes, whichever articles they show", () => {
    const sizes = withLayout({}, ["a", "b", "c"], { a: 20, b: 30, c: 50 });
    expect(layoutOfPanes(readDeskSizes(structuredClone(sizes)), ["x", "y", "z"])).toEqual({
      x: 20,
      y: 30,
      z: 50,
    });
    expect(layoutOfPanes(sizes, ["a", "b"])).toEqual({ a: 50, b: 50 });
  });

  it("ignore what cannot be read", () => {
    expect(readDeskSizes(null)).toEqual({});
    expect(readDeskSizes({ 2: ["wide"] })).toEqual({});
    expect(layoutOfPanes({ 2: [10, 10] }, ["a", "b"])).toEqual({ a: 50, b: 50 });
  });
});
