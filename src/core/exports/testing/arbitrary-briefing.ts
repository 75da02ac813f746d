import { readFileSync } from "node:fs";

import fc from "fast-check";

import { ClaimStatus, RelationType, Stance } from "#contract/claim";
import type { Claim } from "#contract/claim";
import { Reliability } from "#contract/grades";
import { Confidence, Likelihood } from "#contract/likelihood";

import type {
  BriefingClaim,
  BriefingCoverage,
  BriefingDocument,
  BriefingQuote,
  BriefingSource,
} from "../briefing-document.ts";

/** Strings that other people found to break Markdown, and some of our own. */
export const hostileStrings = [
  ...stringsOf("commonmark-examples.json"),
  ...stringsOf("hostile-strings.json"),
];

export function stringsOf(file: string): string[] {
  const parsed: unknown = JSON.parse(
    readFileSync(new URL(`../testdata/${file}`, import.meta.url), "utf8"),
  );
  if (!Array.isArray(parsed)) {
    throw new TypeError(`${file} is not a list`);
  }
  return parsed.map((item) => String(item).toWellFormed());
}

/** Everything that means something to some Markdown, and what it may stand next to. */
const pieces = [
  ..."\\`*_{}[]()#+-.!|~<>&=:@$^%\"'/;?, \t\n\r\0",
  ..."aZ09é漢😀",
  "\u00A0",
  "\u200B",
  "\u2028",
  "\uFEFF",
  "\u0001",
  "\u001B[31m",
  "\u007F",
  "\u0085",
  "\u202E",
  "\u2066",
  "\u2069",
  "\u202C",
  "e\u0301",
  "👨‍👩‍👧",
  "  ",
  "    ",
  "\n\n",
  "\n\n\n",
  " \n",
  "\\\n",
  "www.x.y",
  "www.",
  "WWW.é.fr",
  "a@b.c",
  "a.b-c_d@e-f.g",
  "mailto:a@b.co",
  "xmpp:a@b.co/x",
  "http://x.y",
  "https://x.y/z?a=1&b=2",
  "HTTP://X.Y",
  "ftp://x.y",
  "javascript:alert(1)",
  "&amp;",
  "&#x3C;",
  "&copy",
  "[^1]",
  "[^1]: ",
  "![a](b)",
  "[a](http://b.c)",
  "<b>",
  "</b>",
  "<!--",
  "-->",
  "<http://a.b>",
  "<?x?>",
  "```",
  "~~~",
  "~~a~~",
  "**",
  "__",
  "---",
  "===",
  "# ",
  "> ",
  "- ",
  "1. ",
  "1) ",
  "- [ ] ",
  "| - | - |",
  "|",
  ":-:",
  "[!NOTE]",
  "a",
  "word",
] as const;

const composed = fc
  .array(fc.constantFrom(...pieces), { maxLength: 14 })
  .map((list) => list.join(""));

/** Any well-formed words, mostly hostile. */
export const words: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: composed },
  { weight: 2, arbitrary: fc.constantFrom(...hostileStrings) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }).map((text) => text.toWellFormed()) },
  { weight: 1, arbitrary: fc.tuple(composed, composed).map(([a, b]) => `${a}\n${b}`) },
);

const filledWords = words.filter((text) => text.trim() !== "");

const optionalWords = fc.option(filledWords);

const url = fc.oneof(
  filledWords,
  filledWords.map((text) => `https://example.com/${text}`),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    "https://example.com/a?b=1&copy;=2",
    "https://example.com/é/漢",
    "http://trusted@example.com/",
    "HTTPS://EXAMPLE.COM/(a)_[b]",
    "javascript:alert(1)",
    "data:text/html,x",
    "//example.com",
    "http:example.com",
  ),
);

const date = fc.option(fc.constantFrom("2025", "2025-09", "2025-09-05"));

const sha256 = fc.string({
  unit: fc.constantFrom(..."0123456789abcdef"),
  minLength: 64,
  maxLength: 64,
});

const count = fc
  .tuple(fc.nat(9), fc.nat(9), fc.nat(9))
  .map(([highlights, articles, independent]) => ({ highlights, articles, independent }));

const counts: fc.Arbitrary<Claim["counts"]> = fc.record({
  supports: count,
  disputes: count,
  qualifies: count,
  mentions: count,
  all: count,
});

const coverage: fc.Arbitrary<BriefingCoverage> = fc.oneof(
  fc.constantFrom<BriefingCoverage>({ kind: "silent" }, { kind: "unchecked" }),
  fc
    .subarray([...Stance.options], { minLength: 1 })
    .map((stances): BriefingCoverage => ({ kind: "evidence", stances })),
);

function sourceOf(number: number): fc.Arbitrary<BriefingSource> {
  return fc.record({
    number: fc.constant(number),
    title: filledWords,
    titleIsProposed: fc.boolean(),
    outlet: optionalWords,
    author: optionalWords,
    publishedOn: date,
    url: fc.option(url),
    accessedOn: date,
    language: optionalWords,
    reliability: fc.constantFrom(...Reliability.options),
    bytesSha256: sha256,
  });
}

function quoteOf(number: number, sources: number): fc.Arbitrary<BriefingQuote> {
  return fc.record({
    number: fc.constant(number),
    source: fc.integer({ min: 1, max: sources }),
    start: fc.nat(),
    end: fc.nat(),
    blocks: fc.constantFrom(null, { first: 2, last: 2 }, { first: 2, last: 5 }),
    exact: words.filter((text) => text !== ""),
    verified: fc.boolean(),
    grades: fc.constantFrom(["B2"], ["F6"], ["A1", "A3"]),
  });
}

function claimOf(
  number: number,
  quotes: readonly BriefingQuote[],
  sources: number,
): fc.Arbitrary<BriefingClaim> {
  return fc.record({
    number: fc.constant(number),
    onBoard: fc.boolean(),
    group: fc.option(words),
    statement: filledWords,
    note: words,
    tags: fc.array(filledWords, { maxLength: 2 }),
    status: fc.constantFrom(...ClaimStatus.options),
    override: fc.option(
      fc.record({ computed: fc.constantFrom(...ClaimStatus.options), reason: filledWords }),
    ),
    likelihood: fc.option(fc.constantFrom(...Likelihood.options)),
    confidence: fc.option(fc.constantFrom(...Confidence.options)),
    confidenceBasis: words,
    counts,
    relations: fc.array(
      fc.record({
        type: fc.constantFrom(...RelationType.options),
        direction: fc.constantFrom("to", "from"),
        number: fc.option(fc.integer({ min: 1, max: 9 })),
        statement: filledWords,
        note: words,
      }),
      { maxLength: 2 },
    ),
    evidence:
      quotes.length === 0
        ? fc.constant([])
        : fc.array(
            fc.record({
              stance: fc.constantFrom(...Stance.options),
              quote: fc.constantFrom(...quotes),
              attribution: fc.option(words),
              reliability: fc.constantFrom(...Reliability.options),
              credibility: fc.option(fc.integer({ min: 1, max: 6 })),
              note: words,
            }),
            { maxLength: 3 },
          ),
    coverage: fc.array(coverage, { minLength: sources, maxLength: sources }),
  });
}

function listOf<Item>(
  length: number,
  item: (number: number) => fc.Arbitrary<Item>,
): fc.Arbitrary<Item[]> {
  return fc.tuple(...Array.from({ length }, (_, index) => item(index + 1)));
}

/** Documents of which every word is hostile. */
export const briefing: fc.Arbitrary<BriefingDocument> = fc
  .record({ claims: fc.nat(3), sources: fc.integer({ min: 1, max: 3 }), quotes: fc.nat(4) })
  .chain(({ claims, sources, quotes: quoteCount }) =>
    listOf(quoteCount, (number) => quoteOf(number, sources)).chain((quotes) =>
      fc.record({
        title: filledWords,
        scope: fc.constantFrom("project", "board", "filter", "claims"),
        claims: listOf(claims, (number) => claimOf(number, quotes, sources)),
        claimsLeftOut: fc.nat(2),
        boardNotes: fc.array(filledWords, { maxLength: 2 }),
        boardQuotes: fc.subarray(quotes),
        quotes: fc.constant(quotes),
        sources: listOf(sources, sourceOf),
        sourcesLeftOut: fc.nat(2),
      }),
    ),
  );
