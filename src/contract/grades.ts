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

/** "B2": the source's reliability, then the information's credibility; ungraded credibility is 6. */
export function gradeOf(reliability: Reliability, credibility: number | null): string {
  return `${reliability}${credibility ?? 6}`;
}
