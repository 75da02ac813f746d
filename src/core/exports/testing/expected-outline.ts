import { Stance } from "#contract/claim";
import { credibilityMeaning, gradeOf, reliabilityMeaning } from "#contract/grades";
import { bandOfLikelihood } from "#contract/likelihood";
import type { Likelihood } from "#contract/likelihood";

import type { BriefingClaim, BriefingDocument, BriefingQuote } from "../briefing-document.ts";
import {
  countsSentence,
  footnotePreface,
  leftOutSentence,
  legend,
  relationSentence,
  stanceTitle,
  summaryOf,
} from "../wording.ts";
import { mergeParagraphs } from "./read-markdown.ts";
import type { Outline } from "./read-markdown.ts";

/** What a reader must find in the file of a document: the words as they went in, at their places. */
export function expectedOutline(document: BriefingDocument, warnings: readonly string[]): Outline {
  const { claims, sources, quotes, boardNotes, boardQuotes } = document;
  const onBoard = claims.filter((claim) => claim.onBoard);
  const others = claims.filter((claim) => !claim.onBoard);
  const split = onBoard.length > 0 && others.length > 0;
  const boardHasWords = boardNotes.length > 0 || boardQuotes.length > 0;
  return mergeParagraphs([
    heading(1, document.title),
    ...(warnings.length === 0
      ? []
      : [words("⚠ Before you use this:"), { kind: "list" as const, items: warnings.map(shown) }]),
    words(summaryOf(document)),
    ...(split ? onBoard : claims).flatMap((claim) => claimOutline(claim, 2)),
    ...(split
      ? [
          heading(2, "Claims that are not on the board"),
          ...others.flatMap((claim) => claimOutline(claim, 3)),
        ]
      : []),
    ...(boardHasWords ? [heading(2, "Notes from the board")] : []),
    ...boardNotes.map((note) => words(`Note: ${note}`)),
    ...boardQuotes.flatMap(passageOutline),
    ...(claims.length === 0 || sources.length === 0 ? [] : tableOutline(document)),
    ...(sources.length === 0 ? [] : [heading(2, "Sources")]),
    ...sources.flatMap((source): Outline => [
      heading(3, `S${source.number}. ${shown(source.title)}${proposed(source.titleIsProposed)}`),
      {
        kind: "list",
        items: [
          ...fact("Outlet", source.outlet),
          ...fact("Author", source.author),
          ...fact("Published", source.publishedOn),
          ...(source.url === null ? [] : [`URL: ${addressShown(source.url)}`]),
          ...fact("Accessed", source.accessedOn),
          ...fact("Language", source.language),
          `Reliability: ${source.reliability} (${reliabilityMeaning[source.reliability]})`,
          `SHA-256 of the file: ${source.bytesSha256}`,
        ],
      },
    ]),
    ...(document.sourcesLeftOut > 0 && sources.length > 0
      ? [words(leftOutSentence(document.sourcesLeftOut))]
      : []),
    ...(quotes.length > 0 ? [words(footnotePreface)] : []),
    ...quotes.map((quote): Outline[number] => {
      const source = sources[quote.source - 1];
      if (source === undefined) {
        throw new Error("no such source");
      }
      const place =
        `characters ${quote.start}–${quote.end}` +
        (quote.blocks === null
          ? ""
          : ` (paragraph${quote.blocks.first === quote.blocks.last ? ` ${quote.blocks.first}` : `s ${quote.blocks.first}–${quote.blocks.last}`})`);
      return {
        kind: "footnote",
        label: String(quote.number),
        words: [
          `${quote.verified ? "" : "⚠ Not verified: "}S${source.number}`,
          `${shown(source.title)}${proposed(source.titleIsProposed)}`,
          ...[source.outlet, source.author, source.publishedOn].flatMap((text) =>
            text === null ? [] : [shown(text)],
          ),
          ...(source.url === null ? [] : [addressShown(source.url)]),
          ...(source.accessedOn === null ? [] : [`accessed ${source.accessedOn}`]),
          `grade ${quote.grades.join(" and ")}`,
          place,
          `SHA-256 ${source.bytesSha256.slice(0, 12)}`,
        ].join(", "),
        links: source.url !== null && isWebAddress(source.url) ? [source.url] : [],
      };
    }),
  ]);
}

/** Addresses that the generators make so that they must become links. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\p{C}\p{Z}]+$/iu.test(url) && URL.canParse(url);
}

/** Directional controls that are left open are closed behind the words. */
export function shown(text: string): string {
  let inner: string[] = [];
  for (const character of text) {
    if ("\u202A\u202B\u202D\u202E".includes(character)) {
      inner.push("\u202C");
    } else if ("\u2066\u2067\u2068".includes(character)) {
      inner.push("\u2069");
    } else if (character === "\u202C" && inner.at(-1) === "\u202C") {
      inner.pop();
    } else if (character === "\u2069" && inner.includes("\u2069")) {
      inner = inner.slice(0, inner.lastIndexOf("\u2069"));
    }
  }
  return text + inner.toReversed().join("");
}

function claimOutline(claim: BriefingClaim, depth: number): Outline {
  return [
    heading(depth, `${claim.number}. ${claim.statement}`),
    words(
      `Status: ${claim.status}` +
        (claim.override === null
          ? ""
          : `, set by the analyst; the evidence by itself gives: ${claim.override.computed}`) +
        `. ${countsSentence(claim.counts)}`,
    ),
    ...(claim.override === null ? [] : [words(`Reason for this status: ${claim.override.reason}`)]),
    ...(claim.likelihood === null
      ? []
      : [words(`Likelihood: ${claim.likelihood} (${percentOf(claim.likelihood)}).`)]),
    ...(claim.confidence === null ? [] : [words(`Confidence: ${claim.confidence}.`)]),
    ...(isBlank(claim.confidenceBasis)
      ? []
      : [words(`Basis of the confidence: ${claim.confidenceBasis}`)]),
    ...(isBlank(claim.group) ? [] : [words(`Group on the board: ${shown(claim.group ?? "")}`)]),
    ...(claim.tags.length === 0 ? [] : [words(`Tags: ${claim.tags.map(shown).join(", ")}`)]),
    ...noteOutline(claim.note),
    ...(claim.relations.length === 0
      ? []
      : [
          words("Related claims:"),
          {
            kind: "list" as const,
            items: claim.relations.map((relation) =>
              [
                relationSentence(relation) + shown(relation.statement),
                ...(isBlank(relation.note) ? [] : [`Note: ${relation.note}`]),
              ].join("\n\n"),
            ),
          },
        ]),
    ...Stance.options.flatMap((stance): Outline => {
      const evidence = claim.evidence.filter((item) => item.stance === stance);
      return evidence.length === 0
        ? []
        : [
            heading(depth + 1, stanceTitle[stance]),
            ...evidence.flatMap((item) => [
              ...passageOutline(item.quote),
              words(
                `S${item.quote.source}, grade ${gradeOf(item.reliability, item.credibility)} ` +
                  `(${reliabilityMeaning[item.reliability]}; ${credibilityMeaning[item.credibility ?? 6]})` +
                  (isBlank(item.attribution) ? "" : `, said by ${shown(item.attribution ?? "")}`),
              ),
              ...noteOutline(item.note),
            ]),
          ];
    }),
  ];
}

function percentOf(likelihood: Likelihood): string {
  const { fromPercent, toPercent } = bandOfLikelihood(likelihood);
  return `${fromPercent}–${toPercent} %`;
}

function passageOutline(quote: BriefingQuote): Outline {
  const notes = [String(quote.number)];
  return quote.verified
    ? [{ kind: "quotation", words: quote.exact, notes }]
    : [
        { kind: "words", words: `⚠ Not verified: ${quote.exact}`, links: [], notes },
        words("The article does not say this at the recorded place: do not quote it."),
      ];
}

function tableOutline({ claims, sources }: BriefingDocument): Outline {
  return [
    heading(2, "Claims and sources"),
    {
      kind: "table",
      rows: [
        ["Claim", ...sources.map(({ number }) => `S${number}`)],
        ...claims.map(({ number, statement, coverage }) => [
          `${number}. ${statement}`,
          ...coverage.map((item) => {
            if (item.kind !== "evidence") {
              return item.kind === "silent" ? "○" : "";
            }
            const has = (stance: Stance) => item.stances.includes(stance);
            return [
              has("supports") && has("disputes") ? "±" : "",
              has("supports") && !has("disputes") ? "+" : "",
              has("disputes") && !has("supports") ? "−" : "",
              has("qualifies") ? "≈" : "",
              has("mentions") ? "·" : "",
            ]
              .filter((sign) => sign !== "")
              .join(" ");
          }),
        ]),
      ],
    },
    words(legend),
  ];
}

function heading(depth: number, text: string): Outline[number] {
  return { kind: "heading", depth, words: text };
}

function words(text: string): Outline[number] {
  return { kind: "words", words: text, links: [], notes: [] };
}

function noteOutline(note: string): Outline {
  return isBlank(note) ? [] : [words(`Note: ${note}`)];
}

function fact(name: string, text: string | null): string[] {
  return text === null ? [] : [`${name}: ${shown(text)}`];
}

function addressShown(url: string): string {
  return isWebAddress(url) ? url : shown(url);
}

function proposed(isProposed: boolean): string {
  return isProposed ? " (proposed title)" : "";
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === "";
}
