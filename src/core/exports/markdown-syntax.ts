import type { Heading, Link, Root, Table, TableCell } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { defaultHandlers, toMarkdown } from "mdast-util-to-markdown";
import type { Handle, Info, Options, State, Unsafe } from "mdast-util-to-markdown";

/**
 * Writes a tree as Markdown that reads back as the same tree in any GFM parser.
 *
 * The library escapes what has a meaning where it stands. Added here: white space that a parser would
 * drop or fold is written as a character reference, line ends inside words too, and marks are escaped that
 * common readers take for mathematics, highlights or comments.
 */
export function writeMarkdown(tree: Root): string {
  return toMarkdown(tree, {
    extensions: [gfmToMarkdown(), faithful],
    bullet: "-",
    emphasis: "*",
    listItemIndent: "one",
    // Our own handler writes the short form where it is safe.
    resourceLink: true,
  });
}

const unsafe: Unsafe[] = [
  { character: "\t", inConstruct: "phrasing" },
  { character: "\r", inConstruct: "phrasing" },
  { character: "\n", inConstruct: "phrasing" },
  { character: "$", inConstruct: "phrasing" },
  { character: "=", after: "=", inConstruct: "phrasing" },
  { character: "%", after: "%", inConstruct: "phrasing" },
];

/** Always with "#": the underlined form would need a line of its own for each line of the words. */
const heading: Handle = (node: Heading, _parent, state, info) => {
  const leave = state.enter("headingAtx");
  const words = phrasingOnOneLine(node, state, { ...info, before: "# ", after: "\n" });
  leave();
  return `${"#".repeat(node.depth)} ${words}`;
};

/** The library's table drops spaces at the edges of a cell. */
const table: Handle = ({ align, children: rows }: Table, _parent, state, info) => {
  const leave = state.enter("tableCell");
  const lines = rows.map(({ children: cells }) =>
    cells.map((cell) => phrasingOnOneLine(cell, state, { ...info, before: "|", after: "\n" })),
  );
  leave();
  const delimiters = (align ?? []).map((side) => (side === "center" ? ":---:" : "---"));
  return lines
    .toSpliced(1, 0, delimiters)
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
};

/** With "\n" after the words the library takes care of a space at their end; that at the start is left to us. */
function phrasingOnOneLine(node: Heading | TableCell, state: State, info: Info): string {
  const leave = state.enter("phrasing");
  const words = state.containerPhrasing(node, info);
  leave();
  return words.replace(/^ /u, "&#x20;");
}

/** Such an address stands between angle brackets as it is: no parser finds an escape or reference in it. */
const plainAddress = /^https?:\/\/(?!.*&[#\w]+;)[^\\<>\P{ASCII}\p{Cc} ]+$/iu;

const link: Handle = (node: Link, parent, state, info) =>
  plainAddress.test(node.url) ? `<${node.url}>` : defaultHandlers.link(node, parent, state, info);

const faithful: Options = {
  unsafe,
  handlers: {
    heading,
    table,
    link,
    // The library writes a space where line ends are unsafe, as they now are in every text.
    break: () => "\\\n",
  },
};
