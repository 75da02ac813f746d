import fc from "fast-check";
import { expect, it } from "vitest";

import { kindOfRun, segmentsOf } from "./mark-runs.ts";

const span = { start: 0, end: 1 };

it("tells quotation from narration", () => {
  const run = (words: number, quotedWords: number) =>
    kindOfRun({ spanA: span, spanB: span, words, quotedWords });
  expect(run(9, 0)).toBe("narration");
  expect(run(9, 9)).toBe("quotation");
  expect(run(9, 4)).toBe("both");
});

it("cuts a paragraph at the runs in it, overlapping or reaching out of it", () => {
  const runs = [
    { start: 0, end: 12 },
    { start: 15, end: 20 },
    { start: 18, end: 40 },
  ];
  expect(segmentsOf({ start: 10, end: 30 }, runs)).toEqual([
    { start: 10, end: 12, runs: [0] },
    { start: 12, end: 15, runs: [] },
    { start: 15, end: 18, runs: [1] },
    { start: 18, end: 20, runs: [1, 2] },
    { start: 20, end: 30, runs: [2] },
  ]);
});

it("covers the stretch without gap or overlap, whatever the runs", () => {
  const spans = fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 30 }))
    .map(([start, length]) => ({ start, end: start + length }));
  fc.assert(
    fc.property(spans, fc.array(spans, { maxLength: 8 }), (stretch, runs) => {
      const segments = segmentsOf(stretch, runs);
      expect(segments[0]?.start).toBe(stretch.start);
      expect(segments.at(-1)?.end).toBe(stretch.end);
      for (const [at, { start, end, runs: own }] of segments.entries()) {
        expect(end).toBeGreaterThan(start);
        expect(segments[at + 1]?.start ?? end).toBe(end);
        const holding = [...runs.entries()]
          .filter(([, run]) => run.start <= start && run.end >= end)
          .map(([place]) => place);
        expect(own).toEqual(holding);
      }
    }),
  );
});
