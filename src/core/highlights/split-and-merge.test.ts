import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { ArticleId } from "#contract/ids";

import { createTestCore, importFiles } from "../testing/test-core.ts";
import type { TestCore } from "../testing/test-core.ts";

const sentence = "Any troops deployed to Ukraine will be considered legitimate targets, he said.";

function coreWithText(text = sentence) {
  const core = createTestCore();
  const [article] = importFiles(core, [
    { name: "article.txt", bytes: new TextEncoder().encode(text) },
  ]);
  if (article === undefined) {
    throw new Error("nothing was imported");
  }
  return { core, articleId: article.id };
}

function analysisOf(core: TestCore) {
  return [core.ask("highlight.list", {}), core.ask("evidence.list", {}), core.ask("tag.list", {})];
}

function highlightWords(core: TestCore, articleId: ArticleId, words: string, tagNames: string[]) {
  const start = sentence.indexOf(words);
  const tags = core.ask("tag.list", {});
  const tagIds = tagNames.map(
    (name) => tags.find((tag) => tag.name === name)?.id ?? core.ask("tag.create", { name }).id,
  );
  return core.ask("highlight.create", { articleId, start, end: start + words.length, tagIds });
}

describe("a new tag", () => {
  it("is made and put on in one change", () => {
    const { core, articleId } = coreWithText();
    const highlight = core.ask("highlight.create", {
      articleId,
      start: 4,
      end: 10,
      newTag: { name: "Force" },
    });
    expect(core.ask("tag.list", {}).map(({ id }) => id)).toEqual(highlight.tagIds);
    expect(core.ask("history.read", {}).undo?.label).toBe("tag “Force”");
    core.ask("history.undo", {});
    expect(core.ask("tag.list", {})).toEqual([]);
    expect(core.ask("highlight.list", {})).toEqual([]);
  });

  it("takes the place of another one on many highlights in one change", () => {
    const { core, articleId } = coreWithText();
    const one = highlightWords(core, articleId, "troops", ["Force"]);
    const other = highlightWords(core, articleId, "targets", ["Force"]);
    const changed = core.ask("highlight.tag", {
      highlightIds: [one.id, other.id],
      newTag: { name: "Troops" },
      remove: one.tagIds,
    });
    const names = new Map(core.ask("tag.list", {}).map(({ id, name }) => [id, name]));
    expect(changed.map(({ tagIds }) => tagIds.map((id) => names.get(id)))).toEqual([
      ["Troops"],
      ["Troops"],
    ]);
    core.ask("history.undo", {});
    expect(core.ask("tag.list", {}).map(({ name }) => name)).toEqual(["Force"]);
  });
});

describe("splitting", () => {
  it("keeps tags and evidence on both parts, and leaves out the white space at the cut", () => {
    const { core, articleId } = coreWithText();
    const whole = highlightWords(core, articleId, "legitimate targets", ["Threat", "Law"]);
    core.ask("claim.create", {
      statement: "Russia threatens troops",
      passage: { highlightId: whole.id },
      stance: "supports",
    });
    core.ask("highlight.change", { highlightId: whole.id, note: "Note" });
    const at = sentence.indexOf("targets");
    const { first, second } = core.ask("highlight.split", { highlightId: whole.id, at });
    expect([first.exact, first.id, first.note]).toEqual(["legitimate", whole.id, "Note"]);
    expect([second.exact, second.prefix.endsWith("legitimate "), second.note]).toEqual([
      "targets",
      true,
      "",
    ]);
    expect([first.tagIds, second.tagIds]).toEqual([whole.tagIds, whole.tagIds]);
    expect(
      core.ask("evidence.list", {}).map(({ highlightId, stance }) => [highlightId, stance]),
    ).toEqual([
      [first.id, "supports"],
      [second.id, "supports"],
    ]);
    core.ask("history.undo", {});
    expect(core.ask("highlight.list", {}).map(({ exact }) => exact)).toEqual([
      "legitimate targets",
    ]);
  });

  it.each([0, 4, 22, 200])("refuses a cut at %i, which is not inside", (at) => {
    const { core, articleId } = coreWithText();
    const whole = core.ask("highlight.create", { articleId, start: 4, end: 22 });
    expect(core.dispatch("highlight.split", { highlightId: whole.id, at })).toMatchObject({
      ok: false,
      failure: { code: "invalid-request", path: ["at"] },
    });
  });

  it("refuses to cut a character as readers see it", () => {
    const { core, articleId } = coreWithText("ceasefire 👩‍🚀 now");
    const whole = core.ask("highlight.create", { articleId, start: 0, end: 15 });
    expect(() => core.ask("highlight.split", { highlightId: whole.id, at: 12 })).toThrow(
      "The highlight cannot be split inside a character.",
    );
  });
});

describe("merging", () => {
  it("joins tags, notes, evidence and cards, and covers all", () => {
    const { core, articleId } = coreWithText();
    const first = highlightWords(core, articleId, "considered legitimate", ["Threat"]);
    const second = highlightWords(core, articleId, "targets", ["Law", "Threat"]);
    core.ask("highlight.change", { highlightId: first.id, note: "One" });
    core.ask("highlight.change", { highlightId: second.id, note: "Two" });
    const { claim } = core.ask("claim.create", {
      statement: "Russia threatens troops",
      passage: { highlightId: first.id },
      stance: "mentions",
    });
    core.ask("evidence.link", {
      claimId: claim.id,
      passage: { highlightId: second.id },
      stance: "supports",
    });
    const [board] = core.ask("board.list", {});
    if (board === undefined) {
      throw new Error("a project begins with a board");
    }
    core.ask("card.add", {
      boardId: board.id,
      cards: [
        {
          subject: { kind: "quote", highlightId: second.id },
          place: { x: 0, y: 0, width: 200, height: 100, groupId: null },
        },
      ],
    });
    const merged = core.ask("highlight.merge", { highlightIds: [second.id, first.id] });
    expect(merged).toMatchObject({
      id: first.id,
      exact: "considered legitimate targets",
      note: "One\n\nTwo",
      tagIds: [...first.tagIds, second.tagIds[0]],
      claimCount: 1,
    });
    expect(core.ask("highlight.list", {})).toHaveLength(1);
    expect(core.ask("evidence.list", {}).map(({ stance }) => stance)).toEqual(["supports"]);
    expect(
      core.ask("board.read", { boardId: board.id }).cards.map(({ subject }) => subject),
    ).toEqual([{ kind: "quote", highlightId: first.id }]);
  });

  it("refuses highlights with words between them, and those of two articles", () => {
    const { core, articleId } = coreWithText();
    const [other] = importFiles(core, [
      { name: "b.txt", bytes: new TextEncoder().encode("Other words.") },
    ]);
    const first = highlightWords(core, articleId, "troops", []);
    const second = highlightWords(core, articleId, "Ukraine", []);
    expect(() => core.ask("highlight.merge", { highlightIds: [first.id, second.id] })).toThrow(
      "Words lie between these highlights that none of them covers.",
    );
    if (other === undefined) {
      throw new Error("nothing was imported");
    }
    const elsewhere = core.ask("highlight.create", { articleId: other.id, start: 0, end: 5 });
    expect(() => core.ask("highlight.merge", { highlightIds: [first.id, elsewhere.id] })).toThrow(
      "Only highlights of one article can be merged.",
    );
  });

  it("gives back the same span after a split anywhere, and undo gives back everything", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (from, length, cut) => {
        const { core, articleId } = coreWithText("Élysée 👩‍🚀 said: „no“ to 保证 and تهديد, twice.");
        const { text } = core.ask("article.read", { articleId });
        const start = from % (text.length - 1);
        const end = start + 1 + (length % (text.length - start));
        const made = core.dispatch("highlight.create", {
          articleId,
          start,
          end,
          newTag: { name: "Tag" },
        });
        if (!made.ok) {
          return; // a span that cannot be highlighted
        }
        const [whole] = core.ask("highlight.list", {});
        if (whole === undefined) {
          throw new Error("it was made");
        }
        const before = analysisOf(core);
        const at = start + (cut % (end - start + 1));
        const split = core.dispatch("highlight.split", { highlightId: whole.id, at });
        if (!split.ok) {
          expect(analysisOf(core)).toEqual(before);
          return;
        }
        const parts = core.ask("highlight.list", {});
        expect(parts.every((part) => part.exact === text.slice(part.start, part.end))).toBe(true);
        expect(
          parts.every(
            (part) => part.exact.trim() === part.exact || part.start === start || part.end === end,
          ),
        ).toBe(true);
        const merged = core.ask("highlight.merge", { highlightIds: parts.map(({ id }) => id) });
        expect(merged).toEqual(whole);
        core.ask("history.undo", {});
        core.ask("history.undo", {});
        expect(analysisOf(core)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});

it("highlights many spans as one change, and tags those that are there", () => {
  const { core, articleId } = coreWithText();
  const existing = highlightWords(core, articleId, "troops", []);
  const counts = core.ask("highlight.create-many", {
    places: [
      {
        articleId,
        spans: [
          [existing.start, existing.end],
          [0, 3],
          [0, 10],
        ],
      },
    ],
    newTag: { name: "Hits" },
  });
  expect(counts).toEqual({ created: 2, existing: 1 });
  expect(core.ask("tag.list", {}).map(({ highlightCount }) => highlightCount)).toEqual([3]);
  expect(core.ask("history.read", {}).undo?.label).toBe("tag 3 passages “Hits”");
  core.ask("history.undo", {});
  expect(core.ask("highlight.list", {}).map(({ id, tagIds }) => [id, tagIds])).toEqual([
    [existing.id, []],
  ]);
});
