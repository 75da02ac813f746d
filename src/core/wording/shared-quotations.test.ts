import { expect, it } from "vitest";

import { findSharedQuotations } from "./shared-quotations.ts";
import { wordsOfTexts } from "./testing/words-of-texts.ts";

/** "text (count): 0 all exact, 1 none near", places as article, quotedness and match. */
function sharedIn(...texts: string[]) {
  return findSharedQuotations(wordsOfTexts(texts)).map(
    ({ text, articleCount, places }) =>
      `${text} (${articleCount}): ${places
        .map(({ articleId, quoted, match }) => `${articleId} ${quoted} ${match}`)
        .join(", ")}`,
  );
}

it("finds a quotation under other marks, in other case, and says that it is the same", () => {
  expect(
    sharedIn("“No deal today,” he said", "He said 'no deal today'", 'So: "NO DEAL TODAY".'),
  ).toEqual(["No deal today (3): 0 all exact, 1 all exact, 2 all exact"]);
});

it("finds it with other punctuation within, and says that it is near", () => {
  expect(sharedIn("“by land, sea or air”", "pledged by land, sea, or air")).toEqual([
    "by land, sea or air (2): 0 all exact, 1 none near",
  ]);
});

it("finds a quotation that an attribution splits, with the spans of its parts", () => {
  const texts = [
    "“We will decide later, not today.”",
    "“We will decide later,” he said, “not today.”",
  ];
  const [found, ...others] = findSharedQuotations(wordsOfTexts(texts));
  expect(others).toEqual([]);
  expect(found).toMatchObject({ text: "We will decide later, not today", words: 6 });
  const split = found?.places.find(({ articleId }) => articleId === "1");
  expect(split?.match).toBe("near");
  expect(split?.spans.map(({ start, end }) => texts[1]?.slice(start, end))).toEqual([
    "We will decide later",
    "not today",
  ]);
});

it("finds a quotation within a longer one, and one within marks within marks", () => {
  expect(
    sharedIn("“It has no will to wage war.”", "“It has no will to wage war, but to prevent one.”"),
  ).toEqual(["It has no will to wage war (2): 0 all exact, 1 all exact"]);
  expect(sharedIn("“He said ‘never again’ twice”", "“never again” was the word")).toEqual([
    "never again (2): 0 all exact, 1 all exact",
  ]);
});

it("finds the common part of two quotations that begin and end elsewhere", () => {
  expect(
    sharedIn(
      "“First we talk, then we sign, and then we vote.”",
      "“Then we sign, and then we vote, he knows that.”",
    ),
  ).toEqual(["then we sign, and then we vote (2): 0 all exact, 1 all exact"]);
});

it("lists a quotation once, and not its parts, unless they stand elsewhere too", () => {
  const whole = "“We talk,” he said, “and then we sign.”";
  expect(sharedIn(whole, whole)).toHaveLength(1);
  expect(sharedIn(whole, whole, "“and then we sign”")).toHaveLength(2);
});

it("does not take a short quotation for shared because its words stand somewhere", () => {
  expect(sharedIn("he will comply “in full”", "the plan in full detail")).toEqual([]);
  expect(sharedIn("“in full”", "“in full”", "in full detail")).toEqual([
    "in full (3): 0 all exact, 1 all exact, 2 none exact",
  ]);
});

it("takes a single word for shared only where it is quoted in few words", () => {
  expect(sharedIn("“constructive” talks", "“constructive efforts”")).toEqual([
    "constructive (2): 0 all exact, 1 all exact",
  ]);
  expect(sharedIn("“constructive” talks", "“It was a constructive talk with him”")).toEqual([]);
});

it("needs two articles, and no boilerplate", () => {
  expect(sharedIn("“we will decide later” and “we will decide later”", "nothing")).toEqual([]);
  expect(sharedIn("“we will decide later”", "# “we will decide later”")).toEqual([]);
});
