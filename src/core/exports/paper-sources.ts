import { sourceLabel } from "./briefing-document.ts";
import type { BriefingCoverage, BriefingDocument, BriefingSource } from "./briefing-document.ts";
import { coverageInWords, signsOf } from "./coverage-signs.ts";
import { claimId } from "./paper-claims.ts";
import { field, heading, paragraph, words } from "./paper.ts";
import type { PaperBlock, PaperRun } from "./paper.ts";
import { factsOf } from "./source-facts.ts";
import { leftOutSentence, legend } from "./wording.ts";

/** Claims by sources, with what each source does for the claim, and the legend of the signs. */
export function evidenceTable({ claims, sources }: BriefingDocument): PaperBlock[] {
  return coverageTable(
    claims.map(({ number, statement, coverage }) => ({
      claim: toHeading(claimId(number), `${number}. ${statement}`),
      coverage,
    })),
    sources,
  );
}

/** The sources are those of the paper's list, so that their labels lead there. */
export function coverageTable(
  rows: readonly { readonly claim: PaperRun; readonly coverage: readonly BriefingCoverage[] }[],
  sources: readonly BriefingSource[],
): PaperBlock[] {
  return [
    {
      kind: "table",
      name: "Claims and sources",
      headColumn: "first",
      head: [
        [words("Claim")],
        ...sources.map(({ number }) => [toHeading(sourceId(number), sourceLabel(number))]),
      ],
      rows: rows.map(({ claim, coverage }) => [
        [claim],
        ...coverage.map((item): PaperRun[] => [
          { kind: "sign", sign: signsOf(item), spoken: coverageInWords(item) },
        ]),
      ]),
    },
    paragraph(legend),
  ];
}

/** The list of sources: what is known of each, and the hash of the file that was read. */
export function sourceList({
  sources,
  sourcesLeftOut,
}: Pick<BriefingDocument, "sources" | "sourcesLeftOut">): PaperBlock[] {
  return sources.length === 0
    ? []
    : [
        heading(2, "Sources", "sources", { isListed: true }),
        ...sources.flatMap((source): PaperBlock[] => [
          heading(
            3,
            [words(`${sourceLabel(source.number)}. `), ...titleOf(source)],
            sourceId(source.number),
          ),
          { kind: "facts", facts: factsOf(source) },
        ]),
        ...(sourcesLeftOut === 0 ? [] : [paragraph(leftOutSentence(sourcesLeftOut))]),
      ];
}

export function titleOf({ title, titleIsProposed }: BriefingSource): PaperRun[] {
  return [field(title), ...(titleIsProposed ? [words(" (proposed title)")] : [])];
}

export function sourceId(number: number): string {
  return `source-${number}`;
}

function toHeading(id: string, text: string): PaperRun {
  return { kind: "link", to: { kind: "heading", id }, runs: [words(text)] };
}
