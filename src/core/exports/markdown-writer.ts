import { blocksInMarkdown, footnotesInMarkdown } from "./markdown-blocks.ts";
import { writeMarkdown } from "./markdown-syntax.ts";
import type { Paper } from "./paper.ts";

/** A document as GitHub Flavored Markdown with footnotes. The same document gives the same bytes. */
export function paperInMarkdown(paper: Paper): string {
  const markdown = writeMarkdown({
    type: "root",
    children: [...blocksInMarkdown([...paper.head, ...paper.body]), ...footnotesInMarkdown(paper)],
  });
  // At the start of a file it would be read as the mark of the file's encoding.
  return markdown.replace(/^\uFEFF/u, "&#xFEFF;");
}
