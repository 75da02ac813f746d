import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { TagId } from "#contract/ids";
import type { Query, QueryRelation as Relation } from "#contract/query";

import { createTestCore, importFiles } from "../testing/test-core.ts";
import { formatQuery } from "./format-query.ts";
import { parseQuery } from "./parse-query.ts";

const text = `First words here. Second words follow! Third words end it.

A new block begins. And it goes on.`;

/** Highlights "A" to "E" by the words they cover, each with the tags that are named. */
function codedCore() {
  const core = createTestCore();
  const [article] = importFiles(core, [
    { name: "article.txt", bytes: new TextEncoder().encode(text) },
  ]);
  if (article === undefined) {
    throw new Error("nothing was imported");
  }
  const mark = (words: string, ...names: string[]) => {
    const start = text.indexOf(words);
    return core.ask("highlight.create", {
      articleId: article.id,
      start,
      end: start + words.length,
      tagIds: names.map(
        (name) =>
          core.ask("tag.list", {}).find((tag) => tag.name === name)?.id ??
          core.ask("tag.create", { name }).id,
      ),
    });
  };
  mark("First words here. Second words", "Outer");
  mark("words here", "Inner");
  mark("Second words follow", "Edge");
  mark("Third", "Far", "Edge");
  mark("block", "Security guarantees");
  mark("goes on");
  const answer = (query: string) => {
    const { groups } = core.ask("highlight.view", { filter: { query } });
    const ids = groups.flatMap(({ highlightIds }) => highlightIds);
    return core
      .ask("highlight.rows", { highlightIds: ids })
      .map(({ highlight }) => highlight.exact);
  };
  return { core, answer };
}

describe("a question to the highlights", () => {
  it.each([
    ["Edge", ["Second words follow", "Third"]],
    ["security GUARANTEES", ["block"]],
    ["Edge and Far", ["Third"]],
    ["Inner or Far", ["words here", "Third"]],
    ["Edge and not Far", ["Second words follow"]],
    ["untagged", ["goes on"]],
    ["Inner within Outer", ["words here"]],
    ["Outer within Inner", []],
    ["Outer overlaps Edge", ["First words here. Second words"]],
    ["Outer not overlaps Edge", []],
    ["Edge not overlaps Outer", ["Third"]],
    ["Far near Inner", ["Third"]],
    ['"Security guarantees" near Inner', []],
    ["Far near/1 Inner", []],
    ["Far near/2 Inner", ["Third"]],
    ["Edge near/0 Outer", ["Second words follow"]],
    ['"Security guarantees" near/1 untagged', ["block"]],
    ["text:SECOND words", ["First words here. Second words", "Second words follow"]],
    ["stance:none and Far", ["Third"]],
    ["article:first and (Inner or Far)", ["words here", "Third"]],
    ["Inner or Far and Edge", ["words here", "Third"]],
    ["not (Edge or Outer or Inner)", ["block", "goes on"]],
  ])("%s", (query, expected) => {
    expect(codedCore().answer(query)).toEqual(expected);
  });

  it.each([
    [
      "Nothing",
      'There is no tag “Nothing”. To look for words, write text:"Nothing". (Character 1.)',
    ],
    ["Edge and", "A tag or another set is missing. (Character 9.)"],
    ["(Edge", "A closing bracket is missing. (Character 6.)"],
    ["Edge)", "There is a closing bracket too many. (Character 5.)"],
    ["Edge (Far)", "Between two sets, write and, or, overlaps, within or near. (Character 6.)"],
    ['text:"open', "This quotation mark is not closed. (Character 6.)"],
    ["stance:maybe", /^A stance is/u],
    ["x".repeat(4_000), /^There is no tag “x{79}…”\. [^]{0,150}$/u],
    [`${"(".repeat(50)}Edge${")".repeat(50)}`, /nested too deeply/u],
  ])("says what is wrong with %s", (query, message) => {
    const { core } = codedCore();
    const reply = core.dispatch("highlight.view", { filter: { query } });
    expect(reply).toMatchObject({
      ok: false,
      failure: {
        code: "invalid-request",
        path: ["filter", "query"],
        message: typeof message === "string" ? message : expect.stringMatching(message),
      },
    });
  });

  it("takes the tags below a tag as well, unless only that one is asked for", () => {
    const { core, answer } = codedCore();
    const tags = new Map(core.ask("tag.list", {}).map(({ id, name }) => [name, id]));
    core.ask("tag.change", {
      tagId: tags.get("Inner") as TagId,
      parentId: tags.get("Outer"),
    });
    expect(answer("Outer")).toEqual(["First words here. Second words", "words here"]);
    expect(answer("only:Outer")).toEqual(["First words here. Second words"]);
  });

  it("reads what it writes, whatever the question and the names of the tags", () => {
    const names = [
      "Threat",
      "and",
      'a "b" c',
      "near/2",
      "tag:x",
      "Security guarantees",
      "保证",
      "(x)",
      "Not",
      "back\\slash",
    ];
    const tags = names.map((name, index) => ({
      id: `00000000-0000-7000-8000-00000000000${index.toString(16)}` as TagId,
      name,
    }));
    const { query } = fc.letrec<{ query: Query; leaf: Query }>((tie) => ({
      leaf: fc.oneof(
        fc.record({
          kind: fc.constant("tag" as const),
          tagId: fc.constantFrom(...tags.map(({ id }) => id)),
          withDescendants: fc.boolean(),
        }),
        fc.record({
          kind: fc.constant("words" as const),
          field: fc.constantFrom(
            "text" as const,
            "note" as const,
            "article" as const,
            "source" as const,
          ),
          words: fc.constantFrom(...names),
        }),
        fc.constantFrom<Query>(
          { kind: "any" },
          { kind: "untagged" },
          { kind: "noted" },
          { kind: "stance", stance: "none" },
        ),
      ),
      query: fc.oneof(
        { depthSize: "small" },
        tie("leaf"),
        fc.record({ kind: fc.constant("not" as const), of: tie("query") }),
        fc.record({
          kind: fc.constantFrom("and" as const, "or" as const),
          left: tie("query"),
          right: tie("query"),
        }),
        fc.record({
          kind: fc.constant("relation" as const),
          relation: fc.oneof(
            fc.constantFrom<Relation>(
              { kind: "overlaps" },
              { kind: "within" },
              { kind: "near-block" },
            ),
            fc.record({
              kind: fc.constant("near-sentences" as const),
              sentences: fc.nat({ max: 99 }),
            }),
          ),
          negated: fc.boolean(),
          left: tie("query"),
          right: tie("query"),
        }),
      ),
    }));
    fc.assert(
      fc.property(query, (asked) => {
        const words = formatQuery(asked, (id) => tags.find((tag) => tag.id === id)?.name ?? "?");
        expect(parseQuery(words, tags)).toEqual(asked);
      }),
    );
  });
});

describe("a saved query", () => {
  it("follows a tag that is renamed, and says when it was removed", () => {
    const { core } = codedCore();
    const far = core.ask("tag.list", {}).find(({ name }) => name === "Far");
    if (far === undefined) {
      throw new Error("it was made");
    }
    core.ask("highlight-query.save", { name: " Ends ", text: "Far near/2 Inner" });
    core.ask("tag.change", { tagId: far.id, name: "The end" });
    const list = () => core.ask("highlight-query.list", {});
    expect(list()).toMatchObject([
      { name: "Ends", text: "The end near/2 Inner", count: 1, problem: null },
    ]);
    core.ask("tag.trash", { tagId: far.id });
    expect(list()).toMatchObject([
      { count: 0, problem: "The tag “The end” was removed, so that nothing carries it." },
    ]);
  });

  it("is changed, removed and brought back", () => {
    const { core } = codedCore();
    const { id } = core.ask("highlight-query.save", { name: "Q", text: "Far" });
    expect(() => core.ask("highlight-query.save", { name: "q", text: "Edge" })).toThrow(
      "There is a query “Q” already. Choose another name.",
    );
    expect(
      core.ask("highlight-query.save", { queryId: id, name: "R", text: "Edge" }),
    ).toMatchObject({
      id,
      name: "R",
      count: 2,
    });
    core.ask("highlight-query.trash", { queryId: id });
    expect(core.ask("highlight-query.list", {})).toEqual([]);
    core.ask("history.undo", {});
    core.ask("history.undo", {});
    expect(core.ask("highlight-query.list", {})).toMatchObject([{ id, name: "Q", text: "Far" }]);
  });
});

describe("the table of highlights", () => {
  it("filters, sorts and groups; a highlight with two tags is in two groups", () => {
    const { core } = codedCore();
    const view = core.ask("highlight.view", { group: "tag", filter: { text: "WORDS" } });
    expect(view.groups.map(({ name, highlightIds }) => [name, highlightIds.length])).toEqual([
      ["Outer", 1],
      ["Inner", 1],
      ["Edge", 1],
    ]);
    const edges = core.ask("highlight.view", { group: "tag", filter: { query: "Far" } });
    expect(edges.total).toBe(1);
    expect(edges.groups.map(({ name }) => name)).toEqual(["Edge", "Far"]);
    const quotes = core
      .ask("highlight.view", { sort: "quote", descending: true })
      .groups.flatMap(({ highlightIds }) => highlightIds);
    const rows = core.ask("highlight.rows", { highlightIds: quotes });
    expect(rows.map(({ highlight }) => highlight.exact)).toEqual([
      "words here",
      "Third",
      "Second words follow",
      "goes on",
      "First words here. Second words",
      "block",
    ]);
  });

  it("exports what is shown, verified and without formulas", () => {
    const { core } = codedCore();
    const [first] = core.ask("highlight.list", {});
    if (first === undefined) {
      throw new Error("it was made");
    }
    core.ask("highlight.change", { highlightId: first.id, note: "=1+1" });
    const { csv, rows } = core.ask("highlight.export-csv", { filter: { query: "noted" } });
    expect(rows).toBe(1);
    expect(csv).toContain('"First words here. Second words",yes,"Outer","\'=1+1"');
  });

  it("exports what is shown for reading, with the words as they are", () => {
    const { core } = codedCore();
    const [first] = core.ask("highlight.list", {});
    if (first === undefined) {
      throw new Error("it was made");
    }
    core.ask("highlight.change", { highlightId: first.id, note: "# Not a heading" });
    const answer = core.ask("highlight.export-markdown", {
      group: "tag",
      filter: { query: "noted" },
    });
    expect(answer.rows).toBe(1);
    expect(answer.markdown).toContain("1 highlight, of those that this query shows: noted.");
    expect(answer.markdown).toContain("## Outer\n\n> First words here. Second words\n\n");
    expect(answer.markdown).toContain(
      `characters ${first.start + 1}–${first.end}\n\n**Tags:** Outer\n\n**Note:** # Not a heading`,
    );
  });

  it("lists every note with what it is on", () => {
    const { core } = codedCore();
    const [highlight] = core.ask("highlight.list", {});
    const [tag] = core.ask("tag.list", {});
    if (highlight === undefined || tag === undefined) {
      throw new Error("they were made");
    }
    core.ask("article.describe", {
      articleId: highlight.articleId,
      patch: { note: "On the article" },
    });
    core.ask("highlight.change", { highlightId: highlight.id, note: "On the highlight" });
    core.ask("tag.change", { tagId: tag.id, description: "On the tag" });
    const { claim } = core.ask("claim.create", {
      statement: "A claim",
      note: "On the claim",
      passage: { highlightId: highlight.id },
    });
    const [link] = core.ask("evidence.list", {});
    if (link === undefined) {
      throw new Error("it was linked");
    }
    core.ask("evidence.change", { evidenceId: link.id, note: "On the evidence" });
    expect(
      core.ask("note.list", {}).map(({ owner, subject, note }) => [owner.kind, subject, note]),
    ).toEqual([
      ["article", expect.any(String), "On the article"],
      ["highlight", highlight.exact, "On the highlight"],
      ["tag", tag.name, "On the tag"],
      ["claim", claim.statement, "On the claim"],
      ["evidence", claim.statement, "On the evidence"],
    ]);
  });
});
