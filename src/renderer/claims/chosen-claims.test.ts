import { expect, it } from "vitest";

import type { ClaimId } from "#contract/ids";

import { chosenAfter, claimOfKey, rowKey } from "./chosen-claims.ts";

const [a, b] = ["a", "b"] as ClaimId[] as [ClaimId, ClaimId];
const keys = (...pairs: [string, ClaimId][]) =>
  new Set(pairs.map(([group, claim]) => rowKey(group, claim)));

it("names a row by its group and claim", () => {
  expect(claimOfKey(rowKey("not assessed", a))).toBe(a);
});

it("chooses one claim instead of another, and adds one", () => {
  expect(chosenAfter(keys(["1", a]), keys(["1", b]))).toEqual([b]);
  expect(chosenAfter(keys(["1", a]), keys(["1", a], ["1", b]))).toEqual([a, b]);
});

it("takes a claim out of all its groups when one row of it is taken out", () => {
  const before = keys(["1", a], ["2", a], ["1", b]);
  expect(chosenAfter(before, keys(["2", a], ["1", b]))).toEqual([b]);
});

it("keeps a claim that is chosen again in one of its groups", () => {
  expect(chosenAfter(keys(["1", a], ["2", a]), keys(["1", a]))).toEqual([a]);
});
