import { expect, it } from "vitest";

import { conclusionOfAch, leadWords, letterOf, scoreWords } from "./ach-words.ts";
import type { AchTable } from "./ach.ts";
import type { ArticleId, ClaimId } from "./ids.ts";

const id = (name: string) => name as ClaimId;

it("names those that are level, and none as leading when all are", () => {
  const letters = new Map(["h1", "h2", "h3"].map((name, at) => [id(name), letterOf(at)]));
  const lead = (...names: string[]) =>
    leadWords({ inconsistency: names.map(id), weightedInconsistency: names.map(id) }, letters);
  expect(lead("h1", "h3")).toBe("A and C are level");
  expect(lead("h1", "h2", "h3")).toBe("none leads, all are level");
  expect([letterOf(0), letterOf(25), letterOf(26), letterOf(27)]).toEqual(["A", "Z", "AA", "AB"]);
});

it("writes scores with a true minus, and roots with two places", () => {
  expect([0, -0, 3, -2, -Math.SQRT2, -(Math.SQRT2 ** 2)].map(scoreWords)).toEqual([
    "0",
    "0",
    "3",
    "−2",
    "−1.41",
    "−2",
  ]);
});

it("says in sentences what leads, and without which row or line another would", () => {
  const leaders = (name: string) => ({
    inconsistency: [id(name)],
    weightedInconsistency: [id(name)],
  });
  const scores = { inconsistency: 0, weightedInconsistency: 0 };
  const table: AchTable = {
    hypotheses: ["h1", "h2"].map((name) => ({ claimId: id(name), ...scores, ratedCount: 2 })),
    rows: ["e1", "e2"].map((name) => ({
      claimId: id(name),
      ratings: ["C", "I"],
      credibility: "medium",
      relevance: "medium",
      diagnosticity: 1,
    })),
    leaders: leaders("h1"),
    withoutRow: [
      { rowClaimId: id("e1"), leaders: leaders("h1"), changesLeader: false },
      { rowClaimId: id("e2"), leaders: leaders("h2"), changesLeader: true },
    ],
    withoutLine: [
      {
        line: { articleId: "a" as ArticleId },
        name: "Reuters",
        rowClaimIds: [id("e2")],
        leaders: leaders("h2"),
        changesLeader: true,
      },
    ],
  };
  expect(conclusionOfAch(table)).toEqual([
    "A leads.",
    "Without row 2, B leads.",
    "Without Reuters (1 row on it alone), B leads.",
  ]);
  expect(conclusionOfAch({ ...table, withoutRow: [], withoutLine: [] }).slice(1)).toEqual([
    "Whichever row is left out, the same leads.",
    "No row rests on one line of evidence alone.",
  ]);
  const unrated = table.hypotheses.map((one) => ({ ...one, ratedCount: 0 }));
  expect(conclusionOfAch({ ...table, hypotheses: unrated })).toEqual([]);
});
