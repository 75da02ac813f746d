import { join } from "node:path";

import Sqlite from "better-sqlite3";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { temporaryFolder } from "../testing/temporary-folder.ts";
import { createTestCore, importFiles } from "../testing/test-core.ts";
import { analysed, quoteOf } from "./testing/analysed-project.ts";
import { words } from "./testing/arbitrary-briefing.ts";
import { shown } from "./testing/expected-outline.ts";
import { outlineOf } from "./testing/read-markdown.ts";
import type { Outline } from "./testing/read-markdown.ts";

function headings(outline: Outline): string[] {
  return outline.flatMap((block) => (block.kind === "heading" ? [block.words] : []));
}

describe("export.markdown", () => {
  it("puts the board's claims first, in its order, and the others under their own heading", () => {
    const { core } = analysed();
    const { fileName, markdown, warnings } = core.ask("export.markdown", {});
    expect(fileName).toBe("Reassurance force.md");
    expect(warnings).toEqual([]);
    expect(headings(outlineOf(markdown)).slice(0, 8)).toEqual([
      "Reassurance force",
      "1. Foreign troops would be legitimate targets",
      "Mentions",
      "2. 26 countries pledged forces",
      "Supports",
      "Disputes",
      "Claims that are not on the board",
      "3. Germany has committed troops",
    ]);
    core.close();
  });

  it("leaves the other claims out when only the board is wanted", () => {
    const { core } = analysed();
    const { markdown } = core.ask("export.markdown", { onlyBoard: true });
    expect(markdown).not.toContain("Germany has committed troops");
    expect(markdown).toContain("Not shown: 1 claim not on the board.");
    core.close();
  });

  it("follows the list and makes no second heading when the board has no claims", () => {
    const { core } = analysed();
    const board = core.ask("board.create", { title: "Empty" });
    const { markdown } = core.ask("export.markdown", { boardId: board.id });
    expect(
      headings(outlineOf(markdown)).filter((title) => /^\d|^Claims that/u.test(title)),
    ).toEqual([
      "1. 26 countries pledged forces",
      "2. Foreign troops would be legitimate targets",
      "3. Germany has committed troops",
    ]);
    core.close();
  });

  it("refuses a board that is not there", () => {
    const { core, apart } = analysed();
    const reply = core.dispatch("export.markdown", { boardId: apart });
    expect(reply).toMatchObject({ ok: false, failure: { code: "not-found" } });
    core.close();
  });

  it("shows a quote with its attribution, grade, note and a footnote that says where it stands", () => {
    const { core, articles, first } = analysed();
    const [article] = articles;
    const { markdown } = core.ask("export.markdown", {});
    const outline = outlineOf(markdown);
    const supports = outline.findIndex(
      (block) => block.kind === "heading" && block.words === "Supports",
    );
    expect(outline.slice(supports + 1, supports + 3)).toEqual([
      { kind: "quotation", words: "26 countries", notes: ["1"] },
      {
        kind: "words",
        words:
          "S1, grade F2 (Reliability cannot be judged; Probably true), said by Macron\n\n" +
          "Note: One speaker.",
        links: [],
        notes: [],
      },
    ]);
    const { start, end } = quoteOf(core, first, "26 countries");
    const { blocks } = core.ask("article.read", { articleId: first });
    const paragraph = 1 + blocks.findIndex((block) => block.start <= start && end <= block.end);
    expect(outline.find((block) => block.kind === "footnote" && block.label === "1")).toEqual({
      kind: "footnote",
      label: "1",
      words:
        "S1, Putin warns, The Outlet, A. Writer, 2025-09-05, https://example.com/a?b=1&c=2, " +
        `accessed 2025-09-06, grade F2 and F6, characters ${start}–${end} (paragraph ${paragraph}), ` +
        `SHA-256 ${article?.bytesSha256.slice(0, 12)}`,
      links: ["https://example.com/a?b=1&c=2"],
    });
    // The same passage is cited for two claims and has one footnote.
    expect(markdown.match(/^\[\^\d+\]:/gmu)).toEqual(["[^1]:", "[^2]:"]);
    core.close();
  });

  it("says whose status it is, and keeps likelihood and confidence apart", () => {
    const { core, pledged } = analysed();
    core.ask("claim.change", {
      claimId: pledged,
      statusOverride: {
        status: "corroborated",
        reason: "The dispute is of style.\nNot of fact.",
      },
      likelihood: "likely",
      confidence: "moderate",
      confidenceBasis: "One speaker, widely quoted.",
    });
    const { markdown } = core.ask("export.markdown", {});
    const outline = outlineOf(markdown);
    const claim = outline.findIndex(
      (block) => block.kind === "heading" && block.words === "2. 26 countries pledged forces",
    );
    expect(outline[claim + 1]).toMatchObject({
      words: [
        "Status: corroborated, set by the analyst; the evidence by itself gives: disputed. " +
          "Supported by 1 article, disputed by 1; 2 independent lines.",
        "Reason for this status: The dispute is of style.\nNot of fact.",
        "Likelihood: likely (55–80 %).",
        "Confidence: moderate.",
        "Basis of the confidence: One speaker, widely quoted.",
        "Related claims:",
      ].join("\n\n"),
    });
    core.close();
  });

  it("grades a footnote of the board by its source alone", () => {
    const { core, board, first } = analysed();
    const outlet = core.ask("source.list", {}).find(({ name }) => name === "The Outlet");
    core.ask("source.grade", { sourceId: outlet?.id ?? "", reliability: "B" });
    const highlight = core.ask("highlight.create", quoteOf(core, first, "Putin"));
    const place = { x: 0, y: 900, width: 200, height: 100, groupId: null };
    core.ask("card.add", {
      boardId: board.id,
      cards: [{ subject: { kind: "quote", highlightId: highlight.id }, place }],
    });
    const { markdown } = core.ask("export.markdown", {});
    expect(markdown).toMatch(/^\[\^1\]: .*, grade B2 and B6, characters /mu);
    expect(markdown).toMatch(/^\[\^3\]: .*, grade B6, characters /mu);
    core.close();
  });

  it("leaves out what is not known and marks titles that are only proposed", () => {
    const { core } = analysed();
    const { markdown } = core.ask("export.markdown", {});
    expect(markdown).not.toMatch(/null|undefined|: *$/mu);
    const outline = outlineOf(markdown);
    const source = outline.findIndex(
      (block) => block.kind === "heading" && block.words.startsWith("S2. "),
    );
    expect(outline[source]).toMatchObject({ words: expect.stringMatching(/\(proposed title\)$/u) });
    expect(outline[source + 1]).toMatchObject({
      items: [
        "Reliability: F (Reliability cannot be judged)",
        expect.stringMatching(/^SHA-256 of the file: [0-9a-f]{64}$/u),
      ],
    });
    expect(headings(outline)).toContain("S1. Putin warns");
    core.close();
  });

  it("shows in a table what each source does for each claim", () => {
    const { core } = analysed();
    const outline = outlineOf(core.ask("export.markdown", {}).markdown);
    expect(outline.find((block) => block.kind === "table")).toEqual({
      kind: "table",
      rows: [
        ["Claim", "S1", "S2", "S3", "S4", "S5"],
        ["1. Foreign troops would be legitimate targets", "·", "", "○", "", ""],
        ["2. 26 countries pledged forces", "+", "−", "", "", ""],
        ["3. Germany has committed troops", "", "", "", "", ""],
      ],
    });
    core.close();
  });

  it("tells of relations from both sides", () => {
    const { core } = analysed();
    const lists = outlineOf(core.ask("export.markdown", {}).markdown).flatMap((block) =>
      block.kind === "list" ? [block.items] : [],
    );
    expect(lists.slice(0, 2)).toEqual([
      ["Contradicts claim 2: 26 countries pledged forces\n\nNote: If so, who would go?"],
      [
        "Is contradicted by claim 1: Foreign troops would be legitimate targets\n\n" +
          "Note: If so, who would go?",
      ],
    ]);
    core.close();
  });

  it("adds notes of the board and quotes that belong to no claim, and names groups", () => {
    const { core, board, first, apart } = analysed();
    const quote = quoteOf(core, first, "Putin");
    const highlight = core.ask("highlight.create", quote);
    const cited = core.ask("highlight.create", quoteOf(core, first, "26 countries"));
    const place = { x: 0, y: 900, width: 200, height: 100, groupId: null };
    const [group] = core.ask("card.add", {
      boardId: board.id,
      cards: [{ subject: { kind: "group", text: "Open questions" }, place }],
    });
    core.ask("card.add", {
      boardId: board.id,
      cards: [
        { subject: { kind: "note", text: "Ask Berlin.\nThen Paris." }, place },
        { subject: { kind: "quote", highlightId: highlight.id }, place },
        { subject: { kind: "quote", highlightId: cited.id }, place },
        {
          subject: { kind: "claim", claimId: apart },
          place: { ...place, y: 0, groupId: group?.id ?? null },
        },
      ],
    });
    const outline = outlineOf(core.ask("export.markdown", {}).markdown);
    const notes = outline.findIndex(
      (block) => block.kind === "heading" && block.words === "Notes from the board",
    );
    expect(outline.slice(notes + 1, notes + 3)).toEqual([
      { kind: "words", words: "Note: Ask Berlin.\nThen Paris.", links: [], notes: [] },
      { kind: "quotation", words: "Putin", notes: ["3"] },
    ]);
    expect(outline[notes + 3]).toMatchObject({ words: "Claims and sources" });
    const grouped = outline.findIndex(
      (block) => block.kind === "heading" && block.words === "3. Germany has committed troops",
    );
    expect(outline[grouped + 1]).toMatchObject({
      words: "Status: not assessed. No evidence.\n\nGroup on the board: Open questions",
    });
    core.close();
  });

  it("never shows a quote as verbatim when the article does not say it, and warns by name", () => {
    const projectFile = join(temporaryFolder(), "p.corroboard");
    const { core } = analysed({ projectFile });
    core.close();
    const database = new Sqlite(projectFile);
    database.exec("UPDATE highlight SET exact = '62 countries' WHERE exact = '26 countries'");
    database.close();

    const reopened = createTestCore({ projectFile });
    const { markdown, warnings } = reopened.ask("export.markdown", {});
    reopened.close();
    expect(warnings).toEqual([
      expect.stringMatching(
        /^Not verified: “62 countries” is not what S1 “Putin warns” says at characters \d+–\d+\.$/u,
      ),
    ]);
    const outline = outlineOf(markdown);
    expect(outline.slice(1, 4)).toEqual([
      { kind: "words", words: "⚠ Before you use this:", links: [], notes: [] },
      { kind: "list", items: warnings },
      expect.objectContaining({
        words:
          "3 claims, 2 quotes from 2 sources. Compared with the frozen texts of their articles, " +
          "1 of 2 quotes are verbatim.",
      }),
    ]);
    expect(outline.filter(({ kind }) => kind === "quotation")).toEqual([
      { kind: "quotation", words: "26", notes: ["2"] },
    ]);
    expect(markdown).toContain("**⚠ Not verified:** 62 countries[^1]");
    expect(markdown).toMatch(/^\[\^1\]: ⚠ Not verified: S1, /mu);
  });

  it("keeps the lines of a quote that runs over paragraphs", () => {
    const core = createTestCore();
    const [article] = importFiles(core, [
      {
        name: "a.txt",
        bytes: new TextEncoder().encode("A title\nOne line,  \n  and another.\n\nA paragraph."),
      },
    ]);
    if (article === undefined) {
      throw new Error("it was imported");
    }
    core.ask("claim.create", {
      statement: "It has lines",
      passage: { articleId: article.id, start: 8, end: article.textLength },
      stance: "supports",
    });
    expect(core.ask("export.markdown", {}).markdown).toContain(
      "\n> One line,  \\\n> &#x20; and another.\n>\n> A paragraph.[^1]\n",
    );
    core.close();
  });

  it("lists only the sources that it uses when the project has very many", () => {
    const { core } = analysed();
    importFiles(
      core,
      Array.from({ length: 46 }, (_, index) => ({
        name: `${index}.txt`,
        bytes: new TextEncoder().encode(`Article ${index}\n\nIt says ${index}.`),
      })),
    );
    const { markdown } = core.ask("export.markdown", {});
    expect(headings(outlineOf(markdown)).filter((title) => /^S\d/u.test(title))).toHaveLength(3);
    expect(markdown).toContain("Not listed: 48 articles not used here.");
    core.close();
  });

  it("gives the same bytes for the same project", () => {
    const [one, other] = [analysed().core, analysed().core];
    expect(one.ask("export.markdown", {})).toEqual(other.ask("export.markdown", {}));
    expect(one.ask("export.markdown", {})).toEqual(one.ask("export.markdown", {}));
    one.close();
    other.close();
  });

  it("carries hostile words from the requests to the reader", () => {
    const filled = words.filter((text) => text.trim() !== "" && text.length <= 1000);
    fc.assert(
      fc.property(filled, filled, filled, filled, (title, statement, tag, passage) => {
        const core = createTestCore({ title: "x" });
        core.ask("project.rename", { title });
        const [article] = importFiles(core, [
          {
            name: null,
            bytes: new TextEncoder().encode(`Some words before.\n${passage}\nAnd after.`),
          },
        ]);
        if (article === undefined) {
          throw new Error("it was imported");
        }
        const { text } = core.ask("article.read", { articleId: article.id });
        const stored = core.ask("tag.create", { name: tag });
        const { claim } = core.ask("claim.create", {
          statement,
          tagIds: [stored.id],
          stance: "supports",
          passage: { articleId: article.id, start: 4, end: text.length },
        });
        const outline = outlineOf(core.ask("export.markdown", {}).markdown);
        const seen = (input: string) => input.replaceAll("\0", "␀");
        expect(headings(outline).slice(0, 3)).toEqual([
          seen(title),
          `1. ${seen(claim.statement)}`,
          "Supports",
        ]);
        const supports = outline.findIndex(({ kind }) => kind === "quotation");
        expect(outline[supports - 2]).toMatchObject({
          words: expect.stringContaining(`\n\nTags: ${shown(seen(stored.name))}`),
        });
        expect(outline[supports]).toMatchObject({ words: seen(text.slice(4)) });
        core.close();
      }),
      { numRuns: 40 },
    );
  });
});
