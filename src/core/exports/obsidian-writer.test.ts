import { posix } from "node:path";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { Stance } from "#contract/claim";

import { runsOf, someOf } from "../testing/thorough.ts";
import type { BriefingDocument } from "./briefing-document.ts";
import { briefingInObsidian } from "./obsidian-writer.ts";
import { briefing, hostileStrings, stringsOf } from "./testing/arbitrary-briefing.ts";
import { shown } from "./testing/expected-outline.ts";
import { everywhere, withoutNul } from "./testing/hostile-briefing.ts";
import { outlineOf } from "./testing/read-markdown.ts";
import type { Outline } from "./testing/read-markdown.ts";

type ReadFile = { path: string; outline: Outline; links: { path: string; words: string }[] };

/** @throws when a file has anything that the template does not produce */
function readFolder(document: BriefingDocument): ReadFile[] {
  return briefingInObsidian(document).files.map(({ path, text }) => {
    const links: ReadFile["links"] = [];
    const outline = outlineOf(text, (url, words) => {
      links.push({ path: posix.join(posix.dirname(path), decodeURIComponent(url)), words });
    });
    return { path, outline, links };
  });
}

function titleOf({ outline }: ReadFile): string {
  const [first] = outline;
  return first?.kind === "heading" && first.depth === 1 ? first.words : "";
}

function quotationsIn({ outline }: ReadFile): string[] {
  return outline.flatMap((block) => (block.kind === "quotation" ? [block.words] : []));
}

/** Labels of references, and labels of footnotes. */
function notesIn({ outline }: ReadFile): { used: Set<string>; defined: string[] } {
  return {
    used: new Set(outline.flatMap((block) => ("notes" in block ? block.notes : []))),
    defined: outline.flatMap((block) => (block.kind === "footnote" ? [block.label] : [])),
  };
}

/** Relations whose statement is that of the claim they name, as in every project. */
function consistent(document: BriefingDocument): BriefingDocument {
  return {
    ...document,
    claims: document.claims.map((claim) => ({
      ...claim,
      relations: claim.relations.map((relation) => ({
        ...relation,
        statement:
          document.claims.find(({ number }) => number === relation.number)?.statement ??
          relation.statement,
      })),
    })),
  };
}

function expectFaithful(document: BriefingDocument): void {
  const { claims, sources } = withoutNul(document);
  const files = readFolder(document);
  const [overview, ...rest] = files;
  const claimFiles = rest.slice(0, claims.length);
  const articleFiles = rest.slice(claims.length);
  expect(articleFiles).toHaveLength(sources.length);

  for (const { path } of files) {
    expect(path).toMatch(
      /^(?:(?:Claims|Articles)\/)?[^\s./~\\:*?"<>|#^[\]%\p{Cc}-][^/\\:*?"<>|#^[\]%\p{Cc}]*\.md$/u,
    );
  }
  const same = files.map(({ path }) => path.normalize("NFKD").toUpperCase().toLowerCase());
  expect(new Set(same).size).toBe(files.length);

  const titles = new Map(files.map((file) => [file.path, shown(titleOf(file))]));
  for (const { links } of files) {
    for (const { path, words } of links) {
      expect(words).toBe(titles.get(path));
    }
  }
  expect(overview?.links.map(({ path }) => path)).toEqual(rest.map(({ path }) => path));

  for (const [index, claim] of claims.entries()) {
    const file = claimFiles[index];
    const inOrder = Stance.options.flatMap((stance) =>
      claim.evidence.filter((item) => item.stance === stance),
    );
    expect(file === undefined ? null : titleOf(file)).toBe(claim.statement);
    expect(file === undefined ? null : quotationsIn(file)).toEqual(
      inOrder.flatMap(({ quote }) => (quote.verified ? [quote.exact] : [])),
    );
  }
  for (const [index, { title, titleIsProposed }] of sources.entries()) {
    const file = articleFiles[index];
    expect(file === undefined ? null : titleOf(file)).toBe(
      shown(title) + (titleIsProposed ? " (proposed title)" : ""),
    );
  }
  for (const file of files) {
    const { used, defined } = notesIn(file);
    expect(new Set(defined)).toEqual(used);
    expect(defined).toEqual(defined.map((_, place) => String(place + 1)));
  }
}

describe("briefingInObsidian", () => {
  it("makes safe, unique files whose links lead to what they say, whatever the words", () => {
    fc.assert(fc.property(briefing.map(consistent), expectFaithful), { numRuns: runsOf(50) });
  });

  it("does so for strings of the corpora", { timeout: 240_000 }, () => {
    const strings = [
      ...hostileStrings,
      ...stringsOf("injection-strings.json"),
      ...stringsOf("hostile-file-names.json"),
    ].filter((words) => words.trim() !== "");
    for (const words of someOf(strings, 16, (index) => index > 700 && index % 2 === 0)) {
      expectFaithful(everywhere(words));
    }
  });

  it("tells in an article's file what its quotes are evidence of", () => {
    const files = readFolder(everywhere("Words"));
    const article = files.find(({ path }) => path === "Articles/Words.md");
    expect(article?.outline).toMatchObject([
      { kind: "heading", words: "Words" },
      { kind: "list" },
      { kind: "heading", words: "Quotes" },
      { kind: "quotation", words: "Words", notes: ["1"] },
      { kind: "list", items: ["Supports: Words", "Supports: Words"] },
      {
        kind: "words",
        words: expect.stringMatching(/^⚠ Not verified: Words/u) as string,
        notes: ["2"],
      },
      { kind: "list", items: ["Supports: Words", "Supports: Words"] },
      { kind: "words" },
      { kind: "footnote", label: "1" },
      { kind: "footnote", label: "2" },
    ]);
    expect(article?.links.map(({ path }) => path)).toEqual([
      "Claims/Words.md",
      "Claims/Words (2).md",
      "Claims/Words.md",
      "Claims/Words (2).md",
    ]);
  });
});
