import type { BriefingDocument } from "../briefing-document.ts";

/** What a format cannot hold is expected as its picture, and nothing else is changed. */
export function withoutNul(document: BriefingDocument): BriefingDocument {
  const copy: unknown = JSON.parse(JSON.stringify(document), (_key, value: unknown) =>
    typeof value === "string" ? value.replaceAll("\0", "\u2400") : value,
  );
  return copy as BriefingDocument;
}

/** A small document that has the same words at every place that takes words. */
export function everywhere(words: string): BriefingDocument {
  const none = { highlights: 0, articles: 0, independent: 0 };
  const quote = {
    number: 1,
    source: 1,
    start: 0,
    end: words.length,
    blocks: { first: 1, last: 1 },
    exact: words,
    verified: true,
    grades: ["B2"],
  };
  const unverified = { ...quote, number: 2, verified: false };
  const evidence = {
    stance: "supports" as const,
    quote,
    attribution: words,
    reliability: "B" as const,
    credibility: 2,
    note: words,
  };
  return {
    title: words,
    scope: "project",
    claims: [true, false].map((onBoard, index) => ({
      number: index + 1,
      onBoard,
      group: words,
      statement: words,
      note: words,
      tags: [words, words],
      status: "uncorroborated",
      override: { computed: "disputed", reason: words },
      likelihood: "likely",
      confidence: "low",
      confidenceBasis: words,
      counts: { supports: none, disputes: none, qualifies: none, mentions: none, all: none },
      relations: [{ type: "supports", direction: "to", number: 1, statement: words, note: words }],
      evidence: [evidence, { ...evidence, quote: unverified }],
      coverage: [{ kind: "evidence", stances: ["supports"] }],
    })),
    claimsLeftOut: 0,
    boardNotes: [words],
    boardQuotes: [quote],
    quotes: [quote, unverified],
    sources: [
      {
        number: 1,
        title: words,
        titleIsProposed: false,
        outlet: words,
        author: words,
        publishedOn: null,
        url: words,
        accessedOn: null,
        language: words,
        reliability: "B",
        bytesSha256: "0".repeat(64),
      },
    ],
    sourcesLeftOut: 0,
  };
}
