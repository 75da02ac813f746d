import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { ArticleId } from "#contract/ids";

import { layoutOf, readLayouts, withLayout, withoutLayout } from "./saved-layouts.ts";

const articleId = (serial: number) =>
  `018f0000-0000-7000-8000-${String(serial).padStart(12, "0")}` as ArticleId;
const desk = {
  panes: [1, 2, 1].map((serial, index) => ({
    paneId: `pane-${index}`,
    articleId: articleId(serial),
  })),
  dock: { view: "board", open: true, maximised: false },
  libraryOpen: false,
  inspectorOpen: true,
} as const;

describe("layouts", () => {
  it("come back from the project as they were kept, with an article at two places", () => {
    const layout = layoutOf(" Five outlets ", desk, [50, 30, 20]);
    const kept = JSON.parse(JSON.stringify(withLayout([], layout))) as unknown;
    expect(readLayouts(kept)).toEqual([
      {
        name: "Five outlets",
        articleIds: [articleId(1), articleId(2), articleId(1)],
        widths: [50, 30, 20],
        dock: { view: "board", open: true, maximised: false },
        libraryOpen: false,
        inspectorOpen: true,
      },
    ]);
  });

  it("of another version are left out, and the others are still there", () => {
    const layout = layoutOf("One", desk, []);
    expect(readLayouts([layout, { name: "Two" }, null])).toEqual([layout]);
    expect(readLayouts({ One: layout })).toEqual([]);
    expect(readLayouts(null)).toEqual([]);
  });

  it("have names of their own, however these are written, and are in order of name", () => {
    const name = fc.constantFrom("one", "One", " ONE", "two", "Drei", "zwölf");
    fc.assert(
      fc.property(fc.array(name), (names) => {
        const layouts = names.reduce(
          (all, each) => withLayout(all, layoutOf(each, desk, [])),
          readLayouts([]),
        );
        const plain = layouts.map((each) => each.name.toLowerCase());
        expect(new Set(plain).size).toBe(plain.length);
        expect(new Set(plain)).toEqual(new Set(names.map((each) => each.trim().toLowerCase())));
        expect(plain).toEqual(plain.toSorted((a, b) => a.localeCompare(b)));
        expect(withoutLayout(layouts, "ONE").map((each) => each.name.toLowerCase())).toEqual(
          plain.filter((each) => each !== "one"),
        );
      }),
    );
  });
});
