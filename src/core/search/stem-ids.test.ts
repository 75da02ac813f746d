import fc from "fast-check";
import { expect, it } from "vitest";

import { decodeStemIds, encodeStemIds } from "./stem-ids.ts";

it("gives back the numbers, each once and in ascending order", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 2 ** 40 })), (ids) => {
      expect(decodeStemIds(encodeStemIds(new Set(ids)))).toEqual(ids.toSorted((a, b) => a - b));
    }),
  );
});
