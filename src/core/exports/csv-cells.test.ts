import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { csvOf, defused } from "./csv-cells.ts";
import { hostileStrings, stringsOf, words } from "./testing/arbitrary-briefing.ts";
import { mayBeFormula } from "./testing/spreadsheet.ts";

/** The documented way back. */
function restored(cell: string): string {
  return cell
    .split(/(\r\n|[\n\r\v\f\u0085\u2028\u2029])/u)
    .map((part) => (part.startsWith("'") ? part.slice(1) : part))
    .join("");
}

const corpora = [...hostileStrings, ...stringsOf("injection-strings.json")];

const cells = fc.oneof(
  words,
  fc
    .array(
      fc.constantFrom(..."=+-@＝＋－＠'\t\n\r\v\f\u0085\u2028\u2029\u00A0\u200B\uFEFF \0a1\",;|"),
      { maxLength: 12 },
    )
    .map((list) => list.join("")),
);

describe("defused", () => {
  it("leaves nothing that a spreadsheet could run, and can be undone", () => {
    fc.assert(
      fc.property(cells, (cell) => {
        expect(mayBeFormula(defused(cell))).toBe(false);
        expect(restored(defused(cell))).toBe(cell);
      }),
      { numRuns: 2_000 },
    );
  });

  it("does so for every string of the corpora", () => {
    expect(corpora.filter(mayBeFormula).length).toBeGreaterThan(30);
    for (const cell of corpora) {
      expect(mayBeFormula(defused(cell))).toBe(false);
      expect(restored(defused(cell))).toBe(cell);
    }
  });

  it("leaves other words alone", () => {
    for (const cell of ["", "plain", "a = b", "26 countries", "it’s", "1-2", "line\nline"]) {
      expect(defused(cell)).toBe(cell);
    }
  });
});

describe("csvOf", () => {
  it("is read by another program as exactly the cells that went in", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cells, fc.option(cells), fc.nat(), fc.boolean())), (rows) => {
        const text = csvOf(["words", "maybe", "count", "sure"], rows);
        expect(text.startsWith('\uFEFF"words","maybe","count","sure"\r\n')).toBe(true);
        const read: unknown = parse(text, { bom: true });
        expect(read).toEqual([
          ["words", "maybe", "count", "sure"],
          ...rows.map(([cell, maybe, count, sure]) => [
            defused(cell),
            defused(maybe ?? ""),
            String(count),
            sure ? "yes" : "no",
          ]),
        ]);
      }),
      { numRuns: 300 },
    );
  });
});
