import type { Finding } from "#contract/briefing";
import { rowOfLikelihood } from "#contract/likelihood";
import type { LikelihoodRow } from "#contract/likelihood";

import type { CheckFacts } from "./check-facts.ts";
import { likelihoodWordsIn, otherTerm } from "./likelihood-words.ts";
import { ownWords, placeOf, sentencesOfPassage, typedWords } from "./passages-of-text.ts";
import type { Passage } from "./passages-of-text.ts";

/** A product keeps to one row of the table; the row that is used less gives way, row 2 when level. */
export function mixedRows(passages: readonly Passage[], facts: CheckFacts): Finding[] {
  const uses = passages.flatMap((passage) => [
    ...likelihoodWordsIn(typedWords(passage)).map((found) => ({
      row: found.row,
      finding: {
        message: messageFor(found.likelihood, found.row),
        place: placeOf(passage, found.start, found.end),
        claimId: null,
        fix: { kind: "replace text", with: found.counterpart },
      } as const,
    })),
    ...passage.segments.flatMap(({ citation, start, end }) => {
      const claim =
        citation?.kind === "claim" && citation.part === "likelihood"
          ? facts.claims.get(citation.claimId)
          : undefined;
      if (claim === undefined || claim.likelihood === null) {
        return [];
      }
      const row = rowOfLikelihood(claim.likelihood);
      return [
        {
          row,
          finding: {
            message: messageFor(claim.likelihood, row),
            place: placeOf(passage, start, end),
            claimId: claim.id,
            fix: {
              kind: "set likelihood",
              claimId: claim.id,
              likelihood: otherTerm(claim.likelihood),
            },
          } as const,
        },
      ];
    }),
  ]);
  const ofRow = (row: LikelihoodRow) => uses.filter((use) => use.row === row);
  const lesser = ofRow(1).length < ofRow(2).length ? ofRow(1) : ofRow(2);
  return lesser.length === uses.length
    ? []
    : lesser.map(({ finding }) => ({ rule: "mixed likelihood words", ...finding }));
}

const confidenceWords =
  /\b(?:high|moderate|low|medium)(?:\s+(?:to|or)\s+(?:high|moderate|low|medium))?[\s-]+confidence\b|\bconfiden(?:t|ce)\b/iu;

/** ICD 203, 6 e (2) (b): not in one sentence, so that the reader does not take one for the other. */
export function likelihoodWithConfidence(passages: readonly Passage[]): Finding[] {
  return passages.flatMap((passage) => {
    const own = ownWords(passage);
    return sentencesOfPassage(passage).flatMap(({ start, end }): Finding[] => {
      const sentence = own.slice(start, end);
      const cited = passage.segments.filter((one) => one.start < end && one.end > start);
      const has = (part: "likelihood" | "confidence") =>
        cited.some(({ citation }) => citation?.kind === "claim" && citation.part === part);
      const likelihood = has("likelihood") || likelihoodWordsIn(sentence).length > 0;
      const confidence = has("confidence") || confidenceWords.test(sentence);
      return likelihood && confidence
        ? [
            {
              rule: "likelihood with confidence",
              message:
                "This sentence gives both a likelihood and a confidence: tell them in two sentences.",
              place: placeOf(passage, start, end),
              claimId: null,
              fix: inTwoSentences(passage, start, end),
            },
          ]
        : [];
    });
  });
}

const withConfidence =
  /,?\s+(?:with|in)\s+(?<level>high|moderate|low|high to moderate|moderate to low)\s+confidence,?(?=\s|[.!?]|$)/iu;

/** "We judge with high confidence that a truce is unlikely" says its confidence behind. */
function inTwoSentences(passage: Passage, start: number, end: number): Finding["fix"] {
  const isTyped = passage.segments.some(
    (one) => one.citation === null && one.start <= start && one.end >= end,
  );
  const sentence = passage.words.slice(start, end);
  const match = withConfidence.exec(sentence);
  const level = match?.groups?.["level"];
  if (!isTyped || match === null || level === undefined) {
    return null;
  }
  const rest = sentence.slice(0, match.index) + sentence.slice(match.index + match[0].length);
  const space = /\s*$/u.exec(rest)?.[0] ?? "";
  const first = /[.!?]\s*$/u.test(rest) ? rest.trimEnd() : `${rest.trimEnd()}.`;
  return {
    kind: "replace text",
    with: `${first} Confidence in this judgement is ${level.toLowerCase()}.${space}`,
  };
}

/** May is a hedge only in lower case and not before a day or a year. */
const hedges =
  /(?<![\p{L}-])(?:(?:M|m)ight|(?:C|c)ould|may(?!\s+\d)|(?:P|p)ossibl[ey]|(?:P|p)erhaps|(?:M|m)aybe|(?:C|c)onceivabl[ey]|(?:A|a)pparently|(?:S|s)eemingly|(?:P|p)resumably|(?:P|p)otentially|(?:A|a)rguably|(?:W|w)e believe|(?:C|c)annot (?:be )?rule[d]? out)(?![\p{L}-])/gu;

/** "Might" tells a reader nothing of how likely: a hedge stands beside a word of the table. */
export function unlistedHedges(passages: readonly Passage[]): Finding[] {
  return passages
    .filter(({ kind }) => kind !== "quotation")
    .flatMap((passage) => {
      const own = withoutQuoted(ownWords(passage));
      return sentencesOfPassage(passage).flatMap(({ start, end }): Finding[] => {
        const sentence = own.slice(start, end);
        if (likelihoodWordsIn(sentence).length > 0) {
          return [];
        }
        return [...sentence.matchAll(hedges)].slice(0, 1).map((match) => ({
          rule: "unlisted hedge",
          message: `“${match[0]}” does not say how likely: use a word of the ICD 203 table, such as “likely”.`,
          place: placeOf(passage, start + match.index, start + match.index + match[0].length),
          claimId: null,
          fix: null,
        }));
      });
    });
}

/** What someone else said may hedge as it likes. */
function withoutQuoted(words: string): string {
  return words.replaceAll(/“[^”]*”|"[^"]*"/gu, (quoted) => " ".repeat(quoted.length));
}

function messageFor(likelihood: string, row: LikelihoodRow): string {
  return `“${likelihood}” is of row ${row} of the ICD 203 table, and the briefing uses words of the other row. Keep to one row.`;
}
