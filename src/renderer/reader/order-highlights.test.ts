import fc from "fast-check";
import { expect, it } from "vitest";

import type { HighlightId } from "#contract/ids";

import { inReadingOrder, ReadingOrder } from "./order-highlights.ts";
import type { PlacedHighlight } from "./order-highlights.ts";

const highlights = fc
  .uniqueArray(fc.record({ start: fc.nat(50), length: fc.integer({ min: 1, max: 20 }) }), {
    maxLength: 30,
  })
  .map((spans) =>
    spans.map(({ start, length }, at): PlacedHighlight => ({
      id: `h${at}` as HighlightId,
      start,
      end: start + length,
    })),
  );

it("is kept over steps as sorting anew would have it", () => {
  fc.assert(
    fc.property(highlights, fc.array(fc.array(fc.nat(29))), (all, steps) => {
      const order = new ReadingOrder();
      for (const step of steps) {
        const shown = [...new Set(step)].toSorted((a, b) => a - b).flatMap((at) => all[at] ?? []);
        expect(order.update(shown)).toEqual(inReadingOrder(shown));
      }
    }),
  );
});
