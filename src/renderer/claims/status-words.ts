import type { Claim, ClaimStatus } from "#contract/claim";

/** In the order of the filter: from nothing known to most in dispute. */
export const statuses: readonly ClaimStatus[] = [
  "not assessed",
  "uncorroborated",
  "single origin",
  "corroborated",
  "disputed",
  "contradicted",
];

export const statusWords: Record<ClaimStatus, { readonly sign: string; readonly word: string }> = {
  "not assessed": { sign: "○", word: "Not assessed" },
  uncorroborated: { sign: "◔", word: "Uncorroborated" },
  "single origin": { sign: "◑", word: "Single origin" },
  corroborated: { sign: "●", word: "Corroborated" },
  disputed: { sign: "±", word: "Disputed" },
  contradicted: { sign: "✕", word: "Contradicted" },
};

/** "1 article", "3 articles". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Why the claim has its status, as half a sentence: "3 supporting articles, 2 independent lines". */
export function reasonOfStatus({ status, counts }: Pick<Claim, "status" | "counts">): string {
  const supporting = `${countOf(counts.supports.articles, "supporting article")}${linesOf(counts.supports)}`;
  const disputing = `${countOf(counts.disputes.articles, "disputing article")}${linesOf(counts.disputes)}`;
  switch (status) {
    case "not assessed":
      return counts.all.highlights === 0
        ? "no evidence yet"
        : "only mentions or qualifications so far";
    case "uncorroborated":
      return `only ${supporting}`;
    case "single origin":
      return `${countOf(counts.supports.articles, "supporting article")}, all of one origin`;
    case "corroborated":
      return `${countOf(counts.supports.articles, "supporting article")}, ${countOf(counts.supports.independent, "independent line")}`;
    case "disputed":
      return `${supporting}, ${disputing}`;
    case "contradicted":
      return `${disputing}, no supporting one`;
  }
}

/** " (2 independent lines)" where articles share an origin; nothing where each is a line of its own. */
function linesOf({ articles, independent }: Claim["counts"]["all"]): string {
  return independent < articles ? ` (${countOf(independent, "independent line")})` : "";
}

/** "3 articles, 2 independent lines": who says anything at all about the claim. */
export function coverageOfCounts({ all }: Claim["counts"]): string {
  return all.articles === 0
    ? "No evidence"
    : `${countOf(all.articles, "article")}, ${countOf(all.independent, "independent line")}`;
}

/** "Contradicted by 2 claims, 1 of them supported": relations count on both sides. */
export function contradictionWords({
  contradictions,
  supportedContradictions,
}: Pick<Claim, "contradictions" | "supportedContradictions">): string {
  const claims = `Contradicted by ${countOf(contradictions, "claim")}`;
  if (supportedContradictions === 0) {
    return claims;
  }
  return contradictions === 1
    ? `${claims} that is supported`
    : `${claims}, ${supportedContradictions} of them supported`;
}
