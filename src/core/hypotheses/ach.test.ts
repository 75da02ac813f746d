import { beforeEach, expect, it } from "vitest";

import type { AchRating } from "#contract/ach";
import type { ArticleId, ClaimId } from "#contract/ids";

import { createTestCore, importFiles, sampleArticles } from "../testing/test-core.ts";
import type { TestCore } from "../testing/test-core.ts";

let core: TestCore;
let articleIds: ArticleId[];

beforeEach(() => {
  core = createTestCore();
  articleIds = importFiles(core, sampleArticles()).map(({ id }) => id);
});

const claim = (statement: string) => core.ask("claim.create", { statement }).claim.id;

function support(claimId: ClaimId, article: number) {
  const articleId = articleIds[article];
  if (articleId === undefined) {
    throw new Error(`there is no article ${article}`);
  }
  const passage = { articleId, start: 0, end: 20 };
  core.ask("evidence.link", { claimId, passage, stance: "supports" });
}

/** Makes claims "A", "B" … as hypotheses, "1", "2" … as rows, and rates them; "" is blank. */
function buildTable(cells: readonly (readonly (AchRating | "")[])[]) {
  const hypotheses = (cells[0] ?? []).map((_, index) => claim(String.fromCharCode(65 + index)));
  const rows = cells.map((_, index) => claim(String(index + 1)));
  core.ask("ach.add-hypothesis", { claimIds: hypotheses });
  core.ask("ach.add-row", { claimIds: rows });
  for (const [row, ratings] of cells.entries()) {
    for (const [hypothesis, rating] of ratings.entries()) {
      core.ask("ach.rate", {
        rowClaimId: rows[row] ?? "",
        hypothesisClaimId: hypotheses[hypothesis] ?? "",
        rating: rating === "" ? null : rating,
      });
    }
  }
  return { hypotheses, rows };
}

/** Leaders as the statements of the claims. */
function named(claimIds: readonly ClaimId[]): string {
  const claims = core.ask("claim.list", {});
  return claimIds.map((id) => claims.find((each) => each.id === id)?.statement ?? "?").join();
}

it("scores hypotheses and rows that are claims", () => {
  const { hypotheses, rows } = buildTable([
    ["C", "I"],
    ["II", "CC"],
    ["", "NA"],
  ]);
  const table = core.ask("ach.read", {});
  expect(table.hypotheses).toEqual([
    { claimId: hypotheses[0], inconsistency: 2, weightedInconsistency: -2, ratedCount: 2 },
    { claimId: hypotheses[1], inconsistency: 1, weightedInconsistency: -1, ratedCount: 3 },
  ]);
  expect(
    table.rows.map(({ claimId, ratings, diagnosticity: value }) => [claimId, ratings, value]),
  ).toEqual([
    [rows[0], ["C", "I"], 1],
    [rows[1], ["II", "CC"], 2],
    [rows[2], [null, "NA"], 0],
  ]);
  expect(named(table.leaders.inconsistency)).toBe("B");
});

it("tells the rows without which another hypothesis would lead", () => {
  buildTable([
    ["C", "I"],
    ["II", "CC"],
    ["C", "C"],
  ]);
  const { withoutRow } = core.ask("ach.read", {});
  expect(
    withoutRow.map(({ rowClaimId, leaders, changesLeader }) => [
      named([rowClaimId]),
      named(leaders.inconsistency),
      changesLeader,
    ]),
  ).toEqual([
    ["1", "B", false],
    ["2", "A", true],
    ["3", "B", false],
  ]);
});

it("weighs rows, and lets the weighted score lead elsewhere than the plain one", () => {
  const { rows } = buildTable([
    ["I", "C"],
    ["I", "C"],
    ["C", "I"],
  ]);
  const [first, second, third] = rows;
  for (const rowClaimId of [first, second]) {
    core.ask("ach.weigh", { rowClaimId: rowClaimId ?? "", credibility: "low", relevance: "low" });
  }
  const table = core.ask("ach.weigh", { rowClaimId: third ?? "", credibility: "high" });
  // A: −2 × 1 × 1/2; B: −1 × √2
  expect(table.hypotheses.map((each) => each.weightedInconsistency)).toEqual([
    expect.closeTo(-1, 12),
    expect.closeTo(-Math.SQRT2, 12),
  ]);
  expect(named(table.leaders.inconsistency)).toBe("B");
  expect(named(table.leaders.weightedInconsistency)).toBe("A");
});

it("tells the origins without which another hypothesis would lead", () => {
  const { rows } = buildTable([
    ["II", "C"],
    ["I", "C"],
    ["C", "I"],
    ["C", "II"],
  ]);
  const [one, two, three, four] = rows;
  if (one === undefined || two === undefined || three === undefined || four === undefined) {
    throw new Error("four rows were made");
  }
  // 1 and 2 rest on one agency, through two outlets; 3 on an article; 4 on the agency and an article.
  support(one, 0);
  support(two, 1);
  support(three, 2);
  support(four, 0);
  support(four, 3);
  core.ask("article.set-origin", {
    articleIds: articleIds.slice(0, 2),
    derivation: { kind: "named", name: "Reuters", originKind: "agency" },
  });
  const { leaders, withoutLine } = core.ask("ach.read", {});
  expect(named(leaders.inconsistency)).toBe("A,B");
  expect(
    withoutLine.map(({ name, rowClaimIds, leaders: others, changesLeader }) => [
      name,
      named(rowClaimIds),
      named(others.inconsistency),
      changesLeader,
    ]),
  ).toEqual([
    ["Reuters", "1,2", "A", true],
    [core.ask("article.list", {})[2]?.title, "3", "B", true],
  ]);
});

it("keeps a claim from being hypothesis and evidence at once", () => {
  const { hypotheses, rows } = buildTable([["C"]]);
  expect(core.dispatch("ach.add-row", { claimIds: hypotheses })).toMatchObject({
    ok: false,
    failure: { code: "conflict", path: ["claimIds", 0] },
  });
  expect(core.dispatch("ach.add-hypothesis", { claimIds: rows })).toMatchObject({
    ok: false,
    failure: { code: "conflict", path: ["claimIds", 0] },
  });
  expect(
    core.dispatch("claim.merge", { intoClaimId: hypotheses[0], claimIds: rows }),
  ).toMatchObject({ ok: false, failure: { code: "conflict" } });
});

it("takes ratings along when a row or hypothesis is removed, and brings them back by undo", () => {
  const { hypotheses, rows } = buildTable([
    ["C", "I"],
    ["N", "II"],
  ]);
  const before = core.ask("ach.read", {});
  core.ask("ach.remove-row", { claimId: rows[0] ?? "" });
  const { hypotheses: left } = core.ask("ach.remove-hypothesis", { claimId: hypotheses[0] ?? "" });
  expect(left).toMatchObject([{ claimId: hypotheses[1], inconsistency: 2, ratedCount: 1 }]);
  expect(core.ask("claim.list", {})).toHaveLength(4);
  core.ask("history.undo", {});
  core.ask("history.undo", {});
  expect(core.ask("ach.read", {})).toEqual(before);
});

it("hides what lies in the trash, and shows it again after undo", () => {
  const { hypotheses, rows } = buildTable([["C", "I"]]);
  const before = core.ask("ach.read", {});
  core.ask("claim.trash", { claimIds: [hypotheses[1] ?? "", rows[0] ?? ""] });
  expect(core.ask("ach.read", {})).toMatchObject({ hypotheses: [{ ratedCount: 0 }], rows: [] });
  expect(
    core.dispatch("ach.rate", {
      rowClaimId: rows[0],
      hypothesisClaimId: hypotheses[0],
      rating: "C",
    }),
  ).toMatchObject({ ok: false, failure: { code: "not-found", path: ["rowClaimId"] } });
  core.ask("history.undo", {});
  expect(core.ask("ach.read", {})).toEqual(before);
});

it("moves ratings with a merged claim: what was rated stays, and blanks are filled", () => {
  const { rows } = buildTable([
    ["C", ""],
    ["I", "II"],
  ]);
  const before = core.ask("ach.read", {});
  core.ask("claim.merge", { intoClaimId: rows[0] ?? "", claimIds: [rows[1] ?? ""] });
  expect(core.ask("ach.read", {}).rows.map(({ claimId, ratings }) => [claimId, ratings])).toEqual([
    [rows[0], ["C", "II"]],
  ]);
  core.ask("history.undo", {});
  expect(core.ask("ach.read", {})).toEqual(before);
  const plain = claim("plain");
  core.ask("claim.merge", { intoClaimId: plain, claimIds: [rows[1] ?? ""] });
  expect(core.ask("ach.read", {}).rows.map(({ claimId, ratings }) => [claimId, ratings])).toEqual([
    [rows[0], ["C", null]],
    [plain, ["I", "II"]],
  ]);
});

it("is empty at first, and makes no entry for a rating that is so already", () => {
  expect(core.ask("ach.read", {})).toEqual({
    hypotheses: [],
    rows: [],
    leaders: { inconsistency: [], weightedInconsistency: [] },
    withoutRow: [],
    withoutLine: [],
  });
  const { hypotheses, rows } = buildTable([["C"]]);
  const { undoCount } = core.ask("history.read", {});
  core.ask("ach.rate", {
    rowClaimId: rows[0] ?? "",
    hypothesisClaimId: hypotheses[0] ?? "",
    rating: "C",
  });
  expect(core.ask("history.read", {}).undoCount).toBe(undoCount);
});

it("makes a claim and its place in the table as one change", () => {
  const { undoCount } = core.ask("history.read", {});
  core.ask("ach.add-hypothesis", { statement: "Russia will not retaliate" });
  expect(core.ask("history.read", {}).undoCount).toBe(undoCount + 1);
  expect(core.ask("ach.read", {}).hypotheses).toHaveLength(1);
  core.ask("history.undo", {});
  expect(core.ask("claim.list", {})).toEqual([]);
});
