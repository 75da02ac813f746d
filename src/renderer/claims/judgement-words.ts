import type { Claim, ClaimKind } from "#contract/claim";
import { bandOfLikelihood, likelihoodBands } from "#contract/likelihood";
import type { Confidence, Likelihood, LikelihoodRow } from "#contract/likelihood";

export const kindWords: Record<ClaimKind, string> = {
  fact: "Fact",
  statement: "Statement by someone",
  assessment: "Assessment",
  forecast: "Forecast",
};

export const kinds: readonly ClaimKind[] = ["fact", "statement", "assessment", "forecast"];
export const confidences: readonly Confidence[] = ["high", "moderate", "low"];

/** The words of one row of ICD 203, from least to most probable. */
export function termsOfRow(row: LikelihoodRow): Likelihood[] {
  return likelihoodBands.map(({ terms }) => terms[row - 1] ?? terms[0]);
}

/** "likely (55–80 %)". */
export function likelihoodWords(likelihood: Likelihood): string {
  const { fromPercent, toPercent } = bandOfLikelihood(likelihood);
  return `${likelihood} (${fromPercent}–${toPercent} %)`;
}

/** "Forecast, likely, moderate confidence": what the analyst has judged so far; empty when nothing. */
export function judgementWords({
  kind,
  likelihood,
  confidence,
}: Pick<Claim, "kind" | "likelihood" | "confidence">): string {
  const words = [
    kind === null ? null : kindWords[kind],
    likelihood,
    confidence === null ? null : `${confidence} confidence`,
  ]
    .filter((word) => word !== null)
    .join(", ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
