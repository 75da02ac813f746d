import type { Element } from "xast";
import { x } from "xastscript";

import type { DocxParts } from "./docx-parts.ts";

/** The look of a document. Names of built-in styles are those that Word knows, so that they can be restyled there. */
export function stylesElement(namespace: string): Element {
  return x("w:styles", { "xmlns:w": namespace }, [
    x("w:docDefaults", [
      x("w:rPrDefault", [
        x("w:rPr", [
          fonts("Georgia"),
          ...size(11),
          x("w:lang", { "w:val": "en-GB", "w:eastAsia": "zh-CN", "w:bidi": "ar-SA" }),
        ]),
      ]),
      x("w:pPrDefault", [
        x("w:pPr", [x("w:spacing", { "w:after": "120", "w:line": "276", "w:lineRule": "auto" })]),
      ]),
    ]),
    x("w:style", { "w:type": "paragraph", "w:default": "1", "w:styleId": "Normal" }, [
      x("w:name", { "w:val": "Normal" }),
      x("w:qFormat"),
    ]),
    ...([20, 15, 12.5, 11] as const).map((points, index) => headingStyle(index + 1, points)),
    paragraphStyle("Quote", "Quote", {
      paragraph: [border("left", "1D4F91"), x("w:ind", { "w:left": "340", "w:right": "340" })],
    }),
    paragraphStyle("Unverified", "Unverified quote", {
      paragraph: [boxed("8F2D12"), x("w:ind", { "w:left": "170", "w:right": "170" })],
    }),
    paragraphStyle("Caution", "Caution", { paragraph: [boxed("8F2D12")] }),
    paragraphStyle("Remark", "Remark", {
      run: [x("w:color", { "w:val": "5C5850" }), ...size(9.5)],
    }),
    paragraphStyle("Facts", "Facts", {
      paragraph: [x("w:spacing", { "w:after": "0" }), x("w:ind", { "w:left": "340" })],
    }),
    paragraphStyle("Code", "Code", {
      paragraph: [x("w:spacing", { "w:after": "0", "w:line": "240", "w:lineRule": "auto" })],
      run: [fonts("Consolas"), ...size(9.5)],
    }),
    paragraphStyle("ListParagraph", "List Paragraph", {
      paragraph: [x("w:spacing", { "w:after": "60" }), x("w:ind", { "w:left": "425" })],
    }),
    paragraphStyle("TableText", "Table text", {
      paragraph: [x("w:spacing", { "w:after": "0", "w:line": "240", "w:lineRule": "auto" })],
      run: size(9.5),
    }),
    paragraphStyle("TableSign", "Table sign", {
      paragraph: [
        x("w:spacing", { "w:after": "0", "w:line": "240", "w:lineRule": "auto" }),
        x("w:jc", { "w:val": "center" }),
      ],
      run: size(9.5),
    }),
    paragraphStyle("FootnoteText", "footnote text", {
      paragraph: [x("w:spacing", { "w:after": "40", "w:line": "240", "w:lineRule": "auto" })],
      run: size(9),
    }),
    x("w:style", { "w:type": "character", "w:styleId": "FootnoteReference" }, [
      x("w:name", { "w:val": "footnote reference" }),
      x("w:rPr", [x("w:vertAlign", { "w:val": "superscript" })]),
    ]),
    x("w:style", { "w:type": "character", "w:styleId": "Hyperlink" }, [
      x("w:name", { "w:val": "Hyperlink" }),
      x("w:rPr", [x("w:color", { "w:val": "1D4F91" }), x("w:u", { "w:val": "single" })]),
    ]),
    x("w:style", { "w:type": "table", "w:default": "1", "w:styleId": "TableNormal" }, [
      x("w:name", { "w:val": "Normal Table" }),
      x("w:tblPr", [
        x("w:tblInd", { "w:w": "0", "w:type": "dxa" }),
        x("w:tblCellMar", [
          x("w:top", { "w:w": "40", "w:type": "dxa" }),
          x("w:left", { "w:w": "108", "w:type": "dxa" }),
          x("w:bottom", { "w:w": "40", "w:type": "dxa" }),
          x("w:right", { "w:w": "108", "w:type": "dxa" }),
        ]),
      ]),
    ]),
    x("w:style", { "w:type": "table", "w:styleId": "TableGrid" }, [
      x("w:name", { "w:val": "Table Grid" }),
      x("w:basedOn", { "w:val": "TableNormal" }),
      x("w:tblPr", [
        x(
          "w:tblBorders",
          ["top", "left", "bottom", "right", "insideH", "insideV"].map((side) =>
            x(`w:${side}`, {
              "w:val": "single",
              "w:sz": "4",
              "w:space": "0",
              "w:color": "B5B0A6",
            }),
          ),
        ),
      ]),
    ]),
  ]);
}

/** One kind of list with bullets, and a list of its own for each that counts. */
export function numberingElement(namespace: string, parts: DocxParts): Element {
  const levels = Array.from({ length: 9 }, (_, level) => level);
  const indent = (level: number) =>
    x("w:pPr", [x("w:ind", { "w:left": String(425 * (level + 1)), "w:hanging": "340" })]);
  const level = (number: number, format: string, text: string) =>
    x("w:lvl", { "w:ilvl": String(number) }, [
      x("w:start", { "w:val": "1" }),
      x("w:numFmt", { "w:val": format }),
      x("w:lvlText", { "w:val": text }),
      x("w:lvlJc", { "w:val": "left" }),
      indent(number),
    ]);
  return x("w:numbering", { "xmlns:w": namespace }, [
    x("w:abstractNum", { "w:abstractNumId": "0" }, [
      x("w:multiLevelType", { "w:val": "hybridMultilevel" }),
      ...levels.map((number) => level(number, "bullet", ["•", "–", "▪"][number % 3] ?? "•")),
    ]),
    x("w:abstractNum", { "w:abstractNumId": "1" }, [
      x("w:multiLevelType", { "w:val": "hybridMultilevel" }),
      ...levels.map((number) => level(number, "decimal", `%${number + 1}.`)),
    ]),
    x("w:num", { "w:numId": String(parts.bullets) }, [x("w:abstractNumId", { "w:val": "0" })]),
    ...parts
      .numberedLists()
      .map((id) =>
        x("w:num", { "w:numId": String(id) }, [
          x("w:abstractNumId", { "w:val": "1" }),
          ...levels.map((number) =>
            x("w:lvlOverride", { "w:ilvl": String(number) }, [
              x("w:startOverride", { "w:val": "1" }),
            ]),
          ),
        ]),
      ),
  ]);
}

function headingStyle(level: number, points: number): Element {
  return x("w:style", { "w:type": "paragraph", "w:styleId": `Heading${level}` }, [
    x("w:name", { "w:val": `heading ${level}` }),
    x("w:basedOn", { "w:val": "Normal" }),
    x("w:next", { "w:val": "Normal" }),
    x("w:qFormat"),
    x("w:pPr", [
      x("w:keepNext"),
      x("w:keepLines"),
      x("w:spacing", { "w:before": level === 1 ? "0" : "280", "w:after": "100" }),
      x("w:outlineLvl", { "w:val": String(level - 1) }),
    ]),
    x("w:rPr", [x("w:b"), x("w:bCs"), ...size(points)]),
  ]);
}

function paragraphStyle(
  id: string,
  name: string,
  look: { readonly paragraph?: readonly Element[]; readonly run?: readonly Element[] },
): Element {
  return x("w:style", { "w:type": "paragraph", "w:styleId": id }, [
    x("w:name", { "w:val": name }),
    x("w:basedOn", { "w:val": "Normal" }),
    x("w:qFormat"),
    ...(look.paragraph === undefined ? [] : [x("w:pPr", [...look.paragraph])]),
    ...(look.run === undefined ? [] : [x("w:rPr", [...look.run])]),
  ]);
}

function fonts(name: string): Element {
  return x("w:rFonts", { "w:ascii": name, "w:hAnsi": name, "w:cs": name });
}

/** In half points, for scripts of either direction. */
function size(points: number): Element[] {
  const halves = String(points * 2);
  return [x("w:sz", { "w:val": halves }), x("w:szCs", { "w:val": halves })];
}

function border(side: string, color: string): Element {
  return x("w:pBdr", [line(side, color)]);
}

function boxed(color: string): Element {
  return x(
    "w:pBdr",
    ["top", "left", "bottom", "right"].map((side) => line(side, color)),
  );
}

function line(side: string, color: string): Element {
  return x(`w:${side}`, { "w:val": "single", "w:sz": "12", "w:space": "6", "w:color": color });
}
