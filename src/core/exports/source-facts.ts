import { reliabilityMeaning } from "#contract/grades";

import { sourceLabel } from "./briefing-document.ts";
import type { BriefingDocument, BriefingQuote, BriefingSource } from "./briefing-document.ts";

const shownHashDigits = 12;

/** Something that is known of a source. What is not known is no fact. */
export type SourceFact = {
  readonly name: string;
  readonly words: string;
  /** Whether the words are an address, which may become a link. */
  readonly isAddress?: true;
};

export function factsOf(source: BriefingSource): SourceFact[] {
  const { reliability } = source;
  const known = (name: string, words: string | null): SourceFact[] =>
    words === null ? [] : [{ name, words }];
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

/** What a footnote says, part by part: words of the template, and words of users. */
export type FootnotePart =
  | { readonly kind: "template"; readonly words: string }
  | { readonly kind: "field"; readonly words: string }
  | { readonly kind: "address"; readonly words: string };

/**
 * The source, its grade, the place in its frozen text, and the bytes that the text comes from; joined, the parts are
 * one sentence. verify-briefing.ts reads its beginning and its end.
 */
export function footnoteParts(
  quote: BriefingQuote,
  { sources }: Pick<BriefingDocument, "sources">,
): FootnotePart[] {
  const source = sources[quote.source - 1];
  if (source === undefined) {
    throw new Error(`the briefing has no source ${quote.source}`);
  }
  const template = (words: string): FootnotePart => ({ kind: "template", words });
  const field = (words: string): FootnotePart => ({ kind: "field", words });
  return [
    template(`${quote.verified ? "" : "⚠ Not verified: "}${sourceLabel(source.number)}, `),
    field(source.title),
    ...(source.titleIsProposed ? [template(" (proposed title)")] : []),
    ...[source.outlet, source.author, source.publishedOn].flatMap((words) =>
      words === null ? [] : [template(", "), field(words)],
    ),
    ...(source.url === null
      ? []
      : [template(", "), { kind: "address", words: source.url } as const]),
    ...(source.accessedOn === null ? [] : [template(", accessed "), field(source.accessedOn)]),
    template(
      `, grade ${quote.grades.join(" and ")}, characters ${quote.start}–${quote.end}${paragraphsTouched(quote)}` +
        `, SHA-256 ${source.bytesSha256.slice(0, shownHashDigits)}`,
    ),
  ];
}

/** Whether the words are plainly an address of the web, so that they may become a link. */
export function isWebAddress(words: string): boolean {
  return /^https?:\/\/[^\p{C}\p{Z}]+$/iu.test(words) && URL.canParse(words);
}

function paragraphsTouched({ blocks }: BriefingQuote): string {
  if (blocks === null) {
    return "";
  }
  return blocks.first === blocks.last
    ? ` (paragraph ${blocks.first})`
    : ` (paragraphs ${blocks.first}–${blocks.last})`;
}
