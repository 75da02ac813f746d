import { describe, expect, it } from "vitest";

import { ArticleId } from "#contract/ids";

import { stepEvidence } from "./step-evidence.ts";

const article = (place: number) =>
  ArticleId.parse(`01990000-0000-7000-8000-${String(place).padStart(12, "0")}`);
const [one, two, three] = [article(1), article(2), article(3)];
const order = [one, two, three];
const evidence = [
  { articleId: one, start: 40 },
  { articleId: one, start: 10 },
  { articleId: three, start: 5 },
];

describe("stepEvidence", () => {
  it("goes to the first passage of the next article that has one", () => {
    expect(stepEvidence(evidence, order, one, 1)).toEqual({ articleId: three, start: 5 });
    expect(stepEvidence(evidence, order, two, 1)).toEqual({ articleId: three, start: 5 });
  });

  it("goes round at either end", () => {
    expect(stepEvidence(evidence, order, three, 1)).toEqual({ articleId: one, start: 10 });
    expect(stepEvidence(evidence, order, one, -1)).toEqual({ articleId: three, start: 5 });
  });

  it("starts at the first or the last article when none is open", () => {
    expect(stepEvidence(evidence, order, null, 1)).toEqual({ articleId: one, start: 10 });
    expect(stepEvidence(evidence, order, null, -1)).toEqual({ articleId: three, start: 5 });
  });

  it("answers null when no other article has a passage", () => {
    expect(stepEvidence(evidence.slice(0, 2), order, one, 1)).toBeNull();
    expect(stepEvidence([], order, null, 1)).toBeNull();
    expect(stepEvidence(evidence, [], one, 1)).toBeNull();
  });
});
