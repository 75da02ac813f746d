import { parse } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";

import { joinReadings, notPlain, quotedBefore } from "./quoted-before.ts";
import type { FoundReference, Reading } from "./quoted-before.ts";
import type { BriefingPassage } from "./read-briefing-quotes.ts";
import { notVerified } from "./wording.ts";

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** What holds words of the analyst that may refer to footnotes. */
const referring = new Set(["p", "h1", "h2", "h3", "h4", "td", "th"]);

/** What may stand in a quote; anything else may show other words than it says. */
const plainElements = new Set("p a b bdi br em i strong sup h1 h2 h3 h4 td th".split(" "));

/**
 * Block quotations, and paragraphs that refer to a footnote, in the order of the file.
 * @throws RangeError when it is nested too deeply
 */
export function passagesOfHtml(html: string): BriefingPassage[] {
  const notes = new Map<string, string>();
  const passages: (BriefingPassage & { readonly reference: FoundReference | null })[] = [];

  const add = (blocks: readonly Node[]) => {
    const readings = blocks.map(readWords);
    const reading = {
      words: readings.map(({ words }) => words).join("\n\n"),
      isPlain: readings.every(({ isPlain }) => isPlain),
    };
    const references = readings.flatMap((one) => one.references);
    for (const reference of references.length === 0 ? [null] : references) {
      const footnote = reference?.identifier ?? "";
      passages.push({ ...reading, footnote, note: null, reference });
    }
  };

  const visit = (element: Element) => {
    const children = filledChildrenOf(element);
    if (element.tagName === "blockquote") {
      add(children);
    } else if (element.tagName === "div" && attribute(element, "class") === "unverified") {
      // The last paragraph warns; the reference stands in the one before it.
      const last = children.findLastIndex((child) => readWords(child).references.length > 0);
      add(children.slice(0, last + 1));
    } else if (referring.has(element.tagName) && readWords(element).references.length > 0) {
      add([element]);
    } else {
      const id = attribute(element, "id")?.match(/^footnote-(\d+)$/u)?.[1];
      const [note] = children;
      // As browsers do: of several with one id, the first counts.
      if (element.tagName === "li" && id !== undefined && note !== undefined && !notes.has(id)) {
        notes.set(id, readWords(note).words);
      }
      for (const child of children) {
        if (isElement(child)) {
          visit(child);
        }
      }
    }
  };

  for (const node of parse(html).childNodes) {
    if (isElement(node)) {
      visit(node);
    }
  }
  return passages.map(({ reference, ...passage }) => {
    const note = notes.get(passage.footnote) ?? null;
    const quoted = reference === null ? null : quotedBefore(reference, note);
    return { ...passage, ...quoted, note };
  });
}

function readWords(node: Node): Reading {
  if (node.nodeName === "#text") {
    return {
      words: (node as DefaultTreeAdapterTypes.TextNode).value,
      isPlain: true,
      references: [],
    };
  }
  if (!isElement(node)) {
    return { words: "", isPlain: true, references: [] };
  }
  if (node.tagName === "br") {
    return { words: "\n", isPlain: true, references: [] };
  }
  const hasLabel = startsWithLabel(node);
  const parts = (hasLabel ? node.childNodes.slice(1) : node.childNodes).map(readWords);
  const reading = joinReadings(parts);
  if (attribute(node, "role") === "doc-noteref") {
    const target = attribute(node, "href")?.match(/^#footnote-(\d+)$/u)?.[1];
    // A mark that leads to another footnote than it shows leads nowhere.
    const identifier = target === reading.words ? target : "";
    return { words: "", isPlain: true, references: [{ identifier, before: "", plainBefore: 0 }] };
  }
  if (!isPlainElement(node)) {
    return notPlain(reading);
  }
  return hasLabel ? { ...reading, words: reading.words.replace(/^ /u, "") } : reading;
}

function startsWithLabel({ tagName, childNodes: [first] }: Element): boolean {
  return (
    tagName === "p" &&
    first !== undefined &&
    isElement(first) &&
    first.tagName === "strong" &&
    readWords(first).words === notVerified
  );
}

function isPlainElement(element: Element): boolean {
  return (
    plainElements.has(element.tagName) &&
    !element.attrs.some(({ name }) => name === "hidden" || name === "style")
  );
}

/** Without what is between blocks: white space and comments. */
function filledChildrenOf(element: Element): Node[] {
  return element.childNodes.filter(
    (node) => isElement(node) || readWords(node).words.trim() !== "",
  );
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

function isElement(node: Node): node is Element {
  return "tagName" in node;
}
