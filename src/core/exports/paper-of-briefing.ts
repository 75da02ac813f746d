import type { BriefingDocument } from "./briefing-document.ts";
import { claimSection, noteBlocks } from "./paper-claims.ts";
import { evidenceTable, sourceList } from "./paper-sources.ts";
import { heading, paragraph } from "./paper.ts";
import type { Paper, PaperBlock } from "./paper.ts";
import { summaryOf, warningsOf } from "./wording.ts";

/**
 * The document that is drafted from claims. It begins with its warnings.
 * @param replaced what is said of characters that the format cannot hold; empty where there are none
 * @param figures what is drawn of the claims, before the table
 */
export function paperOfBriefing(
  document: BriefingDocument,
  replaced: readonly string[],
  figures: readonly PaperBlock[] = [],
): Paper {
  const warnings = [...warningsOf(document), ...replaced];
  const { claims, sources } = document;
  return {
    title: document.title,
    head: paperHead(document, warnings),
    body: [
      ...claimBlocks(document),
      ...boardBlocks(document),
      ...figures,
      ...(claims.length === 0 || sources.length === 0
        ? []
        : [
            heading(2, "Claims and sources", "claims-and-sources", { isListed: true }),
            ...evidenceTable(document),
          ]),
      ...sourceList(document),
    ],
    quotes: document.quotes,
    sources,
    warnings,
  };
}

/** Title, what a reader must know first, and how much there is. */
export function paperHead(document: BriefingDocument, warnings: readonly string[]): PaperBlock[] {
  return [
    heading(1, document.title),
    ...(warnings.length === 0 ? [] : [{ kind: "caution", warnings } as const]),
    paragraph(summaryOf(document)),
  ];
}

function claimBlocks({ claims }: BriefingDocument): PaperBlock[] {
  const onBoard = claims.filter((claim) => claim.onBoard);
  const others = claims.filter((claim) => !claim.onBoard);
  if (onBoard.length === 0 || others.length === 0) {
    return claims.flatMap((claim) => claimSection(claim, 2));
  }
  return [
    ...onBoard.flatMap((claim) => claimSection(claim, 2)),
    heading(2, "Claims that are not on the board", "not-on-the-board"),
    ...others.flatMap((claim) => claimSection(claim, 3)),
  ];
}

/** What lies on the board and belongs to none of the claims. */
export function boardBlocks({
  boardNotes,
  boardQuotes,
}: Pick<BriefingDocument, "boardNotes" | "boardQuotes">): PaperBlock[] {
  return boardNotes.length === 0 && boardQuotes.length === 0
    ? []
    : [
        heading(2, "Notes from the board", "board", { isListed: true }),
        ...boardNotes.flatMap(noteBlocks),
        ...boardQuotes.map((quote) => ({ kind: "quote", quote }) as const),
      ];
}
