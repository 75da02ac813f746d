import type { Element } from "xast";
import { x } from "xastscript";

import { blocksInDocx } from "./docx-blocks.ts";
import { createDocxParts, referenceLook, reservedFootnotes } from "./docx-parts.ts";
import type { DocxParts } from "./docx-parts.ts";
import { runsInDocx, textRuns } from "./docx-runs.ts";
import { numberingElement, stylesElement } from "./docx-styles.ts";
import { xmlPart } from "./docx-xml.ts";
import { heading, paragraph } from "./paper.ts";
import type { Paper } from "./paper.ts";
import { footnoteRuns } from "./source-facts.ts";
import { footnotePreface } from "./wording.ts";
import { zipFiles } from "./zip-files.ts";

const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const contentType = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/**
 * A document as an Office Open XML file (ECMA-376), for Word, LibreOffice and others: real headings, footnotes,
 * lists and tables. The same document gives the same bytes: there is no time, name or chance in it.
 */
export function paperInDocx(paper: Paper): Uint8Array {
  const parts = createDocxParts(paper.sources);
  const hasTitle = [...paper.head, ...paper.body].some(
    (block) => block.kind === "heading" && block.level === 1,
  );
  const body = blocksInDocx(
    [...(hasTitle ? [] : [heading(1, paper.title)]), ...paper.head, ...paper.body],
    parts,
  );
  const preface =
    parts.footnotes.order().length === 0
      ? []
      : blocksInDocx([{ ...paragraph(footnotePreface), isQuiet: true }], parts);
  const notes = createDocxParts(paper.sources);
  const footnotes = footnotesElement(paper, parts, notes);
  const files: Record<string, Element> = {
    "[Content_Types].xml": contentTypes(),
    "_rels/.rels": relationshipsElement([
      ["rId1", `${relationships}/officeDocument`, "word/document.xml"],
      [
        "rId2",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml",
      ],
    ]),
    "docProps/core.xml": x(
      "cp:coreProperties",
      {
        "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      },
      [x("dc:title", paper.title)],
    ),
    "word/document.xml": x("w:document", { "xmlns:w": main, "xmlns:r": relationships }, [
      x("w:body", [...body, ...preface, sectionElement()]),
    ]),
    "word/footnotes.xml": footnotes,
    "word/numbering.xml": numberingElement(main, parts),
    "word/settings.xml": settingsElement(),
    "word/styles.xml": stylesElement(main),
    "word/_rels/document.xml.rels": relationshipsElement(
      [
        ["styles", `${relationships}/styles`, "styles.xml"],
        ["numbering", `${relationships}/numbering`, "numbering.xml"],
        ["footnotes", `${relationships}/footnotes`, "footnotes.xml"],
        ["settings", `${relationships}/settings`, "settings.xml"],
      ],
      parts.links(),
    ),
    "word/_rels/footnotes.xml.rels": relationshipsElement([], notes.links()),
  };
  return zipFiles(new Map(Object.entries(files).map(([path, one]) => [path, xmlPart(one)])));
}

function footnotesElement(paper: Paper, parts: DocxParts, notes: DocxParts): Element {
  const separator = (id: number, kind: "separator" | "continuationSeparator") =>
    x("w:footnote", { "w:type": kind, "w:id": String(id) }, [
      x("w:p", [x("w:r", [x(`w:${kind}`)])]),
    ]);
  const quotes = new Map(paper.quotes.map((quote) => [quote.number, quote]));
  return x("w:footnotes", { "xmlns:w": main, "xmlns:r": relationships }, [
    separator(0, "separator"),
    separator(1, "continuationSeparator"),
    ...parts.footnotes.order().flatMap((number, index) => {
      const quote = quotes.get(number);
      if (quote === undefined) {
        throw new Error(`the document has no quote ${number}`);
      }
      return [
        x("w:footnote", { "w:id": String(index + 1 + reservedFootnotes) }, [
          x("w:p", [
            x("w:pPr", [x("w:pStyle", { "w:val": "FootnoteText" })]),
            x("w:r", [referenceLook(), x("w:footnoteRef")]),
            ...textRuns(" "),
            ...runsInDocx(footnoteRuns(quote, paper), notes),
          ]),
        ]),
      ];
    }),
  ]);
}

function sectionElement(): Element {
  return x("w:sectPr", [
    x("w:pgSz", { "w:w": "11906", "w:h": "16838" }),
    x("w:pgMar", {
      "w:top": "1440",
      "w:right": "1440",
      "w:bottom": "1440",
      "w:left": "1440",
      "w:header": "708",
      "w:footer": "708",
      "w:gutter": "0",
    }),
  ]);
}

function settingsElement(): Element {
  return x("w:settings", { "xmlns:w": main }, [
    x("w:footnotePr", [x("w:footnote", { "w:id": "0" }), x("w:footnote", { "w:id": "1" })]),
    x("w:compat", [
      x("w:compatSetting", {
        "w:name": "compatibilityMode",
        "w:uri": "http://schemas.microsoft.com/office/word",
        "w:val": "15",
      }),
    ]),
  ]);
}

function contentTypes(): Element {
  const part = (name: string, type: string) => x("Override", { PartName: name, ContentType: type });
  return x("Types", { xmlns: "http://schemas.openxmlformats.org/package/2006/content-types" }, [
    x("Default", {
      Extension: "rels",
      ContentType: "application/vnd.openxmlformats-package.relationships+xml",
    }),
    x("Default", { Extension: "xml", ContentType: "application/xml" }),
    part("/word/document.xml", `${contentType}.document.main+xml`),
    part("/word/styles.xml", `${contentType}.styles+xml`),
    part("/word/numbering.xml", `${contentType}.numbering+xml`),
    part("/word/footnotes.xml", `${contentType}.footnotes+xml`),
    part("/word/settings.xml", `${contentType}.settings+xml`),
    part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
  ]);
}

function relationshipsElement(
  own: readonly (readonly [id: string, type: string, target: string])[],
  links: ReadonlyMap<string, string> = new Map(),
): Element {
  return x("Relationships", { xmlns: packageRelationships }, [
    ...own.map(([Id, Type, Target]) => x("Relationship", { Id, Type, Target })),
    ...[...links].map(([Id, Target]) =>
      x("Relationship", {
        Id,
        Type: `${relationships}/hyperlink`,
        Target,
        TargetMode: "External",
      }),
    ),
  ]);
}
