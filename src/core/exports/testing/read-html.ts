import { parse } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";

import { policy, style } from "../html-style.ts";
import { mergeParagraphs } from "./read-markdown.ts";
import type { Outline } from "./read-markdown.ts";

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

const id =
  /^(?:claim|source|footnote)-\d+$|^quote-\d+-\d+$|^(?:board|picture|claims-and-sources|footnotes|not-on-the-board|sources)$/u;
const direction = /^auto$/u;

/** Every element and attribute that the template may produce; none of them comes from a user's words but addresses. */
const template: Record<string, Record<string, RegExp>> = {
  html: { lang: /^en$/u },
  head: {},
  meta: {
    charset: /^utf-8$/u,
    "http-equiv": /^Content-Security-Policy$/u,
    name: /^(?:viewport|referrer)$/u,
    content: /^(?!.*url=)/iu,
  },
  title: {},
  style: {},
  body: {},
  header: {},
  nav: { "aria-label": /^Contents$/u },
  main: {},
  section: { "aria-labelledby": id, role: /^doc-endnotes$/u },
  div: {
    class: /^(?:unverified|warnings|wide)$/u,
    role: /^(?:note|region)$/u,
    tabindex: /^0$/u,
    "aria-label": /^Claims and sources$/u,
  },
  h1: { dir: direction },
  h2: { id, dir: direction },
  h3: { id, dir: direction },
  h4: { dir: direction },
  p: { dir: direction, class: /^(?:grade|ways-back)$/u },
  strong: {},
  figure: {},
  img: {
    src: /^data:image\/svg\+xml;base64,[\w+/]+=*$/u,
    width: /^\d+$/u,
    height: /^\d+$/u,
    alt: /^Board “/u,
  },
  figcaption: {},
  bdi: {},
  blockquote: { lang: /^[a-z\d-]+$/iu },
  sup: {},
  a: {
    id,
    href: /^#|^https?:\/\/\S+$/iu,
    rel: /^noreferrer$/u,
    role: /^doc-(?:noteref|backlink)$/u,
    "aria-label": /^(?:Footnote \d+|Back to quote \d+(?:, place \d+)?)$/u,
  },
  ul: {},
  ol: {},
  li: { id, value: /^\d+$/u },
  dl: {},
  dt: {},
  dd: {},
  table: { class: /^signs$/u },
  thead: {},
  tbody: {},
  tr: {},
  th: { scope: /^(?:row|col)$/u, dir: direction },
  td: {},
  span: { class: /^spoken$/u, "aria-hidden": /^true$/u },
};

export type HtmlReading = {
  readonly title: string;
  readonly outline: Outline;
  /** Entries of the list of contents. */
  readonly contents: readonly string[];
};

/**
 * Reads a page as a browser does, with a parser that shares nothing with the writer.
 * @throws when there is anything that the template does not produce, or a link that leads nowhere
 */
export function readHtml(html: string): HtmlReading {
  const document = parse(html);
  const all = document.childNodes.flatMap(elementsWithin);
  for (const element of all) {
    refuseForeign(element);
  }
  const ids = all.flatMap((element) => attribute(element, "id") ?? []);
  if (new Set(ids).size !== ids.length) {
    throw new Error("an id is there twice");
  }
  for (const element of all) {
    const target = attribute(element, "href") ?? "";
    const labelled = attribute(element, "aria-labelledby") ?? ids[0];
    if (target.startsWith("#") && !ids.includes(target.slice(1))) {
      throw new Error(`${target} leads nowhere`);
    }
    if (labelled !== undefined && !ids.includes(labelled)) {
      throw new Error(`nothing is called ${labelled}`);
    }
  }
  if (wordsOf(only(all, "style")) !== style) {
    throw new Error("there is another style");
  }
  if (!all.some((element) => attribute(element, "content") === policy)) {
    throw new Error("there is no policy");
  }
  return {
    title: wordsOf(only(all, "title")),
    outline: mergeParagraphs(childrenOf(only(all, "body")).flatMap(blocksOf)),
    contents: elementsWithin(only(all, "nav"))
      .filter(({ tagName }) => tagName === "li")
      .map(wordsOf),
  };
}

/** The words of an element as a reader hears of it, without footnote marks and what is said aloud only. */
export function wordsOf(element: Element): string {
  return element.childNodes
    .map((node) => {
      if (node.nodeName === "#text") {
        return (node as DefaultTreeAdapterTypes.TextNode).value;
      }
      return isElement(node) && node.tagName !== "sup" && attribute(node, "class") !== "spoken"
        ? wordsOf(node)
        : "";
    })
    .join("");
}

export function elementsWithin(node: Node): Element[] {
  return isElement(node) ? [node, ...node.childNodes.flatMap(elementsWithin)] : [];
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

function blocksOf(element: Element): Outline {
  switch (element.tagName) {
    case "nav":
      return [];
    case "header":
    case "main":
    case "section":
    case "div":
      return attribute(element, "role") === "doc-endnotes"
        ? endnotesOf(element)
        : childrenOf(element).flatMap(blocksOf);
    case "h1":
    case "h2":
    case "h3":
    case "h4":
      return [
        { kind: "heading", depth: Number(element.tagName.slice(1)), words: wordsOf(element) },
      ];
    case "p":
      return [
        {
          kind: "words",
          words: wordsOf(element),
          links: linksOf(element),
          notes: notesOf(element),
        },
      ];
    case "figure":
      return [{ kind: "words", words: wordsOf(element), links: [], notes: [] }];
    case "blockquote":
      return [
        {
          kind: "quotation",
          words: childrenOf(element).map(wordsOf).join("\n\n"),
          notes: notesOf(element),
        },
      ];
    case "ul":
      return [
        {
          kind: "list",
          items: childrenOf(element).map((item) => childrenOf(item).map(wordsOf).join("\n\n")),
        },
      ];
    case "dl": {
      const names = childrenOf(element).filter(({ tagName }) => tagName === "dt");
      const facts = childrenOf(element).filter(({ tagName }) => tagName === "dd");
      return [
        {
          kind: "list",
          items: facts.map((fact, index) => {
            const name = names[index];
            return `${name === undefined ? "" : wordsOf(name)}: ${wordsOf(fact)}`;
          }),
        },
      ];
    }
    case "table":
      return [
        {
          kind: "table",
          rows: elementsWithin(element)
            .filter(({ tagName }) => tagName === "tr")
            .map((row) => childrenOf(row).map(wordsOf)),
        },
      ];
    default:
      throw new Error(`a ${element.tagName} where the template has none`);
  }
}

function endnotesOf(section: Element): Outline {
  return childrenOf(section).flatMap((element): Outline => {
    if (element.tagName === "h2") {
      return [];
    }
    return element.tagName === "ol"
      ? childrenOf(element).map((item) => {
          const [note] = childrenOf(item);
          if (note === undefined) {
            throw new Error("an empty footnote");
          }
          return {
            kind: "footnote",
            label: attribute(item, "value") ?? "",
            words: wordsOf(note),
            links: linksOf(note),
          };
        })
      : blocksOf(element);
  });
}

function refuseForeign(element: Element): void {
  const allowed = Object.hasOwn(template, element.tagName) ? template[element.tagName] : undefined;
  if (allowed === undefined) {
    throw new Error(`a ${element.tagName} that the template does not produce`);
  }
  for (const { name, value } of element.attrs) {
    const values = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
    if (values === undefined || !values.test(value)) {
      throw new Error(`${element.tagName} has ${name}=${JSON.stringify(value)}`);
    }
  }
}

function linksOf(element: Element): string[] {
  return elementsWithin(element)
    .filter((link) => attribute(link, "rel") === "noreferrer")
    .map((link) => {
      const target = attribute(link, "href") ?? "";
      if (wordsOf(link) !== target) {
        throw new Error(`a link that says ${wordsOf(link)} leads to ${target}`);
      }
      return target;
    });
}

function notesOf(element: Element): string[] {
  return elementsWithin(element)
    .filter((link) => attribute(link, "role") === "doc-noteref")
    .map(wordsOf);
}

function only(all: readonly Element[], tagName: string): Element {
  const [found, ...more] = all.filter((element) => element.tagName === tagName);
  if (found === undefined || more.length > 0) {
    throw new Error(`there is not exactly one ${tagName}`);
  }
  return found;
}

function childrenOf(element: Element): Element[] {
  return element.childNodes.filter((node): node is Element => {
    if (node.nodeName === "#text") {
      throw new Error("words between blocks");
    }
    return isElement(node);
  });
}

function isElement(node: Node): node is Element {
  return "tagName" in node;
}
