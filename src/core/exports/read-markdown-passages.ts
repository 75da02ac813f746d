import type { Nodes, Parents, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

import type { BriefingPassage } from "./read-briefing-quotes.ts";
import { notVerified } from "./wording.ts";

/** The parser's time grows with the square of such a run; no export of ours has one that is not escaped. */
const endlessMarks = /[*_~[]{2000,}/u;

const parser = unified().use(remarkParse).use(remarkGfm);

/**
 * Block quotations, and paragraphs that refer to a footnote, in the order of the file.
 * @throws RangeError when it is nested too deeply, or made to keep a parser busy
 */
export function passagesOfMarkdown(markdown: string): BriefingPassage[] {
  if (endlessMarks.test(markdown)) {
    throw new RangeError("an endless run of marks");
  }
  const root: Root = parser.parse(markdown);
  const notes = new Map<string, string>();
  const passages: (BriefingPassage & { readonly before: string })[] = [];

  const add = (blocks: readonly Nodes[]) => {
    const readings = blocks.map(readWords);
    const reading = {
      words: readings.map(({ words }) => words).join("\n\n"),
      isPlain: readings.every(({ isPlain }) => isPlain),
    };
    const references = readings.flatMap((one) => one.references);
    for (const { identifier, before } of references.length === 0
      ? [{ identifier: "", before: "" }]
      : references) {
      passages.push({ ...reading, footnote: identifier, note: null, before });
    }
  };

  const visit = (parent: Parents) => {
    // A quote that was exported as not verified: paragraphs from the label to the reference.
    let marked: Nodes[] = [];
    for (const node of parent.children) {
      if (node.type === "paragraph") {
        marked = startsWithLabel(node) ? [node] : marked.length === 0 ? [] : [...marked, node];
        if (readWords(node).references.length > 0) {
          add(marked.length === 0 ? [node] : marked);
          marked = [];
        }
        continue;
      }
      marked = [];
      if (node.type === "blockquote") {
        add(node.children);
      } else if (node.type === "footnoteDefinition") {
        // As readers do: of several with one name, the first counts.
        if (!notes.has(node.identifier)) {
          notes.set(
            node.identifier,
            node.children.map((part) => readWords(part).words).join("\n\n"),
          );
        }
      } else if (node.type === "heading" || node.type === "tableCell") {
        if (readWords(node).references.length > 0) {
          add([node]);
        }
      } else if ("children" in node) {
        visit(node);
      }
    }
  };

  visit(root);
  return passages.map(({ before, ...passage }) => {
    const note = notes.get(passage.footnote) ?? null;
    return { ...passage, words: quotedBefore(before, note) ?? passage.words, note };
  });
}

/**
 * The quote within a sentence that a reference follows: as many characters as the footnote gives it, between
 * quotation marks. Null where there are no such marks.
 */
function quotedBefore(before: string, note: string | null): string | null {
  const { start, end } =
    /, characters (?<start>\d{1,15})–(?<end>\d{1,15})/u.exec(note ?? "")?.groups ?? {};
  const marked = before.replace(/[\u202C\u2069]+$/u, ""); // marks of direction that the quote left open
  const length = Number(end) - Number(start);
  return length > 0 && marked.endsWith("”") && marked.at(-length - 2) === "“"
    ? marked.slice(-length - 1, -1)
    : null;
}

type Reading = {
  words: string;
  isPlain: boolean;
  /** With the words that stand before each. */
  references: { identifier: string; before: string }[];
};

function readWords(node: Nodes): Reading {
  switch (node.type) {
    case "text":
      return { words: node.value, isPlain: true, references: [] };
    case "break":
      return { words: "\n", isPlain: true, references: [] };
    case "footnoteReference":
      return {
        words: "",
        isPlain: true,
        references: [{ identifier: node.identifier, before: "" }],
      };
    case "paragraph":
    case "heading":
    case "tableCell":
    case "emphasis":
    case "strong":
    case "link": {
      const parts = node.children
        .slice(node.type === "paragraph" && startsWithLabel(node) ? 1 : 0)
        .map(readWords);
      const words = parts.map((part) => part.words).join("");
      return {
        words: parts.length < node.children.length ? words.replace(/^ /u, "") : words,
        isPlain: parts.every(({ isPlain }) => isPlain),
        references: referencesIn(parts, ""),
      };
    }
    default: {
      const parts = "children" in node ? node.children.map(readWords) : [];
      const own = "value" in node ? node.value : "";
      return {
        words: own + parts.map(({ words }) => words).join(""),
        isPlain: false,
        references: referencesIn(parts, own),
      };
    }
  }
}

function referencesIn(parts: readonly Reading[], start: string): Reading["references"] {
  let before = start;
  return parts.flatMap(({ words, references }) => {
    const here = before;
    before += words;
    return references.map((one) => ({ ...one, before: here + one.before }));
  });
}

function startsWithLabel(node: Nodes): boolean {
  const [first] = node.type === "paragraph" ? node.children : [];
  return first?.type === "strong" && readWords(first).words === notVerified;
}
