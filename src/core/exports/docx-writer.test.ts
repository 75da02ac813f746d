import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { runsOf, someOf } from "../testing/thorough.ts";
import type { BriefingDocument } from "./briefing-document.ts";
import { paperInDocx } from "./docx-writer.ts";
import { xmlReplacement } from "./docx-xml.ts";
import { paperOfBriefing } from "./paper-of-briefing.ts";
import { withPictures } from "./plain-text.ts";
import { briefing, hostileStrings, stringsOf } from "./testing/arbitrary-briefing.ts";
import { expectedOutline } from "./testing/expected-outline.ts";
import { everywhere } from "./testing/hostile-briefing.ts";
import { readDocx } from "./testing/read-docx.ts";
import type { Outline } from "./testing/read-markdown.ts";
import { footnotePreface } from "./wording.ts";

function briefingInDocx(briefingDocument: BriefingDocument) {
  const { document, replaced } = withPictures(briefingDocument, xmlReplacement);
  const paper = paperOfBriefing(document, replaced);
  return { bytes: paperInDocx(paper), seen: document, warnings: paper.warnings };
}

/** A word processor counts footnotes by itself, in the order in which they are referred to. */
function asCounted(outline: Outline): Outline {
  const order = [...new Set(outline.flatMap((block) => ("notes" in block ? block.notes : [])))];
  const counted = (label: string) => String(order.indexOf(label) + 1);
  const footnotes = outline.filter((block) => block.kind === "footnote");
  const others = outline
    .filter((block) => block.kind !== "footnote")
    .map((block) => ("notes" in block ? { ...block, notes: block.notes.map(counted) } : block));
  const preface = others.at(-1);
  if (order.length === 0 && preface?.kind === "words" && preface.words.endsWith(footnotePreface)) {
    others[others.length - 1] = {
      ...preface,
      words: preface.words.replace(
        new RegExp(`(?:^|\n\n)${RegExp.escape(footnotePreface)}$`, "u"),
        "",
      ),
    };
  }
  return [
    ...others.filter((block) => block.kind !== "words" || block.words !== ""),
    ...order.flatMap((label) =>
      footnotes
        .filter((note) => note.label === label)
        .map((note) => ({ ...note, label: counted(label), links: [] })),
    ),
  ];
}

function expectFaithful(document: BriefingDocument): void {
  const { bytes, seen, warnings } = briefingInDocx(document);
  const { title, outline } = readDocx(bytes);
  expect(title).toBe(seen.title);
  expect(outline).toEqual(asCounted(expectedOutline(seen, warnings)));
}

describe("paperInDocx", () => {
  it("gives back exactly the words that went in, whatever they are, and no other structure", () => {
    fc.assert(fc.property(briefing, expectFaithful), { numRuns: runsOf(50) });
  });

  it("holds strings of the corpora at every place that takes words", { timeout: 240_000 }, () => {
    const strings = [...hostileStrings, ...stringsOf("injection-strings.json")].filter(
      (words) => words.trim() !== "",
    );
    // Every tenth of what is meant for Markdown, and all that is meant for other formats.
    const chosen = someOf(strings, 10, (index) => index > 650);
    expect(chosen.length).toBeGreaterThan(200);
    for (const words of chosen) {
      expectFaithful(everywhere(words));
    }
  });

  it("shows what XML cannot hold as signs, as many as there were, and says so", () => {
    const { seen, warnings } = briefingInDocx(everywhere("a\u0000\u000B\u001F\uFFFF\uD800b"));
    expect(seen.title).toBe("a␀␋␟��b");
    expect(warnings.at(-1)).toBe(xmlReplacement.sentence);
    expect(briefingInDocx(everywhere("a\t\n\r\u0085\u202Eb")).warnings).not.toContain(
      xmlReplacement.sentence,
    );
  });

  it("writes the same document in the same bytes", () => {
    fc.assert(
      fc.property(briefing, (document) => {
        expect(briefingInDocx(structuredClone(document)).bytes).toEqual(
          briefingInDocx(document).bytes,
        );
      }),
      { numRuns: 50 },
    );
  });
});
