import { SaxesParser } from "saxes";

import { mergeParagraphs } from "./read-markdown.ts";
import type { Outline } from "./read-markdown.ts";
import { readZip } from "./read-zip.ts";

type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
};

/**
 * Reads a document as a word processor does, with parsers that share nothing with the writer.
 * @throws when a part is not well-formed, or an id leads nowhere or is there twice
 */
export function readDocx(bytes: Uint8Array): { title: string; outline: Outline } {
  const files = readZip(bytes);
  const part = (name: string) => parseXml(files.get(name)?.toString("utf8") ?? "");
  const document = part("word/document.xml");
  const footnotes = part("word/footnotes.xml");
  for (const name of files.keys()) {
    part(name);
  }
  refuseBrokenReferences(document, footnotes, part("word/_rels/document.xml.rels"));
  refuseUnknownStyles([document, footnotes], part("word/styles.xml"));
  const notes = all(footnotes, "w:footnote").filter(
    (note) => note.attributes["w:type"] === undefined,
  );
  return {
    title: textOf(part("docProps/core.xml")),
    outline: mergeParagraphs([
      ...blocksOf(only(document, "w:body")),
      ...notes.map((note): Outline[number] => ({
        kind: "footnote",
        label: String(Number(note.attributes["w:id"]) - 1),
        words: all(note, "w:p").map(wordsOf).join("\n\n").replace(/^ /u, ""),
        links: [],
      })),
    ]),
  };
}

function blocksOf(body: XmlElement): Outline {
  const outline: Outline = [];
  let quotation: { words: string[]; notes: string[] } | null = null;
  let isList = false;
  let isAfterTable = false;
  for (const element of elementsIn(body)) {
    const wasList = isList;
    const wasAfterTable = isAfterTable;
    isList = false;
    isAfterTable = element.name === "w:tbl";
    if (element.name === "w:tbl") {
      outline.push({
        kind: "table",
        rows: all(element, "w:tr").map((row) => all(row, "w:tc").map(wordsOf)),
      });
      continue;
    }
    if (element.name === "w:sectPr" || (wasAfterTable && element.children.length === 0)) {
      continue;
    }
    const style = all(element, "w:pStyle")[0]?.attributes["w:val"] ?? "";
    const level = /^Heading(\d)$/u.exec(style)?.[1];
    const words = wordsOf(element);
    const notes = notesOf(element);
    const last = outline.at(-1);
    if (level !== undefined) {
      outline.push({ kind: "heading", depth: Number(level), words });
    } else if (style === "Quote") {
      quotation ??= { words: [], notes: [] };
      quotation.words.push(words);
      if (notes.length > 0) {
        outline.push({ kind: "quotation", words: quotation.words.join("\n\n"), notes });
        quotation = null;
      }
    } else if (all(element, "w:numPr").length > 0 || style === "Facts") {
      isList = true;
      if (wasList && last?.kind === "list") {
        last.items.push(words);
      } else {
        outline.push({ kind: "list", items: [words] });
      }
    } else if (style === "ListParagraph" && last?.kind === "list") {
      isList = true;
      last.items.push(`${last.items.pop() ?? ""}\n\n${words}`);
    } else {
      outline.push({ kind: "words", words, links: [], notes });
    }
  }
  return outline;
}

/** The words that stand in a part of the document, without the marks of footnotes. */
export function wordsOf(element: XmlElement): string {
  switch (element.name) {
    case "w:t":
      return textOf(element);
    case "w:br":
      return "\n";
    case "w:cr":
      return "\r";
    case "w:tab":
      return "\t";
    case "w:fldSimple":
      return "";
    default:
      return elementsIn(element).map(wordsOf).join("");
  }
}

function notesOf(element: XmlElement): string[] {
  if (element.name === "w:footnoteReference") {
    return [String(Number(element.attributes["w:id"]) - 1)];
  }
  if (element.name === "w:fldSimple") {
    return [textOf(element)];
  }
  return elementsIn(element).flatMap(notesOf);
}

function refuseBrokenReferences(
  document: XmlElement,
  footnotes: XmlElement,
  relationships: XmlElement,
): void {
  const bookmarks = all(document, "w:bookmarkStart").map((one) => one.attributes["w:name"] ?? "");
  const wanted = [
    ...all(document, "w:hyperlink").flatMap((link) => link.attributes["w:anchor"] ?? []),
    ...all(document, "w:fldSimple").map(
      (one) => / NOTEREF (\w+) /u.exec(one.attributes["w:instr"] ?? "")?.[1] ?? "",
    ),
  ];
  const targets = all(relationships, "Relationship").map((one) => one.attributes["Id"]);
  const missing = [
    ...wanted.filter((name) => !bookmarks.includes(name)),
    ...all(document, "w:hyperlink").flatMap((link) => {
      const id = link.attributes["r:id"];
      return id === undefined || targets.includes(id) ? [] : [id];
    }),
    ...all(document, "w:footnoteReference").flatMap((one) =>
      all(footnotes, "w:footnote").some(
        (note) => note.attributes["w:id"] === one.attributes["w:id"],
      )
        ? []
        : ["a footnote"],
    ),
  ];
  const ids = all(document, "w:footnoteReference").map((one) => one.attributes["w:id"]);
  if (missing.length > 0 || new Set(bookmarks).size !== bookmarks.length) {
    throw new Error(`there is not exactly one ${missing.join(", ")}`);
  }
  if (new Set(ids).size !== ids.length) {
    throw new Error("a footnote is there twice");
  }
}

function refuseUnknownStyles(parts: readonly XmlElement[], styles: XmlElement): void {
  const known = new Set(all(styles, "w:style").map((one) => one.attributes["w:styleId"]));
  for (const name of ["w:pStyle", "w:rStyle", "w:tblStyle"]) {
    for (const one of parts.flatMap((element) => all(element, name))) {
      if (!known.has(one.attributes["w:val"])) {
        throw new Error(`there is no style ${one.attributes["w:val"]}`);
      }
    }
  }
}

function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (words) => open.at(-1)?.children.push(words));
  parser.write(text).close();
  return root;
}

function all(element: XmlElement, name: string): XmlElement[] {
  return elementsIn(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...all(child, name),
  ]);
}

function only(element: XmlElement, name: string): XmlElement {
  const [found, ...more] = all(element, name);
  if (found === undefined || more.length > 0) {
    throw new Error(`there is not exactly one ${name}`);
  }
  return found;
}

function elementsIn(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== "string");
}

function textOf(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === "string" ? child : textOf(child)))
    .join("");
}
