import { Stance } from "#contract/claim";
import { credibilityMeaning, gradeOf, reliabilityMeaning } from "#contract/grades";

import { sourceLabel } from "./briefing-document.ts";
import type { BriefingClaim, BriefingEvidence, BriefingRelation } from "./briefing-document.ts";
import { field, heading, label, list, paragraph, words } from "./paper.ts";
import type { PaperBlock, PaperHeading, PaperRun } from "./paper.ts";
import { assessmentOf, relationSentence, stanceTitle } from "./wording.ts";

/** How a section speaks of what is written elsewhere. */
export type Mentions = {
  /** Of a source, beside a quote. */
  readonly source: (number: number) => PaperRun[];
  /** Of another claim. */
  readonly claim: (relation: BriefingRelation) => PaperRun[];
};

/** In one document labels and numbers are enough. */
const byNumber: Mentions = {
  source: (number) => [words(sourceLabel(number))],
  claim: (relation) => [words(relationSentence(relation)), field(relation.statement)],
};

/** A claim with all that is known for and against it. `level` is that of its heading. */
export function claimSection(claim: BriefingClaim, level: 2 | 3): PaperBlock[] {
  return [
    heading(level, `${claim.number}. ${claim.statement}`, claimId(claim.number), {
      isListed: true,
    }),
    ...claimBody(claim, level === 2 ? 3 : 4, byNumber),
  ];
}

export function claimId(number: number): string {
  return `claim-${number}`;
}

/** What stands below a claim's heading. `level` is that of the headings of its stances. */
export function claimBody(
  claim: BriefingClaim,
  level: PaperHeading["level"],
  mentions: Mentions,
): PaperBlock[] {
  return [
    ...assessmentOf(claim).map((part): PaperBlock => ({
      kind: "words",
      words: part.words,
      lead: label(part.label),
    })),
    ...(claim.group === null || isBlank(claim.group)
      ? []
      : [paragraph(label("Group on the board:"), field(claim.group))]),
    ...(claim.tags.length === 0 ? [] : [paragraph(label("Tags:"), ...inSeries(claim.tags))]),
    ...noteBlocks(claim.note),
    ...relations(claim, mentions),
    ...Stance.options.flatMap((stance) => stanceSection(claim, stance, level, mentions)),
  ];
}

export function noteBlocks(note: string): PaperBlock[] {
  return isBlank(note) ? [] : [{ kind: "words", words: note, lead: label("Note:") }];
}

function stanceSection(
  claim: BriefingClaim,
  stance: Stance,
  level: PaperHeading["level"],
  mentions: Mentions,
): PaperBlock[] {
  const evidence = claim.evidence.filter((item) => item.stance === stance);
  return evidence.length === 0
    ? []
    : [
        heading(level, stanceTitle[stance]),
        ...evidence.flatMap((item) => evidenceBlocks(item, mentions)),
      ];
}

function evidenceBlocks(evidence: BriefingEvidence, mentions: Mentions): PaperBlock[] {
  const { quote, reliability, credibility, attribution } = evidence;
  const meaning = `${reliabilityMeaning[reliability]}; ${credibilityMeaning[credibility ?? 6]}`;
  return [
    { kind: "quote", quote },
    {
      ...paragraph(
        mentions.source(quote.source),
        `, grade ${gradeOf(reliability, credibility)} (${meaning})`,
        ...(attribution === null || isBlank(attribution) ? [] : [", said by ", field(attribution)]),
      ),
      isQuiet: true,
    },
    ...noteBlocks(evidence.note),
  ];
}

function relations({ relations: all }: BriefingClaim, mentions: Mentions): PaperBlock[] {
  return all.length === 0
    ? []
    : [
        paragraph({ kind: "strong", words: "Related claims:" }),
        list(
          all.map((relation) => [
            paragraph(mentions.claim(relation)),
            ...noteBlocks(relation.note),
          ]),
        ),
      ];
}

function inSeries(all: readonly string[]): PaperRun[] {
  return all.flatMap((one, index) => (index === 0 ? [field(one)] : [words(", "), field(one)]));
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
