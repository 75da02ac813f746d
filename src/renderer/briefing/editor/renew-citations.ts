import { $nodesOfType } from "lexical";
import type { LexicalEditor } from "lexical";

import type { Citation } from "#contract/briefing";

import { CitationNode } from "./citation-node.tsx";

/**
 * Gives every citation the words that it shows now, so that what is copied, counted and listed agrees with
 * what is seen. Writes only where something differs, and in an update of its own: one that is made together
 * with what is being typed would give that its tags, so that it would not be saved.
 */
export function renewCitations(
  editor: LexicalEditor,
  nowOf: (citation: Citation) => Citation,
  tags: readonly string[],
): void {
  // Reading first ends the update that is under way.
  const stale = editor.read(() =>
    $nodesOfType(CitationNode).flatMap((node) => {
      const before = node.getCitation();
      const now = nowOf(before);
      return now === before || JSON.stringify(now) === JSON.stringify(before)
        ? []
        : [{ node, now }];
    }),
  );
  if (stale.length > 0) {
    editor.update(
      () => {
        for (const { node, now } of stale) {
          node.setCitation(now);
        }
      },
      { tag: [...tags], discrete: true },
    );
  }
}
