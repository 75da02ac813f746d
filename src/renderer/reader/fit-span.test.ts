import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { clusterEnd, fitSpan } from "./fit-span.ts";

/** Text rich in what is easily cut in two. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        " ",
        "\n",
        "\u00a0",
        "a",
        "“",
        "é",
        "e\u0301",
        "👩‍👩‍👧",
        "🇺🇦",
        "👍🏽",
        "שָׁ",
        "क्षि",
        "한",
        "漢",
        "\u0301",
      ),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(""));

const boundariesOf = (value: string) =>
  new Set([
    ...[...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(value)].map(
      ({ index }) => index,
    ),
    value.length,
  ]);

describe("fitSpan", () => {
  it("ends only between whole characters, and keeps all that was chosen but outer white space", () => {
    fc.assert(
      fc.property(text, fc.nat(80), fc.nat(80), (value, a, b) => {
        const raw = { start: Math.min(a, b), end: Math.max(a, b) };
        const span = fitSpan(value, raw);
        const chosen = value.slice(raw.start, raw.end);
        if (span === null) {
          expect(chosen.trim()).toBe("");
          return;
        }
        const boundaries = boundariesOf(value);
        expect(boundaries).toContain(span.start);
        expect(boundaries).toContain(span.end);
        const exact = value.slice(span.start, span.end);
        expect(exact).toContain(chosen.trim());
        expect(exact.isWellFormed() || !value.isWellFormed()).toBe(true);
      }),
    );
  });

  it("is stable: a fitted span fits", () => {
    fc.assert(
      fc.property(text, fc.nat(80), fc.nat(80), (value, a, b) => {
        const span = fitSpan(value, { start: Math.min(a, b), end: Math.max(a, b) });
        if (span !== null) {
          expect(fitSpan(value, span)).toEqual(span);
        }
      }),
    );
  });

  it("leaves out the line end that a triple click takes along", () => {
    expect(fitSpan("First.\nSecond.", { start: 0, end: 7 })).toEqual({ start: 0, end: 6 });
  });

  it("takes a family emoji whole when half of it was chosen", () => {
    const family = "👩‍👩‍👧";
    expect(fitSpan(`a${family}b`, { start: 3, end: 4 })).toEqual({
      start: 1,
      end: 1 + family.length,
    });
  });
});

describe("clusterEnd", () => {
  it("is the next boundary at or after the offset", () => {
    fc.assert(
      fc.property(text, fc.nat(60), (value, raw) => {
        const offset = Math.min(raw, value.length);
        const next = [...boundariesOf(value)].toSorted((a, b) => a - b).find((at) => at >= offset);
        expect(clusterEnd(value, offset)).toBe(next);
      }),
    );
  });
});
