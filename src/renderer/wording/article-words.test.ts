import { expect, it } from "vitest";

import type { Article } from "#contract/article";

import { independentLines, percent } from "./article-words.ts";

it("does not call a small share none", () => {
  expect([0, 0.001, 0.126, 1].map(percent)).toEqual(["0 %", "<1 %", "13 %", "100 %"]);
});

it("counts articles of one origin once", () => {
  const articles = [
    { id: "1", originId: "wire" },
    { id: "2", originId: null },
    { id: "3", originId: "wire" },
    { id: "4", originId: null },
  ] as unknown as Article[];
  expect(independentLines(articles)).toBe(3);
});
