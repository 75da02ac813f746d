import type { Claim, ClaimStatus, Stance } from "#contract/claim";

export type EvidenceVoice = {
  readonly stance: Stance;
  readonly articleId: string;
  /** What the article derives from; null: it stands for itself. */
  readonly originId: string | null;
};

type Counts = Claim["counts"];

/** How many highlights, articles and independent lines take each stance. Articles of one origin count once. */
export function countStances(voices: readonly EvidenceVoice[]): Counts {
  const countOf = (some: readonly EvidenceVoice[]) => ({
    highlights: some.length,
    articles: new Set(some.map((voice) => voice.articleId)).size,
    independent: new Set(some.map((voice) => voice.originId ?? voice.articleId)).size,
  });
  const withStance = (stance: Stance) => countOf(voices.filter((voice) => voice.stance === stance));
  return {
    supports: withStance("supports"),
    disputes: withStance("disputes"),
    qualifies: withStance("qualifies"),
    mentions: withStance("mentions"),
    all: countOf(voices),
  };
}

/**
 * The status that the evidence gives by itself (standards.md section 4):
 * disputed when it is both supported and disputed, contradicted when it is only disputed; without
 * dispute corroborated by two or more independent lines, single origin when several articles support it
 * but all derive from one origin, uncorroborated when one article supports it. Mentions and
 * qualifications alone assess nothing.
 */
export function statusOfClaim({ supports, disputes }: Counts): ClaimStatus {
  if (disputes.articles > 0) {
    return supports.articles > 0 ? "disputed" : "contradicted";
  }
  if (supports.independent >= 2) {
    return "corroborated";
  }
  if (supports.articles >= 2) {
    return "single origin";
  }
  return supports.articles === 1 ? "uncorroborated" : "not assessed";
}
