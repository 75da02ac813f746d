import fc from "fast-check";
import { expect, it } from "vitest";

import { markedSegments } from "./marked-segments.ts";

const passage = fc
  .record({
    before: fc.nat({ max: 50 }),
    exact: fc.string({ minLength: 1, maxLength: 60, unit: "binary" }),
    cuts: fc.array(fc.tuple(fc.nat({ max: 70 }), fc.nat({ max: 9 })), { maxLength: 8 }),
    shared: fc.option(fc.tuple(fc.nat({ max: 70 }), fc.nat({ max: 30 }))),
  })
  .map(({ before, exact, cuts, shared }) => {
    const spanOf = ([at, length]: readonly [number, number]) => ({
      start: before + at,
      end: before + at + length + 1,
    });
    return {
      start: before,
      end: before + exact.length,
      exact,
      common: cuts.map(spanOf),
      shared: shared === null ? null : spanOf(shared),
    };
  });

it("cuts a passage where marks begin and end, and loses nothing of it", () => {
  fc.assert(
    fc.property(passage, (given) => {
      const segments = markedSegments(given, given.common, given.shared);
      expect(segments.map(({ text }) => text).join("")).toBe(given.exact);
      for (const { from, text, isCommon, isShared } of segments) {
        for (let at = from; at < from + text.length; at += 1) {
          const isIn = ({ start, end }: { start: number; end: number }) => start <= at && at < end;
          expect(isCommon).toBe(given.common.some(isIn));
          expect(isShared).toBe(given.shared !== null && isIn(given.shared));
        }
      }
    }),
  );
});
