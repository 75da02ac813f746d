import type { RootContent } from "mdast";

import type { BriefingDocument } from "./briefing-document.ts";
import { claimSection, heading, list, passage } from "./markdown-claims.ts";
import { footnotes, sourceList } from "./markdown-sources.ts";
import { writeMarkdown } from "./markdown-syntax.ts";
import { evidenceTable } from "./markdown-table.ts";
import { field, label, paragraph, paragraphsOf, wordsOnOneLine } from "./markdown-text.ts";
import { withPictures } from "./plain-text.ts";
import { summaryOf, warningsOf } from "./wording.ts";

/**
 * A briefing as GitHub Flavored Markdown with footnotes. The same document gives the same bytes.
 *
 * `warnings` says what a reader must know before using it, one sentence each; the document begins with
 * the same sentences.
 */
export function briefingInMarkdown(briefing: BriefingDocument): {
  markdown: string;
  warnings: string[];
} {
  const { document, replaced } = withPictures(briefing);
  const warnings = warningsOf(document, replaced);
  const markdown = writeMarkdown({
    type: "root",
    children: [
      heading(1, wordsOnOneLine(document.title)),
      ...head(document, warnings),
      ...claims(document),
      ...board(document),
      ...(document.claims.length === 0 || document.sources.length === 0
        ? []
        : [heading(2, wordsOnOneLine("Claims and sources")), ...evidenceTable(document)]),
      ...sourceList(document),
      ...footnotes(document),
    ],
  });
  return { markdown, warnings };
}

function head(document: BriefingDocument, warnings: readonly string[]): RootContent[] {
  return [
    ...(warnings.length === 0
      ? []
      : [
          paragraph(label("⚠ Before you use this:").slice(0, 1)),
          list(warnings.map((warning) => [paragraph(field(warning))])),
        ]),
    paragraph(summaryOf(document)),
  ];
}

function claims({ claims: all }: BriefingDocument): RootContent[] {
  const onBoard = all.filter((claim) => claim.onBoard);
  const others = all.filter((claim) => !claim.onBoard);
  if (onBoard.length === 0 || others.length === 0) {
    return all.flatMap((claim) => claimSection(claim, 2));
  }
  return [
    ...onBoard.flatMap((claim) => claimSection(claim, 2)),
    heading(2, wordsOnOneLine("Claims that are not on the board")),
    ...others.flatMap((claim) => claimSection(claim, 3)),
  ];
}

function board({ boardNotes, boardQuotes }: BriefingDocument): RootContent[] {
  return boardNotes.length === 0 && boardQuotes.length === 0
    ? []
    : [
        heading(2, wordsOnOneLine("Notes from the board")),
        ...boardNotes.flatMap((note) => paragraphsOf(note, { lead: label("Note:") })),
        ...boardQuotes.flatMap((quote) => passage(quote)),
      ];
}
