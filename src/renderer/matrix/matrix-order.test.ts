import { expect, it } from "vitest";

import { bracketsOf, orderArticles, orderClaims } from "./matrix-order.ts";
import { createProject } from "./testing/matrix-project.ts";

it("puts the claims on which articles disagree most first", () => {
  const { claims, cells } = createProject({
    agreed: ["supports", "supports", null],
    split: ["supports", "disputes", "disputes"],
    torn: ["mixed", "mixed", "supports"],
  });
  expect(orderClaims(claims, cells, "disagreement").map(({ statement }) => statement)).toEqual([
    "torn",
    "split",
    "agreed",
  ]);
});

it("puts the claims that were checked least first", () => {
  const { claims, cells } = createProject({
    full: ["supports", "silent", "mentions"],
    none: [null, null, null],
    one: [null, "silent", null],
  });
  expect(orderClaims(claims, cells, "coverage").map(({ statement }) => statement)).toEqual([
    "none",
    "one",
    "full",
  ]);
  expect(orderClaims(claims, cells, "list")).toEqual(claims);
});

it("keeps articles of one origin together", () => {
  const { articles } = createProject({}, ["wire", null, "wire", null]);
  expect(orderArticles(articles).map(({ title }) => title)).toEqual(["0", "2", "1", "3"]);
});

it("brackets two or more articles of one origin", () => {
  const { articles } = createProject({}, ["wire", null, "wire", "alone"]);
  expect(bracketsOf(orderArticles(articles))).toEqual([
    { originId: "wire", count: 2 },
    { originId: null, count: 1 },
    { originId: null, count: 1 },
  ]);
});

it("sorts by the status in force", () => {
  const { claims, cells } = createProject({ open: [], judged: [] });
  const judged = claims.map((claim) =>
    claim.statement === "judged"
      ? { ...claim, statusOverride: { status: "contradicted" as const, reason: "I asked" } }
      : claim,
  );
  expect(orderClaims(judged, cells, "status").map(({ statement }) => statement)).toEqual([
    "judged",
    "open",
  ]);
});
