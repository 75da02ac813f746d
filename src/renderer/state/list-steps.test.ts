import fc from "fast-check";
import { expect, it } from "vitest";

import { difference, stepInOrder } from "./list-steps.ts";

const byValue = (a: { value: number }, b: { value: number }) => a.value - b.value;
const items = fc.array(fc.record({ value: fc.nat(20) }));

it("makes of the list before and what changed the list that sorting would", () => {
  fc.assert(
    fc.property(items, items, fc.func(fc.boolean()), (old, added, isGone) => {
      const before = old.toSorted(byValue);
      const now = stepInOrder(before, isGone, added, byValue);
      const kept = before.filter((item) => !isGone(item));
      expect(now).toEqual([...kept, ...added].toSorted(byValue));
      const step = difference(before, now);
      const isRemoved = new Set(step.removed);
      expect(stepInOrder(before, (item) => isRemoved.has(item), step.added, byValue)).toEqual(now);
    }),
  );
});
