import type { Element, ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";

import type { BriefingDocument } from "./briefing-document.ts";
import { claimId, claimSection, passage } from "./html-claims.ts";
import type { Page } from "./html-claims.ts";
import { createNoteReferences, footnotes } from "./html-notes.ts";
import { evidenceTable, sourceList } from "./html-sources.ts";
import { policy, style } from "./html-style.ts";
import { field, label, paragraphsOf } from "./html-text.ts";
import { withPictures } from "./plain-text.ts";
import { summaryOf, warningsOf } from "./wording.ts";

/**
 * A briefing as one HTML file that needs nothing else: no script, nothing loaded, to be read on a screen
 * or on paper. The same document gives the same bytes.
 *
 * `warnings` says what a reader must know before using it, one sentence each; the page begins with the
 * same sentences.
 */
export function briefingInHtml(briefing: BriefingDocument): { html: string; warnings: string[] } {
  const { document, replaced } = withPictures(briefing);
  const warnings = warningsOf(document, replaced);
  const page: Page = { references: createNoteReferences(), sources: document.sources };
  const hasTable = document.claims.length > 0 && document.sources.length > 0;
  const main = [
    ...claims(document, page),
    ...board(document, page),
    ...(hasTable ? [evidenceTable(document)] : []),
    ...sourceList(document),
    // Last, as they lead back to every reference before them.
    ...footnotes(document, page.references),
  ];
  const tree: Root = {
    type: "root",
    children: [
      { type: "doctype" },
      h("html", { lang: "en" }, [
        h("head", [
          h("meta", { charSet: "utf-8" }),
          h("meta", { httpEquiv: "Content-Security-Policy", content: policy }),
          h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
          h("meta", { name: "referrer", content: "no-referrer" }),
          h("title", document.title),
          h("style", style),
        ]),
        h("body", [
          h("header", [
            h("h1", { dir: "auto" }, document.title),
            ...caution(warnings),
            h("p", summaryOf(document)),
          ]),
          contents(document, hasTable),
          h("main", main),
        ]),
      ]),
    ],
  };
  // A reader turns a carriage return in a file into a line feed, but keeps one that is written as a reference.
  return { html: toHtml(tree).replaceAll("\r", "&#xD;"), warnings };
}

function caution(warnings: readonly string[]): Element[] {
  return warnings.length === 0
    ? []
    : [
        h("div", { className: "warnings", role: "note" }, [
          h("p", h("strong", "⚠ Before you use this:")),
          h(
            "ul",
            warnings.map((warning) => h("li", h("p", field(warning)))),
          ),
        ]),
      ];
}

function contents(document: BriefingDocument, hasTable: boolean): Element {
  const entry = (id: string, ...words: ElementContent[]) =>
    h("li", h("a", { href: `#${id}` }, words));
  const named = (id: string, words: string) => entry(id, { type: "text", value: words });
  return h("nav", { ariaLabel: "Contents" }, [
    h("ol", [
      ...document.claims.map((claim) =>
        entry(claimId(claim), field(`${claim.number}. ${claim.statement}`)),
      ),
      ...(hasBoardWords(document) ? [named("board", boardTitle)] : []),
      ...(hasTable ? [named("claims-and-sources", "Claims and sources")] : []),
      ...(document.sources.length === 0 ? [] : [named("sources", "Sources")]),
      ...(document.quotes.length === 0 ? [] : [named("footnotes", "Footnotes")]),
    ]),
  ]);
}

function claims({ claims: all }: BriefingDocument, page: Page): Element[] {
  const onBoard = all.filter((claim) => claim.onBoard);
  const others = all.filter((claim) => !claim.onBoard);
  if (onBoard.length === 0 || others.length === 0) {
    return all.map((claim) => claimSection(claim, 2, page));
  }
  return [
    ...onBoard.map((claim) => claimSection(claim, 2, page)),
    h("section", { ariaLabelledBy: "not-on-the-board" }, [
      h("h2", { id: "not-on-the-board" }, "Claims that are not on the board"),
      ...others.map((claim) => claimSection(claim, 3, page)),
    ]),
  ];
}

const boardTitle = "Notes from the board";

function board(document: BriefingDocument, page: Page): Element[] {
  return hasBoardWords(document)
    ? [
        h("section", { ariaLabelledBy: "board" }, [
          h("h2", { id: "board" }, boardTitle),
          ...document.boardNotes.flatMap((note) => paragraphsOf(note, { lead: label("Note:") })),
          ...document.boardQuotes.flatMap((quote) => passage(quote, page)),
        ]),
      ]
    : [];
}

function hasBoardWords({ boardNotes, boardQuotes }: BriefingDocument): boolean {
  return boardNotes.length > 0 || boardQuotes.length > 0;
}
