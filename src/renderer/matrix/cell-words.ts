import type { MatrixCell } from "#contract/claim";

type CellState = MatrixCell["state"] | "unchecked";

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
