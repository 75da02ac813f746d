import type { Element } from "hast";
import { h } from "hastscript";

import type { BriefingDocument, BriefingQuote } from "./briefing-document.ts";
import { address, field } from "./html-text.ts";
import { footnoteParts } from "./source-facts.ts";
import { footnotePreface } from "./wording.ts";

export type NoteReferences = {
  /** A new reference to the quote's footnote. */
  readonly refer: (quote: BriefingQuote) => Element;
  /** How often the quote was referred to so far. */
  readonly timesReferred: (quote: BriefingQuote) => number;
};

/** Counts references, so that each has an address of its own to come back to. */
export function createNoteReferences(): NoteReferences {
  const times = new Map<number, number>();
  const timesReferred = ({ number }: BriefingQuote) => times.get(number) ?? 0;
  return {
    timesReferred,
    refer: (quote) => {
      const time = timesReferred(quote) + 1;
      times.set(quote.number, time);
      return h(
        "sup",
        h(
          "a",
          {
            id: referenceId(quote, time),
            href: `#${footnoteId(quote)}`,
            role: "doc-noteref",
            ariaLabel: `Footnote ${quote.number}`,
          },
          String(quote.number),
        ),
      );
    },
  };
}

/** The footnotes, each with the ways back to where it was referred to. Written after all references. */
export function footnotes(
  document: Pick<BriefingDocument, "quotes" | "sources">,
  references: NoteReferences,
): Element[] {
  return document.quotes.length === 0
    ? []
    : [
        h("section", { role: "doc-endnotes", ariaLabelledBy: "footnotes" }, [
          h("h2", { id: "footnotes" }, "Footnotes"),
          h("p", footnotePreface),
          h(
            "ol",
            document.quotes.map((quote) =>
              h("li", { id: footnoteId(quote), value: quote.number }, [
                h(
                  "p",
                  footnoteParts(quote, document).map(({ kind, words }) => {
                    if (kind === "template") {
                      return words;
                    }
                    return kind === "address" ? address(words) : field(words);
                  }),
                ),
                ...waysBack(quote, references.timesReferred(quote)),
              ]),
            ),
          ),
        ]),
      ];
}

function waysBack(quote: BriefingQuote, times: number): Element[] {
  return times === 0
    ? []
    : [
        h(
          "p",
          { className: "ways-back" },
          Array.from({ length: times }, (_, index) =>
            h(
              "a",
              {
                href: `#${referenceId(quote, index + 1)}`,
                role: "doc-backlink",
                ariaLabel: `Back to quote ${quote.number}${times === 1 ? "" : `, place ${index + 1}`}`,
              },
              times === 1 ? "↩" : `↩${index + 1}`,
            ),
          ),
        ),
      ];
}

function footnoteId({ number }: BriefingQuote): string {
  return `footnote-${number}`;
}

function referenceId({ number }: BriefingQuote, time: number): string {
  return `quote-${number}-${time}`;
}
