import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { z } from "zod";

import type { BoardId } from "#contract/ids";

import { createTestCore, importFiles, sampleArticles } from "../testing/test-core.ts";
import type { TestCore } from "../testing/test-core.ts";
import { widthOf, wrapWords } from "./wrap-words.ts";

const place = { x: 10.4, y: 20, width: 240, height: 120, groupId: null };

/** A board with a group that holds a claim, a quote that supports the claim, and a note with given words. */
function boardWith(words: string): { core: TestCore; boardId: BoardId } {
  const core = createTestCore();
  importFiles(core, sampleArticles());
  const [board] = core.ask("board.list", {});
  const [article] = core.ask("article.list", {});
  if (board === undefined || article === undefined) {
    throw new Error("a project has a board and the samples");
  }
  const boardId = board.id;
  const { claim } = core.ask("claim.create", { statement: `Claim ${words}`.slice(0, 900) });
  const { text } = core.ask("article.read", { articleId: article.id });
  const start = text.indexOf("Putin");
  const evidence = core.ask("evidence.link", {
    claimId: claim.id,
    passage: { articleId: article.id, start, end: start + 5 },
    stance: "supports",
    note: words,
  });
  const [group] = core.ask("card.add", {
    boardId,
    cards: [
      { subject: { kind: "group", text: words }, place: { ...place, width: 600, height: 400 } },
    ],
  });
  core.ask("card.add", {
    boardId,
    cards: [
      {
        subject: { kind: "claim", claimId: claim.id },
        place: { ...place, groupId: group?.id ?? null },
      },
      {
        subject: { kind: "quote", highlightId: evidence.highlightId },
        place: { ...place, x: 800 },
      },
      { subject: { kind: "note", text: words }, place: { ...place, y: 700 } },
    ],
  });
  return { core, boardId };
}

/** Parses XML strictly, as others would. @returns text nodes by element name */
function readXml(
  xml: string,
): { name: string; text: string; attributes: Record<string, string> }[] {
  const found: { name: string; text: string; attributes: Record<string, string> }[] = [];
  const open: (typeof found)[number][] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, text: "", attributes: attributes as Record<string, string> };
    found.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element !== undefined) {
      element.text += text;
    }
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return found;
}

const anyWords = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(
    "</text><script>alert(1)</script>",
    'x" onload="alert(1)',
    "<![CDATA[ ]]> &amp; <!-- -->",
    "غوتيريش: قوات أجنبية",
    "外国军队 部署",
    "\u0000\u0007\uFFFE",
  ),
);

describe("a board as SVG", () => {
  it("is well-formed XML without anything active, whatever the words are, and is the same each time", () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        const { core, boardId } = boardWith(words);
        const { text, size, fileName } = core.ask("board.export", { boardId, format: "svg" });
        const elements = readXml(text);
        expect(new Set(elements.map(({ name }) => name)).difference(new Set(allowed))).toEqual(
          new Set(),
        );
        for (const { attributes } of elements) {
          expect(Object.keys(attributes).filter((name) => /^on|href/iu.test(name))).toEqual([]);
        }
        expect(size?.width).toBeGreaterThan(600);
        expect(fileName).toBe("Board.svg");
        expect(core.ask("board.export", { boardId, format: "svg" }).text).toBe(text);
        core.close();
      }),
      { numRuns: 30 },
    );
  });
  const allowed = ["svg", "title", "desc", "rect", "g", "text", "path"];

  it("shows what the cards say, and says it in words", () => {
    const { core, boardId } = boardWith("Foreign troops would be legitimate targets");
    const elements = readXml(core.ask("board.export", { boardId, format: "svg" }).text);
    const words = elements.filter(({ name }) => name === "text").map(({ text }) => text);
    // The ground, four cards, and the word of the line.
    expect(elements.filter(({ name }) => name === "rect")).toHaveLength(6);
    expect(words).toContain("“Putin”");
    expect(words).toContain("+ supports");
    // What was noted on the line stands under its word.
    expect(words.slice(words.indexOf("+ supports") + 1)).toEqual([
      "Foreign troops would be",
      "legitimate targets",
    ]);
    expect(words).toContain("Uncorroborated · 1 supports");
    expect(elements.find(({ name }) => name === "desc")?.text).toMatch(
      /“Putin” \(.*\) supports: Claim Foreign troops would be legitimate targets\. Note: Foreign/u,
    );
  });
});

/** https://jsoncanvas.org/spec/1.0/ as far as it is used here. */
const JsonCanvas = z.strictObject({
  nodes: z.array(
    z.discriminatedUnion("type", [
      z.strictObject({ type: z.literal("text"), text: z.string(), ...commonOf() }),
      z.strictObject({ type: z.literal("group"), label: z.string(), ...commonOf() }),
    ]),
  ),
  edges: z.array(
    z.strictObject({
      id: z.string(),
      fromNode: z.string(),
      toNode: z.string(),
      toEnd: z.literal("arrow"),
      label: z.string(),
      color: z.enum(["1", "3", "4"]).optional(),
    }),
  ),
});

function commonOf() {
  return { id: z.string(), x: z.int(), y: z.int(), width: z.int(), height: z.int() };
}

describe("a board as JSON Canvas", () => {
  it("follows the specification, and its lines join nodes that are there", () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        const { core, boardId } = boardWith(words);
        const { text, fileName } = core.ask("board.export", { boardId, format: "json-canvas" });
        const { nodes, edges } = JsonCanvas.parse(JSON.parse(text));
        const note = core.ask("evidence.list", {})[0]?.note.trim() ?? "";
        expect(nodes).toHaveLength(4);
        const ids = new Set(nodes.map(({ id }) => id));
        for (const { fromNode, toNode } of edges) {
          expect(ids.has(fromNode) && ids.has(toNode)).toBe(true);
        }
        expect(edges).toMatchObject([
          {
            label: note === "" ? "supports" : `supports: ${note}`,
            color: "4",
          },
        ]);
        expect(fileName).toBe("Board.canvas");
        core.close();
      }),
      { numRuns: 20 },
    );
  });

  it("refuses a board that is not there", () => {
    const core = createTestCore();
    const boardId = "00000000-0000-7000-8000-00000000ffff" as BoardId;
    expect(() => core.ask("board.export", { boardId, format: "svg" })).toThrow(
      expect.objectContaining({ code: "not-found" }) as Error,
    );
  });
});

describe("wrapWords", () => {
  it("keeps every line within the width and loses nothing but white space when there is room", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const lines = wrapWords(text, { widthPx: 200, sizePx: 14, maxLines: 1_000 });
        for (const line of lines) {
          expect(widthOf(line, 14)).toBeLessThanOrEqual(200);
        }
        const letters = (some: string) => some.replaceAll(/\s+/gu, "");
        expect(letters(lines.join(""))).toBe(letters(text));
      }),
    );
  });

  it("ends in … when not all fits", () => {
    const lines = wrapWords("one two three four five six seven", {
      widthPx: 60,
      sizePx: 14,
      maxLines: 2,
    });
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/u);
  });
});
