import { expect, it } from "vitest";

import type { Stance } from "#contract/claim";

import { countStances, statusOfClaim } from "./status-of-claim.ts";

/** "A+ B-/wire": article A supports; article B, of origin wire, disputes. */
function voices(short: string) {
  const stances: Record<string, Stance> = {
    "+": "supports",
    "-": "disputes",
    "~": "qualifies",
    ".": "mentions",
  };
  return short
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => {
      const [said = "", originId = null] = word.split("/");
      return {
        articleId: said.slice(0, -1),
        stance: stances[said.slice(-1)] ?? "mentions",
        originId,
      };
    });
}

it.each([
  ["", "not assessed"],
  ["A. B~", "not assessed"],
  ["A+", "uncorroborated"],
  ["A+ A+", "uncorroborated"],
  ["A+ B+", "corroborated"],
  ["A+/wire B+/wire", "single origin"],
  ["A+/wire B+/wire C+", "corroborated"],
  ["A+ B-", "disputed"],
  ["A+ A-", "disputed"],
  ["A-", "contradicted"],
  ["A-/wire B-/wire C~", "contradicted"],
])("%j is %s", (short, status) => {
  expect(statusOfClaim(countStances(voices(short)))).toBe(status);
});

it("counts highlights, articles and independent lines apart", () => {
  const counts = countStances(voices("A+/wire A+/wire B+/wire C+ D-"));
  expect(counts.supports).toEqual({ highlights: 4, articles: 3, independent: 2 });
  expect(counts.disputes).toEqual({ highlights: 1, articles: 1, independent: 1 });
  expect(counts.all).toEqual({ highlights: 5, articles: 4, independent: 3 });
});
