import fc from "fast-check";
import { parse } from "parse5";
import { describe, expect, it } from "vitest";

import { runsOf, someOf } from "../testing/thorough.ts";
import type { BriefingDocument } from "./briefing-document.ts";
import { policy } from "./html-style.ts";
import { briefing, hostileStrings, stringsOf } from "./testing/arbitrary-briefing.ts";
import { briefingInHtml } from "./testing/briefing-files.ts";
import { expectedOutline, shown } from "./testing/expected-outline.ts";
import { everywhere, withoutNul } from "./testing/hostile-briefing.ts";
import { attribute, elementsWithin, readHtml } from "./testing/read-html.ts";

function expectFaithful(document: BriefingDocument): void {
  const { html, warnings } = briefingInHtml(document);
  const seen = withoutNul(document);
  const { title, outline, contents } = readHtml(html);
  expect(title).toBe(seen.title);
  expect(outline).toEqual(expectedOutline(seen, warnings));
  const inOrder = seen.claims.toSorted((a, b) => Number(b.onBoard) - Number(a.onBoard));
  expect(contents.slice(0, seen.claims.length)).toEqual(
    inOrder.map(({ number, statement }) => shown(`${number}. ${statement}`)),
  );
}

describe("briefingInHtml", () => {
  it("gives back exactly the words that went in, whatever they are, and no other structure", () => {
    fc.assert(fc.property(briefing, expectFaithful), { numRuns: runsOf(100) });
  });

  it("holds strings of the corpora at every place that takes words", { timeout: 240_000 }, () => {
    const strings = [...hostileStrings, ...stringsOf("injection-strings.json")].filter(
      (words) => words.trim() !== "",
    );
    expect(strings.length).toBeGreaterThan(750);
    for (const words of someOf(strings, 2)) {
      expectFaithful(everywhere(words));
    }
  });

  it("writes the same document in the same bytes", () => {
    fc.assert(
      fc.property(briefing, (document) => {
        expect(briefingInHtml(structuredClone(document))).toEqual(briefingInHtml(document));
      }),
      { numRuns: 50 },
    );
  });

  it("admits nothing but its own style", () => {
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; img-src data:; base-uri 'none'; form-action 'none'$/u,
    );
  });

  it("leads from each reference to its footnote, and from there back to each reference", () => {
    const all = parse(briefingInHtml(everywhere("words")).html).childNodes.flatMap(elementsWithin);
    const links = (role: string) =>
      all
        .filter((element) => attribute(element, "role") === role)
        .map((element) => [attribute(element, "id"), attribute(element, "href")]);
    expect(links("doc-noteref")).toEqual([
      ["quote-1-1", "#footnote-1"],
      ["quote-2-1", "#footnote-2"],
      ["quote-1-2", "#footnote-1"],
      ["quote-2-2", "#footnote-2"],
      ["quote-1-3", "#footnote-1"],
    ]);
    expect(links("doc-backlink").map(([, target]) => target)).toEqual([
      "#quote-1-1",
      "#quote-1-2",
      "#quote-1-3",
      "#quote-2-1",
      "#quote-2-2",
    ]);
  });
});
