import fc from "fast-check";
import { expect, it } from "vitest";

import { lookSteps, ReadingLook, stepLook, usualLook } from "./reading-look.ts";
import type { SteppedLook } from "./reading-look.ts";

it("steps up and down within bounds, to values that are saved and read again as they are", () => {
  const name = fc.constantFrom(...(Object.keys(lookSteps) as SteppedLook[]));
  const step = fc.tuple(name, fc.constantFrom(1 as const, -1 as const));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const look = steps.reduce((at, [of, by]) => stepLook(at, of, by), usualLook);
      expect(ReadingLook.parse(JSON.parse(JSON.stringify(look)))).toEqual(look);
    }),
  );
  expect(stepLook(stepLook(usualLook, "lineHeight", 1), "lineHeight", -1)).toEqual(usualLook);
});
