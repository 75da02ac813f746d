import type { Element, ElementContent } from "hast";
import { h } from "hastscript";

import type { BriefingQuote } from "./briefing-document.ts";
import { runsInHtml } from "./html-runs.ts";
import type { NoteReferences } from "./html-runs.ts";
import { label } from "./paper.ts";
import type { Paper, PaperBlock, PaperHeading, PaperRun, PaperTable } from "./paper.ts";
import { languageTagOf } from "./source-facts.ts";
import { doNotQuote, notVerified } from "./wording.ts";

/** What the parts of a page share. */
export type Page = Pick<Paper, "sources"> & { readonly references: NoteReferences };

/** Blocks of a document as elements of a page; each heading of the second level that has an id opens a section. */
export function blocksInHtml(blocks: readonly PaperBlock[], page: Page): Element[] {
  const elements: Element[] = [];
  let section: Element | null = null;
  for (const block of blocks) {
    if (block.kind === "heading" && block.level <= 2) {
      section =
        block.level === 2 && block.id !== null ? h("section", { ariaLabelledBy: block.id }) : null;
      if (section !== null) {
        elements.push(section);
      }
    }
    const own = blockInHtml(block, page);
    if (section === null) {
      elements.push(...own);
    } else {
      section.children.push(...own);
    }
  }
  return elements;
}

function blockInHtml(block: PaperBlock, page: Page): Element[] {
  const inline = (runs: readonly PaperRun[]) => runsInHtml(runs, page.references);
  switch (block.kind) {
    case "heading":
      return [headingOf(block, inline(block.runs))];
    case "paragraph":
      return [
        h(
          "p",
          {
            className: block.isQuiet === true ? "grade" : null,
            dir: block.runs.some(({ kind }) => kind === "text") ? "auto" : null,
          },
          inline(block.runs),
        ),
      ];
    case "words":
      return paragraphsOf(block.words, { lead: inline(block.lead), tail: [] });
    case "quote":
      return [passage(block.quote, page)];
    case "quotation":
      return [h("blockquote", h("p", { dir: "auto" }, inline(block.runs)))];
    case "code":
      return [h("pre", { tabIndex: 0 }, h("code", block.text))];
    case "list":
      return [
        h(
          block.ordered ? "ol" : "ul",
          block.items.map((item) => h("li", blocksInHtml(item, page))),
        ),
      ];
    case "facts":
      return [
        h(
          "dl",
          block.facts.flatMap(({ name, words, isAddress }) => [
            h("dt", name),
            h("dd", inline([{ kind: isAddress === true ? "address" : "field", words }])),
          ]),
        ),
      ];
    case "table":
      return [tableOf(block, inline)];
    case "picture":
      return [
        h("figure", [
          h("img", {
            src: `data:image/svg+xml;base64,${Buffer.from(block.svg).toString("base64")}`,
            width: block.widthPx,
            height: block.heightPx,
            alt: `${block.name}. ${block.words}`,
          }),
          h("figcaption", inline([{ kind: "field", words: block.name }])),
        ]),
      ];
    case "caution":
      return [
        h("div", { className: "warnings", role: "note" }, [
          h("p", h("strong", "⚠ Before you use this:")),
          h(
            "ul",
            block.warnings.map((words) => h("li", h("p", inline([{ kind: "field", words }])))),
          ),
        ]),
      ];
  }
}

function headingOf({ level, id }: PaperHeading, children: ElementContent[]): Element {
  return h(`h${level}`, { id, dir: "auto" }, children);
}

function passage(quote: BriefingQuote, { references, sources }: Page): Element {
  const tail = [references.refer(quote.number)];
  if (quote.verified) {
    // Tells a screen reader how to pronounce.
    const lang = languageTagOf(sources[quote.source - 1]);
    return h("blockquote", { lang }, paragraphsOf(quote.exact, { lead: [], tail }));
  }
  return h("div", { className: "unverified" }, [
    ...paragraphsOf(quote.exact, { lead: runsInHtml(label(notVerified), references), tail }),
    h("p", doNotQuote),
  ]);
}

/** Scrolls by itself where it is wider than the page, by keyboard too. */
function tableOf(
  { name, head, rows, headColumn }: PaperTable,
  inline: (runs: readonly PaperRun[]) => ElementContent[],
): Element {
  return h(
    "div",
    { className: "wide", tabIndex: 0, role: "region", ariaLabel: name },
    h("table", { className: headColumn === "first" ? "signs" : null }, [
      ...(head === null
        ? []
        : [
            h(
              "thead",
              h(
                "tr",
                head.map((cell) => h("th", { scope: "col" }, inline(cell))),
              ),
            ),
          ]),
      h(
        "tbody",
        rows.map((cells) =>
          h(
            "tr",
            cells.map((cell, column) =>
              headColumn === "first" && column === 0
                ? h("th", { scope: "row", dir: "auto" }, inline(cell))
                : h("td", { dir: headColumn === "first" ? null : "auto" }, inline(cell)),
            ),
          ),
        ),
      ),
    ]),
  );
}

/** Words with their lines: an empty line starts a new paragraph, other line ends are kept. */
function paragraphsOf(
  words: string,
  { lead, tail }: { lead: readonly ElementContent[]; tail: readonly ElementContent[] },
): Element[] {
  const parts = words.split(/(?<=[^\n])\n\n/u);
  return parts.map((part, index) =>
    h("p", { dir: "auto" }, [
      ...(index === 0 ? lead : []),
      part,
      ...(index === parts.length - 1 ? tail : []),
    ]),
  );
}
