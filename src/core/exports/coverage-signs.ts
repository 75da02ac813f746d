import type { BriefingCoverage } from "./briefing-document.ts";

const stanceSign = { supports: "+", disputes: "−", qualifies: "≈", mentions: "·" } as const;
const mixedSign = "±";
const silentSign = "○";

/** What a source does for a claim, as the legend explains it; empty for not checked. */
export function signsOf(coverage: BriefingCoverage): string {
  if (coverage.kind !== "evidence") {
    return coverage.kind === "silent" ? silentSign : "";
  }
  const { stances } = coverage;
  const isMixed = stances.includes("supports") && stances.includes("disputes");
  const signs = stances
    .filter((stance) => !isMixed || (stance !== "supports" && stance !== "disputes"))
    .map((stance) => stanceSign[stance]);
  return [...(isMixed ? [mixedSign] : []), ...signs].join(" ");
}

/** The same in words, for readers who do not see the sign. */
export function coverageInWords(coverage: BriefingCoverage): string {
  switch (coverage.kind) {
    case "evidence":
      return coverage.stances.join(", ");
    case "silent":
      return "checked and silent";
    case "unchecked":
      return "not checked";
  }
}
