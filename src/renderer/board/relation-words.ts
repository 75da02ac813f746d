import type { RelationType } from "#contract/claim";

/** In the order in which relations are always shown. */
export const relationTypes: readonly RelationType[] = [
  "supports",
  "contradicts",
  "refines",
  "depends on",
];

export const relationWords: Record<
  RelationType,
  { readonly sign: string; readonly word: string; readonly key: string }
> = {
  supports: { sign: "＋", word: "Supports", key: "s" },
  contradicts: { sign: "－", word: "Contradicts", key: "c" },
  refines: { sign: "≈", word: "Refines", key: "r" },
  "depends on": { sign: "←", word: "Depends on", key: "d" },
};
