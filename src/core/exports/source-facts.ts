import { reliabilityMeaning } from "#contract/grades";

import { sourceLabel } from "./briefing-document.ts";
import type { BriefingDocument, BriefingQuote, BriefingSource } from "./briefing-document.ts";
import { field, words } from "./paper.ts";
import type { PaperRun, SourceFact } from "./paper.ts";

const shownHashDigits = 12;

/** What is not known is no fact. */
export function factsOf(source: BriefingSource): SourceFact[] {
  const { reliability } = source;
  const known = (name: string, text: string | null): SourceFact[] =>
    text === null ? [] : [{ name, words: text }];
  return [
    ...known("Outlet", source.outlet),
    ...known("Author", source.author),
    ...known("Published", source.publishedOn),
    ...known("URL", source.url).map((fact) => ({ ...fact, isAddress: true }) as const),
    ...known("Accessed", source.accessedOn),
    ...known("Language", source.language),
    { name: "Reliability", words: `${reliability} (${reliabilityMeaning[reliability]})` },
    { name: "SHA-256 of the file", words: source.bytesSha256 },
  ];
}

/**
 * The source, its grade, the place in its frozen text, and the bytes that the text comes from; joined, the parts are
 * one sentence. verify-briefing.ts reads its beginning and its end.
 */
export function footnoteRuns(
  quote: BriefingQuote,
  { sources }: Pick<BriefingDocument, "sources">,
): PaperRun[] {
  const source = sources[quote.source - 1];
  if (source === undefined) {
    throw new Error(`the briefing has no source ${quote.source}`);
  }
  return [
    words(`${quote.verified ? "" : "⚠ Not verified: "}${sourceLabel(source.number)}, `),
    field(source.title),
    ...(source.titleIsProposed ? [words(" (proposed title)")] : []),
    ...[source.outlet, source.author, source.publishedOn].flatMap((text) =>
      text === null ? [] : [words(", "), field(text)],
    ),
    ...(source.url === null ? [] : [words(", "), { kind: "address", words: source.url } as const]),
    ...(source.accessedOn === null ? [] : [words(", accessed "), field(source.accessedOn)]),
    words(
      `, grade ${quote.grades.join(" and ")}, characters ${quote.start}–${quote.end}${paragraphsTouched(quote)}` +
        `, SHA-256 ${source.bytesSha256.slice(0, shownHashDigits)}`,
    ),
  ];
}

/** The language that a source's quotes are in, where it has the form of a BCP 47 tag; null where it has not. */
export function languageTagOf(source: Pick<BriefingSource, "language"> | undefined): string | null {
  const language = source?.language ?? "";
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/iu.test(language) ? language : null;
}

/** Whether the words are plainly an address of the web, so that they may become a link. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\p{C}\p{Z}]+$/iu.test(text) && URL.canParse(text);
}

function paragraphsTouched({ blocks }: BriefingQuote): string {
  if (blocks === null) {
    return "";
  }
  return blocks.first === blocks.last
    ? ` (paragraph ${blocks.first})`
    : ` (paragraphs ${blocks.first}–${blocks.last})`;
}
