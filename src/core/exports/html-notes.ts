import type { Element } from "hast";
import { h } from "hastscript";

import { runsInHtml } from "./html-runs.ts";
import type { NoteReferences } from "./html-runs.ts";
import type { Paper } from "./paper.ts";
import { footnoteRuns } from "./source-facts.ts";
import { footnotePreface } from "./wording.ts";

/** Counts references, so that each has an address of its own to come back to. */
export function createNoteReferences(): NoteReferences {
  const times = new Map<number, number>();
  const timesReferred = (quote: number) => times.get(quote) ?? 0;
  return {
    timesReferred,
    refer: (quote) => {
      const time = timesReferred(quote) + 1;
      times.set(quote, time);
      return h(
        "sup",
        h(
          "a",
          {
            id: referenceId(quote, time),
            href: `#${footnoteId(quote)}`,
            role: "doc-noteref",
            ariaLabel: `Footnote ${quote}`,
          },
          String(quote),
        ),
      );
    },
  };
}

/** The footnotes, each with the ways back to where it was referred to. Written after all references. */
export function footnotes(
  document: Pick<Paper, "quotes" | "sources">,
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
              h("li", { id: footnoteId(quote.number), value: quote.number }, [
                h("p", runsInHtml(footnoteRuns(quote, document), references)),
                ...waysBack(quote.number, references.timesReferred(quote.number)),
              ]),
            ),
          ),
        ]),
      ];
}

function waysBack(quote: number, times: number): Element[] {
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
                ariaLabel: `Back to quote ${quote}${times === 1 ? "" : `, place ${index + 1}`}`,
              },
              times === 1 ? "↩" : `↩${index + 1}`,
            ),
          ),
        ),
      ];
}

function footnoteId(number: number): string {
  return `footnote-${number}`;
}

function referenceId(number: number, time: number): string {
  return `quote-${number}-${time}`;
}
