import type { BlockContent, Heading, List, PhrasingContent } from "mdast";

import { Stance } from "#contract/claim";
import { credibilityMeaning, gradeOf, reliabilityMeaning } from "#contract/grades";

import { sourceLabel } from "./briefing-document.ts";
import type {
  BriefingClaim,
  BriefingEvidence,
  BriefingQuote,
  BriefingRelation,
} from "./briefing-document.ts";
import { field, label, paragraph, paragraphsOf, wordsOnOneLine } from "./markdown-text.ts";
import { assessmentOf, notVerified, relationSentence, stanceTitle } from "./wording.ts";

/** How a section speaks of what is written elsewhere. */
export type Mentions = {
  /** Of a source, beside a quote. */
  readonly source: (number: number) => PhrasingContent[];
  /** Of another claim. */
  readonly claim: (relation: BriefingRelation) => PhrasingContent[];
};

/** In one document labels and numbers are enough. */
const byNumber: Mentions = {
  source: (number) => [{ type: "text", value: sourceLabel(number) }],
  claim: (relation) => [
    { type: "text", value: relationSentence(relation) },
    ...field(relation.statement),
  ],
};

/** A claim with all that is known for and against it. `depth` is that of its heading. */
export function claimSection(claim: BriefingClaim, depth: 2 | 3): BlockContent[] {
  return [
    heading(depth, wordsOnOneLine(`${claim.number}. ${claim.statement}`)),
    ...claimBody(claim, depth === 2 ? 3 : 4, byNumber),
  ];
}

/** What stands below a claim's heading. `depth` is that of the headings of its stances. */
export function claimBody(
  claim: BriefingClaim,
  depth: Heading["depth"],
  mentions: Mentions,
): BlockContent[] {
  return [
    ...assessmentOf(claim).flatMap((part) => paragraphsOf(part.words, { lead: label(part.label) })),
    ...(claim.group === null || isBlank(claim.group)
      ? []
      : [paragraph(label("Group on the board:"), field(claim.group))]),
    ...(claim.tags.length === 0 ? [] : [paragraph(label("Tags:"), ...inSeries(claim.tags))]),
    ...note(claim.note),
    ...relations(claim, mentions),
    ...Stance.options.flatMap((stance) => stanceSection(claim, stance, depth, mentions)),
  ];
}

/** The quote as a block quotation, or, where it could not be verified, as words that are marked. */
export function passage(quote: BriefingQuote): BlockContent[] {
  const tail: PhrasingContent[] = [{ type: "footnoteReference", ...footnoteKey(quote.number) }];
  if (quote.verified) {
    return [{ type: "blockquote", children: paragraphsOf(quote.exact, { tail }) }];
  }
  return [
    ...paragraphsOf(quote.exact, { lead: label(notVerified), tail }),
    paragraph("The article does not say this at the recorded place: do not quote it."),
  ];
}

export function heading(depth: Heading["depth"], children: PhrasingContent[]): Heading {
  return { type: "heading", depth, children };
}

export function list(items: readonly BlockContent[][]): List {
  return {
    type: "list",
    ordered: false,
    spread: false,
    children: items.map((children) => ({
      type: "listItem",
      spread: children.length > 1,
      children,
    })),
  };
}

export function footnoteKey(number: number): { identifier: string; label: string } {
  return { identifier: String(number), label: String(number) };
}

function stanceSection(
  claim: BriefingClaim,
  stance: Stance,
  depth: Heading["depth"],
  mentions: Mentions,
): BlockContent[] {
  const evidence = claim.evidence.filter((item) => item.stance === stance);
  return evidence.length === 0
    ? []
    : [
        heading(depth, wordsOnOneLine(stanceTitle[stance])),
        ...evidence.flatMap((item) => evidenceBlocks(item, mentions)),
      ];
}

function evidenceBlocks(evidence: BriefingEvidence, mentions: Mentions): BlockContent[] {
  const { quote, reliability, credibility, attribution } = evidence;
  const meaning = `${reliabilityMeaning[reliability]}; ${credibilityMeaning[credibility ?? 6]}`;
  return [
    ...passage(quote),
    paragraph(
      mentions.source(quote.source),
      `, grade ${gradeOf(reliability, credibility)} (${meaning})`,
      ...(attribution === null || isBlank(attribution) ? [] : [", said by ", field(attribution)]),
    ),
    ...note(evidence.note),
  ];
}

function relations({ relations: all }: BriefingClaim, mentions: Mentions): BlockContent[] {
  return all.length === 0
    ? []
    : [
        { type: "paragraph", children: label("Related claims:").slice(0, 1) },
        list(all.map((relation) => [paragraph(mentions.claim(relation)), ...note(relation.note)])),
      ];
}

function note(words: string): BlockContent[] {
  return isBlank(words) ? [] : paragraphsOf(words, { lead: label("Note:") });
}

function inSeries(words: readonly string[]): (string | PhrasingContent[])[] {
  return words.flatMap((word, index) => (index === 0 ? [field(word)] : [", ", field(word)]));
}

function isBlank(words: string): boolean {
  return words.trim() === "";
}
