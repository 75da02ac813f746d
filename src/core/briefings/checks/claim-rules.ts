import type { BriefingText, Finding } from "#contract/briefing";
import { statusInForce } from "#contract/claim";
import type { Claim } from "#contract/claim";
import type { ArticleId } from "#contract/ids";
import { bandOfLikelihood } from "#contract/likelihood";

import { isJudgement } from "../draft-facts.ts";
import type { CheckFacts } from "./check-facts.ts";
import { likelihoodWordsIn } from "./likelihood-words.ts";
import { placeOf, sentencesOfPassage, typedWords } from "./passages-of-text.ts";
import type { Passage, Segment } from "./passages-of-text.ts";

type CitedClaim = { readonly passage: Passage; readonly segment: Segment; readonly claim: Claim };

/** A judgement of the analyst that no passage supports, and a typed one that cites nothing. */
export function judgementsWithoutEvidence(
  passages: readonly Passage[],
  facts: CheckFacts,
): Finding[] {
  const cited = statementsIn(passages, facts)
    .filter(({ claim }) => isJudgement(claim) && passagesFor(claim) === 0)
    .map((one) =>
      findingAt("judgement without evidence", one, "No passage supports this judgement."),
    );
  const typed = passages
    .filter(({ kind, segments }) => {
      const citesNothing = segments.every(({ citation }) => citation === null);
      return citesNothing && (kind === "paragraph" || kind === "item");
    })
    .flatMap((passage) =>
      sentencesOfPassage(passage).flatMap((sentence): Finding[] => {
        const [word] = likelihoodWordsIn(typedWords(passage).slice(sentence.start, sentence.end));
        return word === undefined
          ? []
          : [
              {
                rule: "judgement without evidence",
                message:
                  "This judgement cites nothing: cite the claim or the passages it rests on.",
                place: placeOf(passage, sentence.start, sentence.end),
                claimId: null,
                fix: null,
              },
            ];
      }),
    );
  return [...cited, ...typed];
}

/** How many passages speak for the judgement; what is held to be unlikely rests on those that dispute it. */
function passagesFor({ likelihood, counts }: Claim): number {
  const isHeldUnlikely = likelihood !== null && bandOfLikelihood(likelihood).toPercent < 50;
  return (isHeldUnlikely ? counts.disputes : counts.supports).highlights;
}

/** Words by which a writer tells that not everyone says so. */
const dispute =
  /\b(?:disput|contradict|conflict|contest|den(?:y|ies|ied|ial)|reject|disagree|alleg|reported|according to|says?|said|but\b|however|whereas|while|although|unconfirmed|discrepanc|not checked)/iu;

/** A disputed claim, told in a section that neither says so nor shows the other side. */
export function disputedAsFact(passages: readonly Passage[], facts: CheckFacts): Finding[] {
  return statementsIn(passages, facts)
    .filter(({ claim }) => ["disputed", "contradicted"].includes(statusInForce(claim)))
    .filter(({ passage, claim }) => {
      const section = passages.filter((one) => one.section === passage.section);
      const tellsIt = section.some((one) => dispute.test(typedWords(one)));
      const showsIt = section.some(({ segments }) =>
        segments.some(({ citation }) => {
          if (citation?.kind === "claim") {
            return citation.claimId === claim.id && citation.part === "status";
          }
          return (
            citation?.kind === "quote" &&
            facts
              .evidenceOf(claim.id)
              .some(
                ({ highlightId, stance }) =>
                  highlightId === citation.highlightId && stance === "disputes",
              )
          );
        }),
      );
      return !tellsIt && !showsIt;
    })
    .map((one) =>
      findingAt(
        "disputed as fact",
        one,
        `This claim is ${statusInForce(one.claim)}, and nothing here says so: tell who disputes it.`,
        { kind: "tell status", claimId: one.claim.id },
      ),
    );
}

const corroboration =
  /\b(?:corroborat\w*|confirm\w*|several|multiple|independent\w*|numerous|many sources|widely|sources agree|verified)\b/iu;

/** "Confirmed by several sources" of a claim that rests on one line of evidence. */
export function singleOriginAsCorroborated(
  passages: readonly Passage[],
  facts: CheckFacts,
): Finding[] {
  return statementsIn(passages, facts)
    .filter(({ claim }) => ["single origin", "uncorroborated"].includes(statusInForce(claim)))
    .filter(({ passage, segment, claim }) => {
      const tellsStatus = passage.segments.some(
        ({ citation }) =>
          citation?.kind === "claim" && citation.claimId === claim.id && citation.part === "status",
      );
      if (tellsStatus) {
        return false;
      }
      const typed = typedWords(passage);
      return sentencesOfPassage(passage).some(
        ({ start, end }) =>
          start < segment.end && end > segment.start && corroboration.test(typed.slice(start, end)),
      );
    })
    .map((one) =>
      findingAt(
        "single origin as corroborated",
        one,
        `This claim is ${statusInForce(one.claim)}: it rests on one line of evidence, not on several.`,
        { kind: "tell status", claimId: one.claim.id },
      ),
    );
}

/** An article on which the cited claims rest and which the briefing never names. */
export function uncitedSources(
  text: BriefingText,
  passages: readonly Passage[],
  facts: CheckFacts,
): Finding[] {
  if (text.blocks.some(({ kind }) => kind === "matrix")) {
    return []; // it names them all
  }
  const cited = new Set<ArticleId>();
  for (const { citation } of passages.flatMap(({ segments }) => segments)) {
    if (citation?.kind === "quote" || citation?.kind === "article") {
      cited.add(citation.articleId);
    }
  }
  const statements = statementsIn(passages, facts);
  const missing = new Map<ArticleId, CitedClaim>();
  for (const one of statements) {
    for (const { articleId, stance } of facts.evidenceOf(one.claim.id)) {
      if (stance !== "mentions" && !cited.has(articleId) && !missing.has(articleId)) {
        missing.set(articleId, one);
      }
    }
  }
  return [...missing].map(([articleId, { passage, segment, claim }]) => ({
    rule: "uncited source",
    message: `“${facts.articles.get(articleId)?.title ?? ""}” has evidence for or against a claim here and is not cited.`,
    place: placeOf(passage, segment.start, segment.end),
    claimId: claim.id,
    fix: { kind: "cite article", articleId },
  }));
}

function statementsIn(passages: readonly Passage[], facts: CheckFacts): CitedClaim[] {
  return passages.flatMap((passage) =>
    passage.segments.flatMap((segment): CitedClaim[] => {
      const { citation } = segment;
      const claim =
        citation?.kind === "claim" && citation.part === "statement"
          ? facts.claims.get(citation.claimId)
          : undefined;
      return claim === undefined ? [] : [{ passage, segment, claim }];
    }),
  );
}

function findingAt(
  rule: Finding["rule"],
  { passage, segment, claim }: CitedClaim,
  message: string,
  fix: Finding["fix"] = null,
): Finding {
  return {
    rule,
    message,
    place: placeOf(passage, segment.start, segment.end),
    claimId: claim.id,
    fix,
  };
}
