import { z } from "zod";

/**
 * The Admiralty (NATO) code, FM 2-22.3 appendix B. The two marks are given independently and written
 * together ("B2"). F and 6 mean unknown, not bad: never average them, never sort them as worst.
 */
export const Reliability = z.enum(["A", "B", "C", "D", "E", "F"]);
export type Reliability = z.infer<typeof Reliability>;

export const reliabilityMeaning: Record<Reliability, string> = {
  A: "Completely reliable",
  B: "Usually reliable",
  C: "Fairly reliable",
  D: "Not usually reliable",
  E: "Unreliable",
  F: "Reliability cannot be judged",
};

/** What each mark stands for, paraphrased from the same table. */
export const reliabilityBasis: Record<Reliability, string> = {
  A: "No doubt about authenticity, trustworthiness or competency; a history of complete reliability",
  B: "Minor doubt; a history of valid information most of the time",
  C: "Doubt, but it has given valid information before",
  D: "Significant doubt, but it has given valid information before",
  E: "Lacks authenticity, trustworthiness or competency; a history of invalid information",
  F: "No basis to judge it, such as a new source; unknown, not bad",
};

export const Credibility = z.int().min(1).max(6);
export type Credibility = z.infer<typeof Credibility>;

export const credibilityMeaning: Record<number, string> = {
  1: "Confirmed by other sources",
  2: "Probably true",
  3: "Possibly true",
  4: "Doubtful",
  5: "Improbable",
  6: "Truth cannot be judged",
};

/** What each mark stands for, paraphrased from the same table. */
export const credibilityBasis: Record<number, string> = {
  1: "Confirmed by independent sources; logical in itself; consistent with other information",
  2: "Not confirmed; logical; consistent with other information",
  3: "Not confirmed; reasonably logical; agrees with some other information",
  4: "Not confirmed; possible but not logical; no other information on the subject",
  5: "Not confirmed; not logical; contradicted by other information",
  6: "No basis to judge it; unknown, not bad",
};

/** "B2": the source's reliability, then the information's credibility; ungraded credibility is 6. */
export function gradeOf(reliability: Reliability, credibility: number | null): string {
  return `${reliability}${credibility ?? 6}`;
}
