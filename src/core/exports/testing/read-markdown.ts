import type { Nodes, Root, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

/** What a reader of the file sees, block by block: words and nothing of how they were written. */
export type Outline = (
  | { kind: "heading"; depth: number; words: string }
  | { kind: "words"; words: string; links: string[]; notes: string[] }
  | { kind: "quotation"; words: string; notes: string[] }
  | { kind: "list"; items: string[] }
  | { kind: "table"; rows: string[][] }
  | { kind: "footnote"; label: string; words: string; links: string[] }
)[];

const parser = unified().use(remarkParse).use(remarkGfm);

/** The labels of the template; nothing else may be strong. */
const strongLabels = new Set([
  "⚠ Before you use this:",
  "⚠ Not verified:",
  "Basis of the confidence:",
  "Confidence:",
  "Group on the board:",
  "Likelihood:",
  "Note:",
  "Reason for this status:",
  "Related claims:",
  "Status:",
  "Tags:",
]);

/** What may be emphasised to keep addresses from becoming links. */
const partedCharacters = /^[a-z\d@]$/iu;

/** Hears of links that lead to other files, and what they say; where there is no listener, there may be none. */
type FileLinkListener = (url: string, words: string) => void;

/**
 * Reads with a parser that shares nothing with the writer.
 * @throws when there is anything that the template does not produce
 */
export function outlineOf(markdown: string, onFileLink?: FileLinkListener): Outline {
  const tree: Root = parser.parse(markdown);
  return mergeParagraphs(tree.children.map((node) => blockOf(node, onFileLink)));
}

/** Paragraphs that follow each other are one stretch of words, with an empty line between them. */
export function mergeParagraphs(outline: Outline): Outline {
  const merged: Outline = [];
  for (const block of outline) {
    const last = merged.at(-1);
    if (block.kind === "words" && last?.kind === "words") {
      last.words += `\n\n${block.words}`;
      last.links.push(...block.links);
      last.notes.push(...block.notes);
    } else {
      merged.push(structuredClone(block));
    }
  }
  return merged;
}

function blockOf(node: RootContent, onFileLink?: FileLinkListener): Outline[number] {
  const read = (part: Nodes) => readWords(part, onFileLink);
  switch (node.type) {
    case "heading":
      return { kind: "heading", depth: node.depth, words: read(node).words };
    case "paragraph":
      return { kind: "words", ...read(node) };
    case "blockquote": {
      const parts = node.children.map((child) => {
        if (child.type !== "paragraph") {
          throw new Error(`a ${child.type} in a quotation`);
        }
        return read(child);
      });
      return {
        kind: "quotation",
        words: parts.map(({ words }) => words).join("\n\n"),
        notes: parts.flatMap(({ notes }) => notes),
      };
    }
    case "list":
      return {
        kind: "list",
        items: node.children.map((item) => {
          if (typeof item.checked === "boolean") {
            throw new Error("a task");
          }
          return item.children
            .map((child) => {
              if (child.type !== "paragraph") {
                throw new Error(`a ${child.type} in a list`);
              }
              return read(child).words;
            })
            .join("\n\n");
        }),
      };
    case "table":
      return {
        kind: "table",
        rows: node.children.map((row) => row.children.map((cell) => read(cell).words)),
      };
    case "footnoteDefinition": {
      const [only, ...more] = node.children;
      if (only?.type !== "paragraph" || more.length > 0) {
        throw new Error("a footnote of more than a paragraph");
      }
      const { words, links } = read(only);
      return { kind: "footnote", label: node.label ?? "", words, links };
    }
    default:
      throw new Error(`a ${node.type} that the template does not produce`);
  }
}

function readWords(
  node: Nodes,
  onFileLink?: FileLinkListener,
): { words: string; links: string[]; notes: string[] } {
  const links: string[] = [];
  const notes: string[] = [];
  const wordsOf = (inline: Nodes): string => {
    switch (inline.type) {
      case "text":
        return inline.value;
      case "break":
        return "\n";
      case "footnoteReference":
        notes.push(inline.label ?? "");
        return "";
      case "heading":
      case "paragraph":
      case "tableCell":
        return inline.children.map(wordsOf).join("");
      case "link": {
        const words = inline.children.map(wordsOf).join("");
        if (onFileLink !== undefined && /^(?:\.\.\/)?(?:Claims|Articles)\//u.test(inline.url)) {
          onFileLink(inline.url, words);
          return words;
        }
        if (words !== inline.url || typeof inline.title === "string") {
          throw new Error(`a link that says ${JSON.stringify(words)} leads to ${inline.url}`);
        }
        links.push(inline.url);
        return words;
      }
      case "strong":
      case "emphasis": {
        const words = inline.children.map(wordsOf).join("");
        const isOurs =
          inline.type === "strong" ? strongLabels.has(words) : partedCharacters.test(words);
        if (!isOurs) {
          throw new Error(`${inline.type} on ${JSON.stringify(words)}`);
        }
        return words;
      }
      default:
        throw new Error(`a ${inline.type} that the template does not produce`);
    }
  };
  return { words: wordsOf(node), links, notes };
}
