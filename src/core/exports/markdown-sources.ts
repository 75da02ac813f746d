import type { FootnoteDefinition, PhrasingContent, RootContent } from "mdast";

import { sourceLabel } from "./briefing-document.ts";
import type { BriefingDocument, BriefingSource } from "./briefing-document.ts";
import { footnoteKey, heading, list } from "./markdown-claims.ts";
import { address, field, paragraph, wordsOnOneLine } from "./markdown-text.ts";
import { factsOf, footnoteParts } from "./source-facts.ts";
import { footnotePreface, leftOutSentence } from "./wording.ts";

/** The list of sources: what is known of each, and the hash of the file that was read. */
export function sourceList({
  sources,
  sourcesLeftOut,
}: Pick<BriefingDocument, "sources" | "sourcesLeftOut">): RootContent[] {
  return sources.length === 0
    ? []
    : [
        heading(2, wordsOnOneLine("Sources")),
        ...sources.flatMap((source) => [
          heading(3, [...wordsOnOneLine(`${sourceLabel(source.number)}. `), ...titleOf(source)]),
          sourceFacts(source),
        ]),
        ...(sourcesLeftOut === 0 ? [] : [paragraph(leftOutSentence(sourcesLeftOut))]),
      ];
}

export function sourceFacts(source: BriefingSource) {
  return list(
    factsOf(source).map(({ name, words, isAddress }) => [
      paragraph(`${name}: `, isAddress === true ? address(words) : field(words)),
    ]),
  );
}

/** One for each quote: the source, the place in its frozen text, and the bytes that the text comes from. */
export function footnotes(document: Pick<BriefingDocument, "quotes" | "sources">): RootContent[] {
  return document.quotes.length === 0
    ? []
    : [
        paragraph(footnotePreface),
        ...document.quotes.map((quote): FootnoteDefinition => ({
          type: "footnoteDefinition",
          ...footnoteKey(quote.number),
          children: [
            paragraph(
              ...footnoteParts(quote, document).map(({ kind, words }) => {
                if (kind === "template") {
                  return words;
                }
                return kind === "address" ? address(words) : field(words);
              }),
            ),
          ],
        })),
      ];
}

export function titleOf({ title, titleIsProposed }: BriefingSource): PhrasingContent[] {
  return [...field(title), ...(titleIsProposed ? wordsOnOneLine(" (proposed title)") : [])];
}
