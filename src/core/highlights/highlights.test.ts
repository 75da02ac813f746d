import fc from "fast-check";
import { expect, it } from "vitest";

import { Failure } from "#contract/failure";

import { createTestCore, importFiles } from "../testing/test-core.ts";
import { anchorQuote } from "./quote-context.ts";

const encoder = new TextEncoder();

function coreWithText(text: string) {
  const core = createTestCore();
  const [article] = importFiles(core, [{ name: "article.txt", bytes: encoder.encode(text) }]);
  if (article === undefined) {
    throw new Error("nothing was imported");
  }
  return { core, articleId: article.id };
}

const sentence = "Any troops deployed to Ukraine will be considered legitimate targets, he said.";

it("keeps the words of the span with what stands around them", () => {
  const { core, articleId } = coreWithText(sentence);
  const start = sentence.indexOf("legitimate");
  const highlight = core.ask("highlight.create", { articleId, start, end: start + 18 });
  expect(highlight).toMatchObject({
    exact: "legitimate targets",
    prefix: "d to Ukraine will be considered ",
    suffix: ", he said.",
    tagIds: [],
    claimCount: 0,
  });
});

it("puts further tags on the highlight that a span has already", () => {
  const { core, articleId } = coreWithText(sentence);
  const threat = core.ask("tag.create", { name: "Threat" });
  const pledge = core.ask("tag.create", { name: "Pledge" });
  const span = { articleId, start: 0, end: 10 };
  const first = core.ask("highlight.create", { ...span, tagIds: [threat.id] });
  const second = core.ask("highlight.create", { ...span, tagIds: [pledge.id, threat.id] });
  expect(second.id).toBe(first.id);
  expect(second.tagIds).toEqual([threat.id, pledge.id]);
  expect(core.ask("highlight.list", {})).toHaveLength(1);
});

it("keeps overlapping highlights apart", () => {
  const { core, articleId } = coreWithText(sentence);
  core.ask("highlight.create", { articleId, start: 4, end: 30 });
  core.ask("highlight.create", { articleId, start: 11, end: 50 });
  expect(core.ask("highlight.list", { articleId }).map(({ start, end }) => [start, end])).toEqual([
    [4, 30],
    [11, 50],
  ]);
});

it.each([
  [{ start: 0, end: 10_000 }, "end", "The passage lies outside the article."],
  [{ start: 10, end: 10 }, "start", "The passage lies outside the article."],
  [{ start: 3, end: 4 }, "start", "The passage holds only white space. Select some words."],
])("refuses the span %j", (span, path, message) => {
  const { core, articleId } = coreWithText(sentence);
  expect(core.dispatch("highlight.create", { articleId, ...span })).toEqual({
    ok: false,
    failure: { code: "invalid-request", message, path: [path] },
  });
});

it("refuses to start or end inside a character", () => {
  const { core, articleId } = coreWithText("ceasefire 👩‍🚀 now");
  expect(core.dispatch("highlight.create", { articleId, start: 0, end: 11 })).toMatchObject({
    ok: false,
    failure: { code: "invalid-request", path: ["end"] },
  });
});

it("moves a highlight to a new span, but not onto another one", () => {
  const { core, articleId } = coreWithText(sentence);
  const first = core.ask("highlight.create", { articleId, start: 0, end: 10 });
  core.ask("highlight.create", { articleId, start: 4, end: 10 });
  const moved = core.ask("highlight.change", { highlightId: first.id, start: 4, end: 19 });
  expect(moved.exact).toBe("troops deployed");
  expect(() => core.ask("highlight.change", { highlightId: first.id, start: 4, end: 10 })).toThrow(
    "Another highlight covers exactly this passage already.",
  );
});

it("says that a removed highlight is gone", () => {
  const { core, articleId } = coreWithText(sentence);
  const { id } = core.ask("highlight.create", { articleId, start: 0, end: 10 });
  core.ask("highlight.trash", { highlightIds: [id] });
  expect(core.dispatch("highlight.change", { highlightId: id, note: "?" })).toMatchObject({
    ok: false,
    failure: { code: "not-found", path: ["highlightId"] },
  });
});

it("keeps an anchor that equals the text at its span, for any text and any span", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", minLength: 1 }),
      fc.nat(),
      fc.nat(),
      (text, from, to) => {
        const start = from % text.length;
        const end = start + 1 + (to % (text.length - start));
        try {
          const { exact, prefix, suffix } = anchorQuote(text, start, end);
          expect(exact).toBe(text.slice(start, end));
          expect(text.slice(0, start).endsWith(prefix)).toBe(true);
          expect(text.slice(end).startsWith(suffix)).toBe(true);
          expect([exact, prefix, suffix].every((part) => part.isWellFormed())).toBe(true);
        } catch (error) {
          if (!(error instanceof Failure)) {
            throw error;
          }
        }
      },
    ),
  );
});
