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
  "board",
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
  if (/^\uFEFF?---[ \t]*\r?\n/u.test(source) && !headOf.test(source)) {
    throw notUnderstood(fileName, "begins with a line of dashes, and no second one ends its head");
  }
  const head = headOf.exec(source);
  const lines = (head?.groups?.["fields"] ?? "")
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== "");
  const fields = new Map(lines.map((line) => fieldOf(fileName, line)));
  const root = parser.parse(source.slice(head?.[0].length ?? 0).toWellFormed());
  return {
    name: fields.get("name") || fileName,
    purpose: fields.get("purpose") ?? "",
    parts: root.children.flatMap((node) => partsOf(fileName, node)),
  };
}

const headOf = /^\uFEFF?---[ \t]*\r?\n(?<fields>.*?\r?\n)?---[ \t]*(?:\r?\n|$)/su;

const fieldNames = ["name", "purpose"];

function fieldOf(fileName: string, line: string): readonly [string, string] {
  const colon = line.indexOf(":");
  const name = line.slice(0, Math.max(colon, 0)).trim();
  if (!fieldNames.includes(name)) {
    throw notUnderstood(
      fileName,
      `has “${line.trim()}” in its head, which takes only ${fieldNames.map((one) => `“${one}: …”`).join(" and ")}`,
    );
  }
  return [name, line.slice(colon + 1).trim()];
}

function notUnderstood(fileName: string, what: string, line?: number): Failure {
  const where = line === undefined ? "" : ` (line ${line} of its text)`;
  return new Failure("unsupported-format", `The template “${fileName}” ${what}${where}.`);
}

function partsOf(fileName: string, node: RootContent): Template["parts"] {
  const [only, ...rest] = node.type === "paragraph" ? node.children : [];
  if (only?.type === "text" && rest.length === 0) {
    const wanted = /^\{\{\s*(?<name>[^{}]*?)\s*\}\}$/u.exec(only.value)?.groups?.["name"];
    if (wanted !== undefined) {
      const name = sectionNames.find((each) => each === wanted);
      if (name === undefined) {
        throw notUnderstood(
          fileName,
          `asks for “${wanted}”; there are only ${sectionNames.join(", ")}`,
          node.position?.start.line,
        );
      }
      return [{ kind: "section", name }];
    }
  }
  const blocks = blocksOf(node, 0, (what) =>
    notUnderstood(fileName, what, node.position?.start.line),
  );
  return blocks.map((block) => ({ kind: "block", block }));
}

type Refuse = (what: string) => Failure;

function blocksOf(node: RootContent, depth: number, refuse: Refuse): BriefingBlock[] {
  switch (node.type) {
    case "heading": {
      const level = node.depth > 3 ? 3 : node.depth;
      return [{ kind: "heading", level, runs: runsOf(node.children, {}, refuse) }];
    }
    case "paragraph":
      return [{ kind: "paragraph", runs: runsOf(node.children, {}, refuse) }];
    case "blockquote":
      return node.children
        .flatMap((child) => blocksOf(child, depth, refuse))
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
                  runs: runsOf(child.children, {}, refuse),
                },
              ]
            : blocksOf(child, depth + 1, refuse),
        ),
      );
    case "table":
      return [
        {
          kind: "table",
          header: true,
          rows: node.children.map(({ children }) =>
            children.map((cell) => runsOf(cell.children, {}, refuse)),
          ),
        },
      ];
    case "html":
      if (node.value.startsWith("<!--")) {
        return []; // a remark for whoever changes the template
      }
      throw refuse("has HTML, which a briefing cannot hold");
    default:
      throw refuse(`has a part of the kind “${node.type}”, which a briefing cannot hold`);
  }
}

type Format = Omit<TextRun, "kind" | "text">;

function runsOf(nodes: readonly PhrasingContent[], format: Format, refuse: Refuse): BriefingRun[] {
  return nodes.flatMap((node): BriefingRun[] => {
    switch (node.type) {
      case "text":
        if (node.value.includes("{{")) {
          throw refuse("has “{{” within other words; what is to be filled in stands alone");
        }
        return [{ kind: "text", text: node.value.replaceAll("\n", " "), ...format }];
      case "inlineCode":
        return [{ kind: "text", text: node.value, ...format, code: true }];
      case "strong":
        return runsOf(node.children, { ...format, bold: true }, refuse);
      case "emphasis":
        return runsOf(node.children, { ...format, italic: true }, refuse);
      case "link":
        return runsOf(
          node.children,
          /^https?:\/\//iu.test(node.url) ? { ...format, link: node.url } : format,
          refuse,
        );
      case "break":
        return [{ kind: "break" }];
      default:
        if (!("children" in node)) {
          throw refuse(`has a part of the kind “${node.type}”, which a briefing cannot hold`);
        }
        return runsOf(node.children, format, refuse);
    }
  });
}
