import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Block } from "#contract/article";
import type { Highlight, Tag } from "#contract/highlight";
import type { ArticleId, HighlightId, TagId } from "#contract/ids";

import { LooksByBlock } from "./looks-of-highlights.ts";
import { inReadingOrder } from "./order-highlights.ts";

const blocks = Array.from({ length: 10 }, (_, index): Block => ({
  start: index * 20,
  end: index * 20 + 19,
  kind: "paragraph",
  level: 0,
  boilerplate: false,
  datelineEnd: null,
  sentences: [],
}));

function highlight(id: string, start: number, end: number, tagIds: TagId[] = []): Highlight {
  return {
    id: id as HighlightId,
    articleId: "article" as ArticleId,
    start,
    end,
    exact: "",
    prefix: "",
    suffix: "",
    note: "",
    tagIds,
    claimCount: 0,
    createdAt: "2026-01-01T00:00:00.000Z",
  };
}

const threat: Tag = {
  id: "tag-threat" as TagId,
  name: "Threat",
  colour: "sky",
  parentId: null,
  description: "",
  shortcut: null,
  position: 0,
  highlightCount: 0,
};

const span = fc
  .tuple(fc.nat(190), fc.integer({ min: 1, max: 60 }))
  .map(([start, length]) => ({ start, end: Math.min(start + length, 199) }))
  .filter(({ start, end }) => start < end);

type Span = { readonly start: number; readonly end: number };

/** What lies between blocks is not drawn. */
function meetInABlock(a: Span, b: Span): boolean {
  return blocks.some(
    (block) => Math.max(a.start, b.start, block.start) < Math.min(a.end, b.end, block.end),
  );
}

describe("LooksByBlock", () => {
  it("gives every block its highlights, and no two that overlap one lane, after any changes", () => {
    const step = fc.record({ add: fc.array(span, { maxLength: 4 }), remove: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const looks = new LooksByBlock(blocks);
        let highlights: Highlight[] = [];
        let made = 0;
        for (const { add, remove } of steps) {
          const added = add.map(({ start, end }) => highlight(`h${(made += 1)}`, start, end));
          highlights = inReadingOrder([...highlights.toSpliced(remove, 1), ...added]);
          const lists = looks.update(highlights, []);
          for (const [index, block] of blocks.entries()) {
            const expected = highlights.filter((h) => h.start < block.end && h.end > block.start);
            const list = lists[index] ?? [];
            expect(list.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
          }
          const all = [...new Map(lists.flat().map((look) => [look.id, look])).values()];
          for (const [at, a] of all.entries()) {
            for (const b of all.slice(at + 1)) {
              expect(meetInABlock(a, b) && a.lane === b.lane).toBe(false);
            }
          }
        }
      }),
    );
  });

  it("leaves the lists of the blocks that a change does not touch as they were", () => {
    const looks = new LooksByBlock(blocks);
    const first = [highlight("a", 0, 30), highlight("b", 100, 110)];
    const before = looks.update(first, []);
    const after = looks.update([...first, highlight("c", 102, 108)], []);
    for (const index of blocks.keys()) {
      expect(after[index] === before[index]).toBe(index !== 5);
    }
  });

  it("draws a retagged highlight anew in its lane, and all of them when a tag has a new colour", () => {
    const looks = new LooksByBlock(blocks);
    const a = highlight("a", 0, 10);
    const b = highlight("b", 2, 8);
    looks.update([a, b], [threat]);
    const tagged = looks.update([a, { ...b, tagIds: [threat.id] }], [threat]);
    expect(tagged[0]?.map(({ lane, colour, title }) => [lane, colour, title])).toEqual([
      [0, "none", "Highlight without a tag"],
      [1, "sky", "Threat"],
    ]);
    const recoloured = looks.update(
      [a, { ...b, tagIds: [threat.id] }],
      [{ ...threat, colour: "purple" }],
    );
    expect(recoloured[0]?.map(({ colour }) => colour)).toEqual(["none", "purple"]);
  });
});
