import type { TextSpan } from "#contract/article";

import { clusterEnd, clusterStart } from "./fit-span.ts";
import { foldAccents } from "./fold-accents.ts";

export type PatternTerm = {
  /** A regular expression as JavaScript writes it, without the slashes. */
  readonly term: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  readonly anyAccent: boolean;
};

const wordCharacter = String.raw`[\p{L}\p{N}\p{M}_]`;

/**
 * The regular expression of a term. ^ and $ are where a line begins and ends.
 * @throws SyntaxError when it is none
 */
export function compilePattern({ term, matchCase, wholeWord, anyAccent }: PatternTerm): RegExp {
  const folded = anyAccent ? foldAccents(term.normalize("NFC")) : term.normalize("NFC");
  // Alone first, so that an unclosed bracket is not closed by what is put around it.
  const flags = matchCase ? "gmu" : "gimu";
  const alone = new RegExp(folded, flags);
  return wholeWord
    ? new RegExp(`(?<!${wordCharacter})(?:${folded})(?!${wordCharacter})`, flags)
    : alone;
}

/** Where a pattern matches, block by block; matches of nothing are no hits, and no character is cut. */
export function hitsOfPattern(
  text: string,
  blocks: readonly TextSpan[],
  term: PatternTerm,
): TextSpan[] {
  const pattern = compilePattern(term);
  const searched = term.anyAccent ? foldAccents(text) : text;
  return blocks.flatMap((block) => {
    const hits: TextSpan[] = [];
    for (const match of searched.slice(block.start, block.end).matchAll(pattern)) {
      const from = block.start + match.index;
      const start = Math.max(clusterStart(text, from), hits.at(-1)?.end ?? block.start);
      const end = Math.min(clusterEnd(text, from + match[0].length), block.end);
      if (match[0].trim() !== "" && start < end) {
        hits.push({ start, end });
      }
    }
    return hits;
  });
}
