import type { PhrasingContent } from "mdast";

import { address, field, wordsOnOneLine } from "./markdown-text.ts";
import type { PaperRun } from "./paper.ts";
import { closersOf } from "./plain-text.ts";

/** @param shape "one line" for headings and cells, where line ends become references (`&#xA;`) */
export function phrasing(
  runs: readonly PaperRun[],
  shape: "lines" | "one line",
): PhrasingContent[] {
  let isAfterMarks = false;
  return runs.flatMap((run, index): PhrasingContent[] => {
    switch (run.kind) {
      case "words":
        return wordsOnOneLine(run.words);
      case "field":
        return field(run.words);
      case "strong":
        return [{ type: "strong", children: [{ type: "text", value: run.words }] }];
      case "address":
        return address(run.words);
      case "sign":
        return wordsOnOneLine(run.sign);
      case "break":
        // Markdown has no break at the end of a paragraph.
        return shape === "one line" || index === runs.length - 1
          ? wordsOnOneLine("\n")
          : [{ type: "break" }];
      case "text": {
        const nodes = formatted(run, {
          isAfterMarks,
          before: edgeOf(runs[index - 1], -1),
          after: edgeOf(runs[index + 1], 0),
        });
        const last = nodes.at(-1);
        if (last !== undefined) {
          isAfterMarks = last.type === "strong" || last.type === "emphasis";
        }
        return nodes;
      }
      case "reference":
        return [{ type: "footnoteReference", ...footnoteKey(run.quote) }];
      case "inline quote":
        return [
          { type: "text", value: "“" },
          ...wordsOnOneLine(run.quote.exact),
          { type: "text", value: `”${closersOf(run.quote.exact)}` },
          { type: "footnoteReference", ...footnoteKey(run.quote.number) },
        ];
      case "link":
        // A heading has no address of its own in plain Markdown: readers make them up, each in its way.
        return run.to.kind === "heading"
          ? phrasing(run.runs, shape)
          : [{ type: "link", url: run.to.url, children: phrasing(run.runs, shape) }];
    }
  });
}

export function footnoteKey(number: number): { identifier: string; label: string } {
  return { identifier: String(number), label: String(number) };
}

type TextRun = Extract<PaperRun, { kind: "text" }>;

/**
 * The words come before their look: marks are left out where a reader would not find them again, that is
 * right behind other marks, around an address whose letters are marked (markdown-text.ts), and beside a
 * character that the writer would have to write as a reference and that has none.
 * @param at the characters around the run, empty where none are known
 */
function formatted(
  run: TextRun,
  at: { isAfterMarks: boolean; before: string; after: string },
): PhrasingContent[] {
  const { text, link } = run;
  if (text === "") {
    return [];
  }
  if (run.code === true && !/[\r\n]/u.test(text)) {
    const code: PhrasingContent = { type: "inlineCode", value: text };
    return link === undefined ? [code] : [{ type: "link", url: link, children: [code] }];
  }
  let children = wordsOnOneLine(text);
  const edges = [at.before, text.slice(0, 1), text.slice(-1), at.after];
  const keepsMarks =
    !at.isAfterMarks &&
    children.every(({ type }) => type === "text") &&
    !edges.some((character) => withoutReference.test(character));
  if (keepsMarks && run.italic === true) {
    children = [{ type: "emphasis", children }];
  }
  if (keepsMarks && run.bold === true) {
    children = [{ type: "strong", children }];
  }
  return link === undefined ? children : [{ type: "link", url: link, children }];
}

/** CommonMark, section 6.2, and HTML: a reference to one of these reads as the replacement character. */
const withoutReference =
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;

function edgeOf(run: PaperRun | undefined, at: 0 | -1): string {
  return run?.kind === "text" ? (run.text.at(at) ?? "") : "";
}
