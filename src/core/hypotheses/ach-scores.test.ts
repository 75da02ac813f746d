import fc from "fast-check";
import { expect, it } from "vitest";

import { AchRating } from "#contract/ach";
import type { AchWeight } from "#contract/ach";

import {
  diagnosticity,
  inconsistencyScore,
  leadersOf,
  weightedInconsistencyScore,
  weightFactor,
} from "./ach-scores.ts";

/**
 * Heuer's worked example, chapter 8 (will Iraq retaliate for the bombing of its intelligence headquarters?),
 * with his + as C and his − as I. Columns: no retaliation; minor terrorist actions; a major attack.
 */
const heuer: readonly (readonly AchRating[])[] = [
  ["C", "C", "C"], // E1: public statement of intent not to retaliate
  ["C", "C", "I"], // E2: no terrorist offensive during the Gulf War of 1991
  ["C", "C", "I"], // E3: assumed not to want another war
  ["I", "C", "C"], // E4: more radio broadcasts to agents
  ["I", "C", "C"], // E5: embassies told to take precautions
  ["I", "C", "C"], // E6: assumed loss of face by not retaliating
];

const columnOf = (index: number) => heuer.map((row) => row[index] ?? null);

it("counts Heuer's minuses: 3, 0 and 2, so minor actions are least disproved", () => {
  const sums = [0, 1, 2].map((index) => inconsistencyScore(columnOf(index)));
  expect(sums).toEqual([3, 0, 2]);
  const scores = sums.map((sum) => ({ inconsistency: sum, weightedInconsistency: -sum }));
  expect(leadersOf(scores)).toEqual({ inconsistency: [1], weightedInconsistency: [1] });
});

it("counts II twice, and consistency, neutrality and blanks not at all", () => {
  expect(inconsistencyScore(["II", "I", "CC", "C", "N", "NA", null])).toBe(3);
  expect(inconsistencyScore([])).toBe(0);
});

it.each<[AchRating, AchWeight, AchWeight, number]>([
  // −1 × 1 × 1
  ["I", "medium", "medium", -1],
  // −2 × √2 × √2
  ["II", "high", "high", -4],
  // −2 × 1/√2 × 1/√2
  ["II", "low", "low", -1],
  // −1 × √2 × 1/√2
  ["I", "high", "low", -1],
  // −1 × √2 × 1
  ["I", "high", "medium", -Math.SQRT2],
  ["CC", "high", "high", 0],
  ["NA", "high", "high", 0],
])(
  "weighs %s with %s credibility and %s relevance as %d",
  (rating, credibility, relevance, score) => {
    expect(weightedInconsistencyScore([{ rating, credibility, relevance }])).toBeCloseTo(score, 12);
  },
);

it("sums the weighted cells of a hypothesis", () => {
  // −(1 × √2 × √2) − (2 × 1 × 1/√2) = −2 − √2
  expect(
    weightedInconsistencyScore([
      { rating: "I", credibility: "high", relevance: "high" },
      { rating: "II", credibility: "medium", relevance: "low" },
      { rating: null, credibility: "high", relevance: "high" },
    ]),
  ).toBeCloseTo(-2 - Math.SQRT2, 12);
  expect(weightFactor("low") * weightFactor("high")).toBeCloseTo(1, 12);
});

it("gives Heuer's E1, which fits all hypotheses, no diagnosticity", () => {
  // E2: values 4, 4, 2; mean 10/3; variance ((2/3)² + (2/3)² + (4/3)²) / 3 = 8/9; root 0.9428
  expect(heuer.map((row) => Number(diagnosticity(row).toFixed(4)))).toEqual([
    0, 0.9428, 0.9428, 0.9428, 0.9428, 0.9428,
  ]);
});

it.each<[(AchRating | null)[], number]>([
  [["II", "CC"], 2], // 1 and 5: mean 3, root of 4
  [["II", "NA"], 1], // 1 and 3: mean 2, root of 1
  [["II", null], 0], // one value
  [["N", "NA"], 0], // both neutral
  [[null, null], 0],
])("gives the row %j a diagnosticity of %d", (ratings, value) => {
  expect(diagnosticity(ratings)).toBe(value);
});

it("lets several lead when they are level, also by sums of roots", () => {
  const root = weightedInconsistencyScore([{ rating: "I", credibility: "high", relevance: "low" }]);
  expect(
    leadersOf([
      { inconsistency: 1, weightedInconsistency: root },
      { inconsistency: 1, weightedInconsistency: -1 },
      { inconsistency: 2, weightedInconsistency: -1.5 },
    ]),
  ).toEqual({ inconsistency: [0, 1], weightedInconsistency: [0, 1] });
  expect(leadersOf([])).toEqual({ inconsistency: [], weightedInconsistency: [] });
});

it("agrees with the plain score when all weights are medium, and stays within its bounds", () => {
  const rating = fc.constantFrom(...AchRating.options, null);
  fc.assert(
    fc.property(fc.array(rating), (ratings) => {
      const cells = ratings.map((each) => ({
        rating: each,
        credibility: "medium" as const,
        relevance: "medium" as const,
      }));
      expect(weightedInconsistencyScore(cells)).toBeCloseTo(-inconsistencyScore(ratings), 9);
      expect(diagnosticity(ratings)).toBeGreaterThanOrEqual(0);
      expect(diagnosticity(ratings)).toBeLessThanOrEqual(2);
    }),
  );
});
