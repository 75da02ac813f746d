import type { Element, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";

import { blocksInHtml } from "./html-blocks.ts";
import type { Page } from "./html-blocks.ts";
import { createNoteReferences, footnotes } from "./html-notes.ts";
import { runsInHtml } from "./html-runs.ts";
import { policy, style } from "./html-style.ts";
import { field, heading, plainWords } from "./paper.ts";
import type { Paper } from "./paper.ts";

/**
 * A document as one HTML file that needs nothing else: no script, nothing loaded, to be read on a screen
 * or on paper. The same document gives the same bytes.
 */
export function paperInHtml(paper: Paper): string {
  const page: Page = { references: createNoteReferences(), sources: paper.sources };
  const hasTitle = [...paper.head, ...paper.body].some(
    (block) => block.kind === "heading" && block.level === 1,
  );
  const head = blocksInHtml(hasTitle ? paper.head : [heading(1, paper.title)], page);
  const body = blocksInHtml(paper.body, page);
  // Last, as they lead back to every reference before them.
  const notes = footnotes(paper, page.references);
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
          h("title", paper.title),
          h("style", style),
        ]),
        h("body", [h("header", head), ...contents(paper), h("main", [...body, ...notes])]),
      ]),
    ],
  };
  // A reader turns a carriage return in a file into a line feed, but keeps one that is written as a reference.
  return toHtml(tree).replaceAll("\r", "&#xD;");
}

/** An entry says what its heading says, without the footnotes of that heading. */
function contents({ body, quotes }: Paper): Element[] {
  const entries = [
    ...body.flatMap((block) =>
      block.kind === "heading" && block.isListed && block.id !== null
        ? [{ id: block.id, words: plainWords(block.runs) }]
        : [],
    ),
    ...(quotes.length === 0 ? [] : [{ id: "footnotes", words: "Footnotes" }]),
  ];
  return entries.length === 0
    ? []
    : [
        h(
          "nav",
          { ariaLabel: "Contents" },
          h(
            "ol",
            entries.map(({ id, words }) =>
              h(
                "li",
                h("a", { href: `#${id}` }, runsInHtml([field(words)], createNoteReferences())),
              ),
            ),
          ),
        ),
      ];
}
