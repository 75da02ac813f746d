import { expect, it } from "vitest";

import type { AchRating, AchTable } from "#contract/ach";
import type { Claim } from "#contract/claim";
import type { ClaimId } from "#contract/ids";

import { achFacts } from "./ach-facts.ts";
import { placeAfterKey } from "./ach-place.ts";
import { ratingOfKey, ratings } from "./ach-words.ts";

const id = (name: string) => name as ClaimId;
const claim = (name: string) => ({ id: id(name), statement: name }) as Claim;
const claims = ["h1", "h2", "e1", "e2"].map(claim);

/** Two hypotheses; e1 tells them apart, and without it the other one leads. */
const table: AchTable = {
  hypotheses: [
    { claimId: id("h1"), inconsistency: 2, weightedInconsistency: -1, ratedCount: 2 },
    { claimId: id("h2"), inconsistency: 1, weightedInconsistency: -2, ratedCount: 2 },
  ],
  rows: [row("e2", ["I", null], 0, "high"), row("e1", ["I", "N"], 0.5, "low")],
  leaders: { inconsistency: [id("h2")], weightedInconsistency: [id("h1")] },
  withoutRow: [
    {
      rowClaimId: id("e2"),
      leaders: { inconsistency: [id("h2")], weightedInconsistency: [id("h1")] },
      changesLeader: false,
    },
    {
      rowClaimId: id("e1"),
      leaders: { inconsistency: [id("h1")], weightedInconsistency: [id("h1")] },
      changesLeader: true,
    },
  ],
  withoutLine: [],
};

function row(
  name: string,
  marks: (AchRating | null)[],
  diagnosticity: number,
  weight: "low" | "high",
) {
  return {
    claimId: id(name),
    credibility: weight,
    relevance: weight,
    ratings: marks,
    diagnosticity,
  };
}

it("says who leads, by both scores, and what would lead without a row", () => {
  const facts = achFacts(table, claims, { rows: "list", columns: "list" });
  expect(facts.lead).toBe("B leads; by weight, A leads");
  expect(facts.rows.map(({ without, changesLeader }) => [without, changesLeader])).toEqual([
    ["B leads; by weight, A leads", false],
    ["A leads", true],
  ]);
  expect(facts.ratedCount).toBe(3);
});

it("sorts rows and columns, and lets each hypothesis keep its letter", () => {
  const namesOf = (rows: "diagnostic" | "sensitive" | "weight") =>
    achFacts(table, claims, { rows, columns: "list" }).rows.map(
      ({ claim: { statement } }) => statement,
    );
  expect(namesOf("diagnostic")).toEqual(["e1", "e2"]);
  expect(namesOf("sensitive")).toEqual(["e1", "e2"]);
  expect(namesOf("weight")).toEqual(["e2", "e1"]);
  const { hypotheses, rows } = achFacts(table, claims, { rows: "list", columns: "score" });
  expect(hypotheses.map(({ letter, leads }) => [letter, leads])).toEqual([
    ["B", true],
    ["A", false],
  ]);
  expect(rows[0]?.ratings.get(id("h1"))).toBe("I");
});

it("has one key for each mark, as it is shown", () => {
  for (const { rating, keys } of ratings) {
    const pressed = keys.startsWith("Shift+") ? keys.slice(6) : keys;
    expect(ratingOfKey(pressed)).toBe(rating);
  }
  expect(ratingOfKey("x")).toBeUndefined();
});

it("walks within the table, from wherever the cell was", () => {
  const rows = ["head", id("e1"), "weighted"] as const;
  const columns = ["evidence", id("h1"), "without"] as const;
  const from = { row: id("e1"), column: id("h1") };
  const after = (key: string, withControl = false) =>
    placeAfterKey(from, key, withControl, rows, columns);
  expect(after("ArrowRight")).toEqual({ row: "e1", column: "without" });
  expect(after("ArrowUp")).toEqual({ row: "head", column: "h1" });
  expect(after("End", true)).toEqual({ row: "weighted", column: "without" });
  expect(after("Home", true)).toEqual({ row: "head", column: "evidence" });
  expect(after("c")).toBeNull();
});
