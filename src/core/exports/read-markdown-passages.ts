import type { Nodes, Parents, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

import { joinReadings, notPlain, quotedBefore } from "./quoted-before.ts";
import type { FoundReference, Reading } from "./quoted-before.ts";
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
  const passages: (BriefingPassage & { readonly reference: FoundReference | null })[] = [];

  const add = (blocks: readonly Nodes[]) => {
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
  return passages.map(({ reference, ...passage }) => {
    const note = notes.get(passage.footnote) ?? null;
    const quoted = reference === null ? null : quotedBefore(reference, note);
    return { ...passage, ...quoted, note };
  });
}

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
        references: [{ identifier: node.identifier, before: "", plainBefore: 0 }],
      };
    case "paragraph":
    case "heading":
    case "tableCell":
    case "emphasis":
    case "strong":
    case "link": {
      const hasLabel = node.type === "paragraph" && startsWithLabel(node);
      const reading = joinReadings(node.children.slice(hasLabel ? 1 : 0).map(readWords));
      return hasLabel ? { ...reading, words: reading.words.replace(/^ /u, "") } : reading;
    }
    default: {
      const own = { words: "value" in node ? node.value : "", isPlain: false, references: [] };
      const parts = "children" in node ? node.children.map(readWords) : [];
      return notPlain(joinReadings([own, ...parts]));
    }
  }
}

function startsWithLabel(node: Nodes): boolean {
  const [first] = node.type === "paragraph" ? node.children : [];
  return first?.type === "strong" && readWords(first).words === notVerified;
}
