import { create } from "zustand";

import type { ArticleText } from "#contract/article";

import { PatternFinder } from "./find-pattern.ts";
import type { PatternAnswer } from "./find-pattern.ts";
import type { PaneHits } from "./find-state.ts";
import type { PatternTerm } from "./pattern-hits.ts";

/** Why a pattern finds nothing; null when it ran to its end. */
export const usePatternFault = create<{ readonly fault: string | null }>(() => ({ fault: null }));

const finder = new PatternFinder();

/** Hits of a regular expression in the open articles; null when something else is looked for meanwhile. */
export async function findPatternInAll(
  texts: readonly { readonly paneId: string; readonly text: ArticleText | null }[],
  term: PatternTerm,
  signal: AbortSignal,
): Promise<PaneHits[] | null> {
  const nothing = texts.map(({ paneId }): PaneHits => ({ paneId, hits: [] }));
  usePatternFault.setState({ fault: null });
  if (term.term === "") {
    return nothing;
  }
  const open = [...new Set(texts.flatMap(({ text }) => text ?? []))];
  const answer = await finder.ask({
    term,
    texts: open.map(({ text, blocks }) => ({
      text,
      blocks: blocks.map(({ start, end }) => ({ start, end })),
    })),
  });
  if (signal.aborted) {
    return null;
  }
  usePatternFault.setState({ fault: faultOf(answer) });
  return answer.kind !== "found"
    ? nothing
    : texts.map(({ paneId, text }) => ({
        paneId,
        hits: text === null ? [] : (answer.hits[open.indexOf(text)] ?? []),
      }));
}

function faultOf(answer: PatternAnswer): string | null {
  switch (answer.kind) {
    case "found":
      return null;
    case "stopped":
      return "This pattern takes too long and was stopped. Make it more definite.";
    case "invalid":
      // The engine's own words, such as "Invalid regular expression: /(/giu: Unterminated group".
      return `This is no regular expression: ${answer.message.split(": ").at(-1) ?? ""}`;
  }
}
