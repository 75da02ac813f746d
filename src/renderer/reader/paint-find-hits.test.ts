import fc from "fast-check";
import { expect, it } from "vitest";

import { hitsToDraw } from "./paint-find-hits.ts";

const hitsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ start: 3 * index, length: 2 }));

it("draws all hits of an ordinary block", () => {
  const hits = hitsOf(1_000);
  expect(hitsToDraw(hits, null)).toBe(hits);
});

it("draws of very many hits a thousand in a row, the current one among them", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_001, max: 5_000 }), fc.nat(), (count, any) => {
      const hits = hitsOf(count);
      const current = hits[any % count];
      const drawn = hitsToDraw(hits, current?.start ?? null);
      expect(drawn).toHaveLength(1_000);
      expect(drawn).toContain(current);
      const from = hits.indexOf(drawn[0] ?? { start: -1, length: 0 });
      expect(drawn).toEqual(hits.slice(from, from + 1_000));
    }),
  );
});

it("draws the first of very many hits while none of them is the current one", () => {
  expect(hitsToDraw(hitsOf(2_000), null)[0]?.start).toBe(0);
});
