import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createTestCore } from "../test-core.ts";
import type { TestCore } from "../test-core.ts";
import { bytesOfHostile, hostileFiles } from "./corpus.ts";
import { expectInert } from "./expect-inert.ts";
import { expectationOf } from "./expectations.ts";

const files = hostileFiles();
const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith("corroboard-pwned"));

let leftBefore: string[];
beforeAll(() => {
  leftBefore = leftovers();
});
afterAll(() => {
  expect(leftovers()).toEqual(leftBefore);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

function importFile(core: TestCore, name: string, bytes: Uint8Array) {
  const { upload } = core.ask("upload.put", { bytes });
  return core.ask("article.import", { files: [{ name, upload }] });
}

/** Puts the words wherever an analyst can put words, and highlights what was imported. */
function useEverywhere(core: TestCore, words: string): void {
  const name = words.slice(0, 900).trim().toWellFormed() || "name";
  core.ask("project.rename", { title: name });
  const tag = core.ask("tag.create", { name, description: words.slice(0, 5_000).toWellFormed() });
  const [article] = core.ask("article.list", {});
  const [board] = core.ask("board.list", {});
  if (article === undefined || board === undefined) {
    throw new Error("there is an article and a board");
  }
  const { text } = core.ask("article.read", { articleId: article.id });
  // Cut where no character as people see it is torn.
  const [first = text] = text.slice(0, 2_000).split(/(?<=\n)/u, 1);
  const highlight = core.ask("highlight.create", {
    articleId: article.id,
    start: 0,
    end: Math.max(first.trimEnd().length, 1),
    tagIds: [tag.id],
    note: name,
  });
  core.ask("article.describe", {
    articleId: article.id,
    patch: { title: name, outlet: name, author: name, url: name, note: name },
  });
  const { claim } = core.ask("claim.create", {
    statement: name,
    note: name,
    tagIds: [tag.id],
    passage: { highlightId: highlight.id },
    stance: "supports",
  });
  const place = { x: 0, y: 0, width: 200, height: 100, groupId: null };
  core.ask("card.add", {
    boardId: board.id,
    cards: [
      { subject: { kind: "group", text: name }, place },
      { subject: { kind: "claim", claimId: claim.id }, place },
      { subject: { kind: "note", text: name }, place },
    ],
  });
}

describe("the corpus", () => {
  it("has each of its files in the manifest, and something is expected of each", () => {
    expect(files.length).toBeGreaterThan(110);
    for (const file of files) {
      expect(bytesOfHostile(file.file)).toBeInstanceOf(Uint8Array);
      expect(expectationOf(file)).toBeDefined();
    }
    const named = new Set(files.map(({ file }) => file.split("/")[0]));
    const own = ["xss", "licences", "README.md", "manifest.json", "make_hostile.py"];
    const folder = readdirSync(new URL("corpus", import.meta.url));
    expect(folder.filter((name) => !named.has(name)).toSorted()).toEqual(own.toSorted());
  });
});

describe("importing a hostile file", () => {
  describe.each(files)("$id: $attack", (file) => {
    const { refusal, waitsFor } = expectationOf(file);
    it(refusal === null ? "takes it as text, which stays text" : "refuses it by name", () => {
      const core = createTestCore();
      const bytes = bytesOfHostile(file.file);
      const { imported, refused } = importFile(core, file.file, bytes);
      if (refusal !== null) {
        expect(imported).toEqual([]);
        expect(refused).toMatchObject([{ name: file.file, code: refusal.code }]);
        expect(refused[0]?.message).toMatch(refusal.says);
        expect(core.ask("change.list", { limit: 1 })).toEqual([]);
      } else {
        expect(refused).toEqual([]);
        const [article] = imported;
        const { text } = core.ask("article.read", { articleId: article?.id ?? "" });
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toContain("\uFFFD");
        if (file.text !== undefined) {
          expect(text).toBe(file.text.normalize("NFC"));
        }
        const original = core.ask("article.original", { articleId: article?.id ?? "" });
        expect(new Uint8Array(Buffer.from(original.base64, "base64"))).toEqual(bytes);
        useEverywhere(core, text);
        expectInert(core);
      }
      core.close();
    });
    if (waitsFor !== null) {
      it.skip(`does what the manifest expects of its format (${waitsFor})`, () => {});
    }
  });
});
