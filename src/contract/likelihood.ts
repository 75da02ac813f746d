import { z } from "zod";

/**
 * Words for how probable an event is: ICD 203 "Analytic Standards" (2015), section 6 e (2) (a), both rows
 * of its table. A product keeps to one row; mixing them needs a disclaimer.
 */
export const Likelihood = z.enum([
  "almost no chance",
  "very unlikely",
  "unlikely",
  "roughly even chance",
  "likely",
  "very likely",
  "almost certain",
  "remote",
  "highly improbable",
  "improbable",
  "roughly even odds",
  "probable",
  "highly probable",
  "nearly certain",
]);
export type Likelihood = z.infer<typeof Likelihood>;

export type LikelihoodBand = {
  /** In percent, inclusive at both ends, as the table prints them. */
  readonly fromPercent: number;
  readonly toPercent: number;
  /** The words of row 1 and row 2. */
  readonly terms: readonly [Likelihood, Likelihood];
};

/** From least to most probable. */
export const likelihoodBands: readonly LikelihoodBand[] = [
  { fromPercent: 1, toPercent: 5, terms: ["almost no chance", "remote"] },
  { fromPercent: 5, toPercent: 20, terms: ["very unlikely", "highly improbable"] },
  { fromPercent: 20, toPercent: 45, terms: ["unlikely", "improbable"] },
  { fromPercent: 45, toPercent: 55, terms: ["roughly even chance", "roughly even odds"] },
  { fromPercent: 55, toPercent: 80, terms: ["likely", "probable"] },
  { fromPercent: 80, toPercent: 95, terms: ["very likely", "highly probable"] },
  { fromPercent: 95, toPercent: 99, terms: ["almost certain", "nearly certain"] },
];

export type LikelihoodRow = 1 | 2;

/** Which of the table's two rows the word belongs to. */
export function rowOfLikelihood(likelihood: Likelihood): LikelihoodRow {
  return bandOfLikelihood(likelihood).terms[0] === likelihood ? 1 : 2;
}

/** The word's band of probability. */
export function bandOfLikelihood(likelihood: Likelihood): LikelihoodBand {
  const band = likelihoodBands.find(({ terms }) => terms.includes(likelihood));
  if (band === undefined) {
    throw new Error(`"${likelihood}" stands in no band`);
  }
  return band;
}

/** How sound the basis of a judgement is: its evidence and logic, not the event. None means certainty. */
export const Confidence = z.enum(["high", "moderate", "low"]);
export type Confidence = z.infer<typeof Confidence>;

export const confidenceMeaning: Record<Confidence, string> = {
  high: "Sound argumentation; good and consistent reporting from several sources; few gaps or assumptions",
  moderate: "Credibly sourced and plausible, but not of enough quality or corroboration",
  low: "Scant, questionable, fragmentary or hard to corroborate",
};
