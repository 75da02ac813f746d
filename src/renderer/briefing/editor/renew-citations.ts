import { $nodesOfType } from "lexical";

import type { Citation } from "#contract/briefing";

import { CitationNode } from "./citation-node.tsx";

/**
 * Gives every citation the words that it shows now, so that what is copied, counted and listed agrees with
 * what is seen. Writes only where something differs.
 */
export function $renewCitations(nowOf: (citation: Citation) => Citation): void {
  for (const node of $nodesOfType(CitationNode)) {
    const before = node.getCitation();
    const now = nowOf(before);
    if (now !== before && JSON.stringify(now) !== JSON.stringify(before)) {
      node.setCitation(now);
    }
  }
}
