import { expect, it } from "vitest";

import { rowOfLikelihood } from "#contract/likelihood";

import { judgementWords, likelihoodWords, termsOfRow } from "./judgement-words.ts";

it("says what was judged, and nothing of the rest", () => {
  const none = { kind: null, likelihood: null, confidence: null };
  expect(judgementWords(none)).toBe("");
  expect(judgementWords({ ...none, likelihood: "likely" })).toBe("Likely");
  expect(judgementWords({ kind: "forecast", likelihood: "probable", confidence: "low" })).toBe(
    "Forecast, probable, low confidence",
  );
});

it("gives each term its band of percent", () => {
  expect(likelihoodWords("almost no chance")).toBe("almost no chance (1–5 %)");
  expect(likelihoodWords("nearly certain")).toBe("nearly certain (95–99 %)");
});

it("keeps the two rows apart", () => {
  expect(termsOfRow(1).map(rowOfLikelihood)).toEqual([1, 1, 1, 1, 1, 1, 1]);
  expect(termsOfRow(2).map(rowOfLikelihood)).toEqual([2, 2, 2, 2, 2, 2, 2]);
});
