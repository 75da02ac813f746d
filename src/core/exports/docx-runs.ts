import type { Element } from "xast";
import { x } from "xastscript";

import type { DocxParts } from "./docx-parts.ts";
import type { PaperRun } from "./paper.ts";
import { closersOf } from "./plain-text.ts";
import { isWebAddress } from "./source-facts.ts";

type Look = {
  readonly style?: string | undefined;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly code?: boolean;
  /** A language tag. */
  readonly language?: string | null;
};

/** Runs as what stands in a paragraph. */
export function runsInDocx(runs: readonly PaperRun[], parts: DocxParts): Element[] {
  return runs.flatMap((run): Element[] => {
    switch (run.kind) {
      case "words":
        return textRuns(run.words);
      case "field":
        return textRuns(run.words + closersOf(run.words));
      case "strong":
        return textRuns(run.words, { bold: true });
      case "sign":
        return textRuns(run.sign);
      case "break":
        return [x("w:r", [x("w:br")])];
      case "address":
        return linked(
          run.words,
          textRuns(isWebAddress(run.words) ? run.words : run.words + closersOf(run.words), {
            style: webAddressOf(run.words) === null ? undefined : "Hyperlink",
          }),
          parts,
        );
      case "text":
        return linked(
          run.link ?? "",
          textRuns(run.text, {
            style: webAddressOf(run.link ?? "") === null ? undefined : "Hyperlink",
            bold: run.bold === true,
            italic: run.italic === true,
            code: run.code === true,
          }),
          parts,
        );
      case "reference":
        return parts.footnotes.refer(run.quote);
      case "inline quote": {
        const { exact, number } = run.quote;
        return [...textRuns(`“${exact}”${closersOf(exact)}`), ...parts.footnotes.refer(number)];
      }
      case "link":
        return run.to.kind === "file"
          ? runsInDocx(run.runs, parts)
          : [
              x(
                "w:hyperlink",
                { "w:anchor": bookmarkName(run.to.id), "w:history": "1" },
                runsInDocx(run.runs, parts),
              ),
            ];
    }
  });
}

/** Words letter by letter: line ends, tabs and carriage returns have elements of their own. */
export function textRuns(words: string, look: Look = {}): Element[] {
  if (words === "") {
    return [];
  }
  const content = words
    .split(/([\n\t\r])/u)
    .filter((piece) => piece !== "")
    .map((piece) => markOf.get(piece) ?? x("w:t", { "xml:space": "preserve" }, piece));
  return [x("w:r", [...propertiesOf(words, look), ...content])];
}

const markOf: ReadonlyMap<string, Element> = new Map([
  ["\n", x("w:br")],
  ["\t", x("w:tab")],
  ["\r", x("w:cr")],
]);

/** The order of these elements is fixed: ECMA-376, part 1, 17.3.2.28. */
function propertiesOf(words: string, { style, bold, italic, code, language }: Look): Element[] {
  const properties = [
    ...(style === undefined ? [] : [x("w:rStyle", { "w:val": style })]),
    ...(code === true
      ? [
          x("w:rFonts", {
            "w:ascii": "Consolas",
            "w:hAnsi": "Consolas",
            "w:cs": "Consolas",
          }),
        ]
      : []),
    ...(bold === true ? [x("w:b"), x("w:bCs")] : []),
    ...(italic === true ? [x("w:i"), x("w:iCs")] : []),
    ...(isRightToLeft(words) ? [x("w:rtl")] : []),
    ...(language === null || language === undefined
      ? []
      : [x("w:lang", { "w:val": language, "w:eastAsia": language, "w:bidi": language })]),
  ];
  return properties.length === 0 ? [] : [x("w:rPr", properties)];
}

const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** By the first letter, as the Unicode bidirectional algorithm does for a paragraph (UAX 9, P2 and P3). */
export function isRightToLeft(words: string): boolean {
  const letter = /\p{L}/u.exec(words)?.[0];
  return letter !== undefined && rightToLeft.test(letter);
}

/** Letters, digits and "_" only: Word takes no other name for a bookmark. */
export function bookmarkName(id: string): string {
  return id.replaceAll(/[^a-z\d]/giu, "_");
}

function linked(address: string, runs: Element[], parts: DocxParts): Element[] {
  const target = webAddressOf(address);
  return target === null || runs.length === 0
    ? runs
    : [x("w:hyperlink", { "r:id": parts.linkTo(target), "w:history": "1" }, runs)];
}

/** Word calls a whole document damaged when one address in it is not quite one: any that may not be stays words. */
function webAddressOf(address: string): string | null {
  if (!isWebAddress(address)) {
    return null;
  }
  const { href } = new URL(address);
  return /^https?:\/\/[a-z\d.-]+(?::\d+)?(?:[/?#](?:[\w\-.~:/?#@!$&'()*+,;=]|%[\da-f]{2})*)?$/iu.test(
    href,
  )
    ? href
    : null;
}
