import type { Evidence, MatrixCell } from "#contract/claim";
import { gradeOf } from "#contract/grades";

export type CellState = MatrixCell["state"] | "unchecked";

/** A cell's sign and word; colour is never the only sign. */
export const cellWords: Record<CellState, { readonly sign: string; readonly word: string }> = {
  supports: { sign: "＋", word: "Supports" },
  disputes: { sign: "－", word: "Disputes" },
  qualifies: { sign: "≈", word: "Qualifies" },
  mentions: { sign: "·", word: "Mentions" },
  mixed: { sign: "±", word: "Mixed" },
  silent: { sign: "○", word: "Checked and silent" },
  unchecked: { sign: "", word: "Not yet checked" },
};

/** "－ “However, specific troop commitments remain undisclosed.” B2"; marked when it no longer is verbatim. */
export function quoteLine({
  stance,
  exact,
  reliability,
  credibility,
  verified,
}: Pick<Evidence, "stance" | "exact" | "reliability" | "credibility" | "verified">): string {
  const words = verified ? `“${exact}”` : `[not verbatim] ${exact}`;
  return `${cellWords[stance].sign} ${words} ${gradeOf(reliability, credibility)}`;
}
