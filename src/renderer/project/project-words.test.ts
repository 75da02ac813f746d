import { expect, it } from "vitest";

import { belongingsWords, contentsWords, sizeWords } from "./project-words.ts";

it("says sizes with a unit that leaves few digits", () => {
  expect([900, 10_240, 1.5 * 1024 ** 2, 700 * 1024 ** 2, 2 * 1024 ** 3].map(sizeWords)).toEqual([
    "0.9 KB",
    "10 KB",
    "1.5 MB",
    "700 MB",
    "2 GB",
  ]);
});

it("counts what a backup holds", () => {
  expect(contentsWords({ articles: 1, highlights: 0, claims: 2_000, changes: 3 })).toBe(
    "1 article, 0 highlights, 2,000 claims",
  );
});

it("says what comes back with a thing, and nothing where nothing does", () => {
  const thing = {
    kind: "claim",
    id: "00000000-0000-7000-8000-000000000001",
    name: "A claim",
    articleTitle: null,
    trashedAt: "2025-09-05T12:00:00.000Z",
    change: null,
    who: null,
    belongings: 1,
  } as const;
  expect(belongingsWords(thing)).toBe("1 link to a passage");
  expect(belongingsWords({ ...thing, belongings: 0 })).toBe("");
});
