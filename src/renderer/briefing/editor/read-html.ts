import { parse } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";

import type { BriefingBlock, BriefingRun } from "#contract/briefing";
import { maxListDepth } from "#contract/briefing";

import { isWebLink } from "./web-link.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;
type Format = Omit<Extract<BriefingRun, { kind: "text" }>, "kind" | "text">;

const ignored = new Set([
  "head",
  "script",
  "style",
  "template",
  "title",
  "meta",
  "link",
  "noscript",
  "iframe",
  "object",
  "svg",
  "math",
  "button",
  "select",
  "textarea",
  "input",
  "img",
  "video",
  "audio",
  "canvas",
]);

const ownBlocks = new Set([
  "p",
  "div",
  "section",
  "article",
  "main",
  "header",
  "footer",
  "aside",
  "nav",
  "figure",
  "figcaption",
  "address",
  "dl",
  "dt",
  "dd",
  "details",
  "summary",
  "body",
  "html",
  "center",
  "hr",
]);

/** Deeper markup than this is read as if it ended there: a page can be made to exhaust the stack. */
const maxDepth = 200;

/**
 * What was copied from a web page or a word processor, as blocks of a briefing: its words and their order,
 * headings, lists, tables, quotations, links, bold and italics, and nothing else. Never touches the page:
 * the policy forbids making markup of strings, and an image in it would be fetched.
 */
export function blocksOfHtml(html: string): BriefingBlock[] {
  const reader = new HtmlReader();
  for (const child of parse(html).childNodes) {
    reader.read(child, { format: {}, kind: "paragraph", depth: 0, list: null });
  }
  return reader.end();
}

type Place = {
  readonly format: Format;
  readonly kind: "paragraph" | "quotation" | "preformatted";
  readonly depth: number;
  readonly list: { readonly ordered: boolean; readonly depth: number } | null;
};

class HtmlReader {
  readonly #blocks: BriefingBlock[] = [];
  #runs: BriefingRun[] = [];
  /** What the runs that are being gathered become. */
  #target: (runs: BriefingRun[]) => BriefingBlock = (runs) => ({ kind: "paragraph", runs });

  end(): BriefingBlock[] {
    this.#flush();
    return this.#blocks;
  }

  read(node: Node, place: Place): void {
    if (node.nodeName === "#text") {
      this.#text((node as DefaultTreeAdapterTypes.TextNode).value, place);
      return;
    }
    if (!("tagName" in node) || ignored.has(node.tagName) || place.depth > maxDepth) {
      return;
    }
    this.#element(node, { ...place, depth: place.depth + 1 });
  }

  #element(element: Element, place: Place): void {
    const { tagName } = element;
    const wordLevel = levelOfWordItem(element);
    const heading = /^h([1-6])$/u.exec(tagName)?.[1];
    if (heading !== undefined) {
      const level = Math.min(Number(heading), 3);
      this.#block(element, place, (runs) => ({ kind: "heading", level, runs }));
    } else if (wordLevel !== null) {
      const depth = Math.min(wordLevel - 1, maxListDepth);
      const ordered = /^\s*(?:\d+|[a-z]|[ivx]+)[.)]/iu.test(wordsOf(element));
      this.#block(element, place, (runs) => ({
        kind: "item",
        ordered,
        depth,
        runs: withoutMarker(runs),
      }));
    } else if (tagName === "ul" || tagName === "ol") {
      const depth = place.list === null ? 0 : Math.min(place.list.depth + 1, maxListDepth);
      this.#flush();
      this.#children(element, { ...place, list: { ordered: tagName === "ol", depth } });
      this.#flush();
    } else if (tagName === "li" && place.list !== null) {
      const { ordered, depth } = place.list;
      this.#block(element, place, (runs) => ({ kind: "item", ordered, depth, runs }));
    } else if (tagName === "blockquote") {
      this.#block(element, { ...place, kind: "quotation" }, quotation);
    } else if (tagName === "pre") {
      this.#flush();
      const text = wordsOf(element).replace(/\n$/u, "");
      if (text !== "") {
        this.#blocks.push({ kind: "code", text });
      }
    } else if (tagName === "table") {
      this.#table(element, place);
    } else if (tagName === "br") {
      this.#runs.push({ kind: "break" });
    } else if (ownBlocks.has(tagName)) {
      // A paragraph in an item goes on with the item.
      const isInItem = place.list !== null && this.#runs.length === 0;
      this.#block(
        element,
        place,
        isInItem ? this.#target : place.kind === "quotation" ? quotation : paragraph,
      );
    } else {
      this.#children(element, { ...place, format: formatOf(element, place.format) });
    }
  }

  #block(element: Element, place: Place, target: (runs: BriefingRun[]) => BriefingBlock): void {
    this.#flush();
    const before = this.#target;
    this.#target = target;
    this.#children(element, place);
    this.#flush();
    this.#target = before;
  }

  #children(element: Element, place: Place): void {
    for (const child of element.childNodes) {
      this.read(child, place);
    }
  }

  #text(value: string, { format }: Place): void {
    const text = value.replaceAll(/[\t\n\f\r ]+/gu, " ").toWellFormed();
    const last = this.#runs.at(-1);
    const isAtStart = last === undefined || last.kind === "break";
    const endsWithSpace = last?.kind === "text" && last.text.endsWith(" ");
    const kept = isAtStart || endsWithSpace ? text.replace(/^ /u, "") : text;
    if (kept !== "") {
      this.#runs.push({ kind: "text", text: kept, ...format });
    }
  }

  #table(element: Element, place: Place): void {
    this.#flush();
    const rows = descendants(element, "tr").map((row) =>
      row.childNodes
        .filter((cell): cell is Element => "tagName" in cell && /^t[dh]$/u.test(cell.tagName))
        .map((cell) => {
          const reader = new HtmlReader();
          reader.#children(cell, { ...place, format: {}, list: null });
          return reader
            .end()
            .flatMap((block, index): BriefingRun[] => [
              ...(index === 0 ? [] : [{ kind: "break" } as const]),
              ...("runs" in block ? block.runs : []),
            ]);
        }),
    );
    const filled = rows.filter((cells) => cells.length > 0);
    const columns = Math.min(Math.max(0, ...filled.map((cells) => cells.length)), 100);
    if (columns > 0) {
      this.#blocks.push({
        kind: "table",
        header: descendants(element, "th").length > 0,
        rows: filled
          .slice(0, 2_000)
          .map((cells) => Array.from({ length: columns }, (_, column) => cells[column] ?? [])),
      });
    }
  }

  #flush(): void {
    const runs = trimmed(this.#runs);
    this.#runs = [];
    if (runs.length > 0) {
      this.#blocks.push(this.#target(runs));
    }
  }
}

function paragraph(runs: BriefingRun[]): BriefingBlock {
  return { kind: "paragraph", runs };
}

function quotation(runs: BriefingRun[]): BriefingBlock {
  return { kind: "quotation", runs };
}

function formatOf(element: Element, format: Format): Format {
  const style = attribute(element, "style").toLowerCase();
  const weight = /font-weight:\s*([a-z\d]+)/u.exec(style)?.[1];
  const isBold = weight === "bold" || weight === "bolder" || Number(weight) >= 600;
  const isPlain = weight === "normal" || Number(weight) < 600; // Google Docs wraps everything in <b>
  const { tagName } = element;
  const link = tagName === "a" ? attribute(element, "href") : "";
  return {
    ...format,
    ...(((tagName === "b" || tagName === "strong") && !isPlain) || isBold ? { bold: true } : {}),
    ...(tagName === "i" || tagName === "em" || /font-style:\s*italic/u.test(style)
      ? { italic: true }
      : {}),
    ...(tagName === "code" || tagName === "kbd" || tagName === "tt" ? { code: true } : {}),
    ...(isWebLink(link) ? { link } : {}),
  };
}

/** Word writes list items as paragraphs with "mso-list:l0 level2 lfo1"; null for anything else. */
function levelOfWordItem(element: Element): number | null {
  const level = /mso-list:[^;]*\blevel(\d+)/iu.exec(attribute(element, "style"))?.[1];
  return level === undefined ? null : Math.max(Number(level), 1);
}

/** Word puts the bullet or number into the words of the item. */
function withoutMarker(runs: BriefingRun[]): BriefingRun[] {
  const [first, ...rest] = runs;
  if (first?.kind !== "text") {
    return runs;
  }
  const text = first.text.replace(
    /^\s*(?:[·•o§▪‣-]|\d+[.)]|[a-z][.)]|[ivx]+[.)])[\s\u00A0]*/iu,
    "",
  );
  return text === "" ? trimmed(rest) : [{ ...first, text }, ...rest];
}

/** Without white space and line ends at the edges. */
function trimmed(runs: readonly BriefingRun[]): BriefingRun[] {
  const isBlank = (run: BriefingRun) =>
    run.kind === "break" || (run.kind === "text" && run.text.trim() === "");
  const first = runs.findIndex((run) => !isBlank(run));
  const last = runs.findLastIndex((run) => !isBlank(run));
  return runs.slice(first === -1 ? runs.length : first, last + 1).map((run, index, all) =>
    run.kind === "text"
      ? {
          ...run,
          text: (index === 0 ? run.text.trimStart() : run.text).replace(
            index === all.length - 1 ? /\s+$/u : /^$/u,
            "",
          ),
        }
      : run,
  );
}

function wordsOf(node: Node): string {
  if (node.nodeName === "#text") {
    return (node as DefaultTreeAdapterTypes.TextNode).value;
  }
  return "childNodes" in node ? node.childNodes.map(wordsOf).join("") : "";
}

/** Those below the element, but not in a table inside it. */
function descendants(element: Element, tagName: string): Element[] {
  return element.childNodes.flatMap((child) => {
    if (!("tagName" in child) || (child.tagName === "table" && tagName !== "table")) {
      return [];
    }
    return child.tagName === tagName ? [child] : descendants(child, tagName);
  });
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? "";
}
