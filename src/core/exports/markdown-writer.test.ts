import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { runsOf, someOf } from "../testing/thorough.ts";
import type { BriefingDocument } from "./briefing-document.ts";
import { briefing, hostileStrings } from "./testing/arbitrary-briefing.ts";
import { briefingInMarkdown } from "./testing/briefing-files.ts";
import { expectedOutline } from "./testing/expected-outline.ts";
import { everywhere, withoutNul } from "./testing/hostile-briefing.ts";
import { outlineOf } from "./testing/read-markdown.ts";

function expectFaithful(document: BriefingDocument): void {
  const { markdown, warnings } = briefingInMarkdown(document);
  expect(outlineOf(markdown)).toEqual(expectedOutline(withoutNul(document), warnings));
}

describe("briefingInMarkdown", () => {
  it("gives back exactly the words that went in, whatever they are, and no other structure", () => {
    fc.assert(fc.property(briefing, expectFaithful), { numRuns: runsOf(60) });
  });

  it("holds strings of the corpora at every place that takes words", { timeout: 240_000 }, () => {
    const strings = hostileStrings.filter((words) => words.trim() !== "");
    expect(strings.length).toBeGreaterThan(700);
    for (const words of someOf(strings, 5)) {
      expectFaithful(everywhere(words));
    }
  });

  it("writes the same document in the same bytes", () => {
    fc.assert(
      fc.property(briefing, (document) => {
        expect(briefingInMarkdown(structuredClone(document))).toEqual(briefingInMarkdown(document));
      }),
      { numRuns: 50 },
    );
  });
});
