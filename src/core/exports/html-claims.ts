import type { Element, ElementContent } from "hast";
import { h } from "hastscript";

import { Stance } from "#contract/claim";
import { credibilityMeaning, gradeOf, reliabilityMeaning } from "#contract/grades";

import { sourceLabel } from "./briefing-document.ts";
import type {
  BriefingClaim,
  BriefingEvidence,
  BriefingQuote,
  BriefingSource,
} from "./briefing-document.ts";
import type { NoteReferences } from "./html-notes.ts";
import { field, isBlank, label, paragraphsOf } from "./html-text.ts";
import { assessmentOf, notVerified, relationSentence, stanceTitle } from "./wording.ts";

/** What the parts of a page share. */
export type Page = {
  readonly references: NoteReferences;
  readonly sources: readonly BriefingSource[];
};

/** A claim with all that is known for and against it. `depth` is that of its heading. */
export function claimSection(claim: BriefingClaim, depth: 2 | 3, page: Page): Element {
  const { group } = claim;
  return h("section", { ariaLabelledBy: claimId(claim) }, [
    h(`h${depth}`, { id: claimId(claim), dir: "auto" }, `${claim.number}. ${claim.statement}`),
    ...assessmentOf(claim).flatMap((part) => paragraphsOf(part.words, { lead: label(part.label) })),
    ...(group === null || isBlank(group)
      ? []
      : [h("p", [...label("Group on the board:"), field(group)])]),
    ...(claim.tags.length === 0 ? [] : [h("p", [...label("Tags:"), ...inSeries(claim.tags)])]),
    ...note(claim.note),
    ...relations(claim),
    ...Stance.options.flatMap((stance) => stanceSection(claim, stance, depth, page)),
  ]);
}

export function claimId({ number }: Pick<BriefingClaim, "number">): string {
  return `claim-${number}`;
}

/** The quote as a block quotation, or, where it could not be verified, as words that are marked. */
export function passage(quote: BriefingQuote, { references, sources }: Page): Element[] {
  const tail = [references.refer(quote)];
  const language = languageOf(sources[quote.source - 1]);
  if (quote.verified) {
    return [h("blockquote", { lang: language }, paragraphsOf(quote.exact, { tail }))];
  }
  return [
    h("div", { className: "unverified" }, [
      ...paragraphsOf(quote.exact, { lead: label(notVerified), tail }),
      h("p", "The article does not say this at the recorded place: do not quote it."),
    ]),
  ];
}

/** Tells a screen reader how to pronounce; only what has the form of a BCP 47 tag. */
function languageOf(source: BriefingSource | undefined): string | null {
  const language = source?.language ?? "";
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/iu.test(language) ? language : null;
}

function stanceSection(
  claim: BriefingClaim,
  stance: Stance,
  depth: 2 | 3,
  page: Page,
): ElementContent[] {
  const evidence = claim.evidence.filter((item) => item.stance === stance);
  return evidence.length === 0
    ? []
    : [
        h(depth === 2 ? "h3" : "h4", stanceTitle[stance]),
        ...evidence.flatMap((item) => evidenceBlocks(item, page)),
      ];
}

function evidenceBlocks(evidence: BriefingEvidence, page: Page): Element[] {
  const { quote, reliability, credibility, attribution } = evidence;
  const meaning = `${reliabilityMeaning[reliability]}; ${credibilityMeaning[credibility ?? 6]}`;
  return [
    ...passage(quote, page),
    h("p", { className: "grade" }, [
      `${sourceLabel(quote.source)}, grade ${gradeOf(reliability, credibility)} (${meaning})`,
      ...(attribution === null || isBlank(attribution) ? [] : [", said by ", field(attribution)]),
    ]),
    ...note(evidence.note),
  ];
}

function relations({ relations: all }: BriefingClaim): Element[] {
  return all.length === 0
    ? []
    : [
        h("p", h("strong", "Related claims:")),
        h(
          "ul",
          all.map((relation) =>
            h("li", [
              h("p", [relationSentence(relation), field(relation.statement)]),
              ...note(relation.note),
            ]),
          ),
        ),
      ];
}

function note(words: string): Element[] {
  return isBlank(words) ? [] : paragraphsOf(words, { lead: label("Note:") });
}

function inSeries(words: readonly string[]): (string | Element)[] {
  return words.flatMap((word, index) => (index === 0 ? [field(word)] : [", ", field(word)]));
}
