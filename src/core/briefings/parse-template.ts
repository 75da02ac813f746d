import type { PhrasingContent, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

import type { BriefingBlock, BriefingRun, TextRun } from "#contract/briefing";
import { maxListDepth } from "#contract/briefing";
import { Failure } from "#contract/failure";

/** What a template can be filled with. */
export const sectionNames = [
  "bottom-line",
  "judgements",
  "other-claims",
  "discrepancies",
  "gaps",
  "sources-and-what-they-say",
  "notes",
  "matrix",
  "ach",
  "sources",
] as const;
export type SectionName = (typeof sectionNames)[number];

export type Template = {
  readonly name: string;
  readonly purpose: string;
  /** The template's own blocks, and what is to be filled in between them. */
  readonly parts: readonly (
    | { readonly kind: "block"; readonly block: BriefingBlock }
    | { readonly kind: "section"; readonly name: SectionName }
  )[];
};

const parser = unified().use(remarkParse).use(remarkGfm);

/**
 * Reads a template: Markdown, with `name:` and `purpose:` between two lines of dashes at its beginning,
 * and `{{…}}` alone in a paragraph where a section goes.
 * @param fileName without the extension; the name of a template that gives none
 * @throws Failure unsupported-format that says what was not understood
 */
export function parseTemplate(fileName: string, source: string): Template {
  const head = /^\uFEFF?---\r?\n(?<fields>.*?)\r?\n---[ \t]*(?:\r?\n|$)/su.exec(source);
  const fields = new Map(
    (head?.groups?.["fields"] ?? "").split(/\r?\n/u).map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const;
    }),
  );
  const root = parser.parse(source.slice(head?.[0].length ?? 0).toWellFormed());
  return {
    name: fields.get("name") || fileName,
    purpose: fields.get("purpose") ?? "",
    parts: root.children.flatMap((node) => partsOf(fileName, node)),
  };
}

function partsOf(fileName: string, node: RootContent): Template["parts"] {
  const [only, ...rest] = node.type === "paragraph" ? node.children : [];
  if (only?.type === "text" && rest.length === 0) {
    const wanted = /^\{\{\s*(?<name>[^{}]*?)\s*\}\}$/u.exec(only.value)?.groups?.["name"];
    if (wanted !== undefined) {
      const name = sectionNames.find((each) => each === wanted);
      if (name === undefined) {
        throw new Failure(
          "unsupported-format",
          `The template “${fileName}” asks for “${wanted}”; there are only ${sectionNames.join(", ")}.`,
        );
      }
      return [{ kind: "section", name }];
    }
  }
  return blocksOf(node, 0).map((block) => ({ kind: "block", block }));
}

function blocksOf(node: RootContent, depth: number): BriefingBlock[] {
  switch (node.type) {
    case "heading": {
      const level = node.depth > 3 ? 3 : node.depth;
      return [{ kind: "heading", level, runs: runsOf(node.children, {}) }];
    }
    case "paragraph":
      return [{ kind: "paragraph", runs: runsOf(node.children, {}) }];
    case "blockquote":
      return node.children
        .flatMap((child) => blocksOf(child, depth))
        .map((block) => (block.kind === "paragraph" ? { ...block, kind: "quotation" } : block));
    case "code":
      return [{ kind: "code", text: node.value }];
    case "list":
      return node.children.flatMap((item) =>
        item.children.flatMap((child): BriefingBlock[] =>
          child.type === "paragraph"
            ? [
                {
                  kind: "item",
                  ordered: node.ordered === true,
                  depth: Math.min(depth, maxListDepth),
                  runs: runsOf(child.children, {}),
                },
              ]
            : blocksOf(child, depth + 1),
        ),
      );
    case "table":
      return [
        {
          kind: "table",
          header: true,
          rows: node.children.map(({ children }) =>
            children.map((cell) => runsOf(cell.children, {})),
          ),
        },
      ];
    default:
      return [];
  }
}

type Format = Omit<TextRun, "kind" | "text">;

function runsOf(nodes: readonly PhrasingContent[], format: Format): BriefingRun[] {
  return nodes.flatMap((node): BriefingRun[] => {
    switch (node.type) {
      case "text":
        return [{ kind: "text", text: node.value.replaceAll("\n", " "), ...format }];
      case "inlineCode":
        return [{ kind: "text", text: node.value, ...format, code: true }];
      case "strong":
        return runsOf(node.children, { ...format, bold: true });
      case "emphasis":
        return runsOf(node.children, { ...format, italic: true });
      case "link":
        return runsOf(
          node.children,
          /^https?:\/\//iu.test(node.url) ? { ...format, link: node.url } : format,
        );
      case "break":
        return [{ kind: "break" }];
      default:
        return "children" in node ? runsOf(node.children, format) : [];
    }
  });
}
