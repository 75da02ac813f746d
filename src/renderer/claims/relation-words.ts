import type { RelationType } from "#contract/claim";

/** How a relation reads from the claim that it goes out from, and from the one that it goes to. */
export const relationWords: Record<RelationType, { readonly out: string; readonly in: string }> = {
  supports: { out: "Supports", in: "Is supported by" },
  contradicts: { out: "Contradicts", in: "Is contradicted by" },
  refines: { out: "Refines", in: "Is refined by" },
  "depends on": { out: "Depends on", in: "Is needed by" },
};

export const relationTypes: readonly RelationType[] = [
  "supports",
  "contradicts",
  "refines",
  "depends on",
];
