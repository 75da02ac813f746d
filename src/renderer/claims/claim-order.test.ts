import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { ClaimId } from "#contract/ids";

import { neighbourOf, placeAfterStep } from "./claim-order.ts";

const idOf = (place: number) =>
  ClaimId.parse(`01990000-0000-7000-8000-${String(place).padStart(12, "0")}`);

/** What the core does with "before": the claim is taken out and put before that one, or at the end. */
function moved(ids: readonly ClaimId[], claimId: ClaimId, before: ClaimId | null): ClaimId[] {
  const others = ids.filter((id) => id !== claimId);
  return others.toSpliced(before === null ? others.length : others.indexOf(before), 0, claimId);
}

describe("placeAfterStep", () => {
  it("moves exactly one place among the visible claims and leaves hidden ones in order", () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
        fc.nat(),
        fc.constantFrom(-1 as const, 1 as const),
        (shown, pick, step) => {
          const all = shown.map((_, place) => idOf(place));
          const visible = all.filter((_, place) => shown[place]);
          const claimId = visible[pick % Math.max(visible.length, 1)];
          fc.pre(claimId !== undefined);
          const from = visible.indexOf(claimId);
          const before = placeAfterStep(all, visible, claimId, step);
          if (visible[from + step] === undefined) {
            expect(before).toBeUndefined();
            return;
          }
          expect(before).not.toBeUndefined();
          const after = moved(all, claimId, before ?? null);
          expect(after.filter((id) => visible.includes(id)).indexOf(claimId)).toBe(from + step);
          const withoutIt = (ids: readonly ClaimId[]) => ids.filter((id) => id !== claimId);
          expect(withoutIt(after)).toEqual(withoutIt(all));
        },
      ),
    );
  });
});

describe("neighbourOf", () => {
  it("answers the next one, and the one before for the last", () => {
    expect(neighbourOf(["a", "b", "c"], "b")).toBe("c");
    expect(neighbourOf(["a", "b", "c"], "c")).toBe("b");
    expect(neighbourOf(["a"], "a")).toBeNull();
    expect(neighbourOf(["a"], "x")).toBeNull();
  });
});
