import type { BriefingPlace, BriefingRun, BriefingText, Citation } from "#contract/briefing";
import { wordsOfClaim } from "#contract/briefing";

import { sentencesOf } from "../../articles/sentences.ts";
import type { CheckFacts } from "./check-facts.ts";

/** What one run shows, and where that stands in the words of its passage. UTF-16 code units, half-open. */
export type Segment = {
  readonly run: number;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly citation: Citation | null;
};

/** A block without inner structure, or a cell of a table, as a reader sees it. */
export type Passage = {
  readonly block: number;
  readonly cell: BriefingPlace["cell"];
  readonly kind: "heading" | "paragraph" | "quotation" | "item" | "cell";
  /** Heading under which it stands; 0 before the first. */
  readonly section: number;
  readonly words: string;
  readonly segments: readonly Segment[];
};

export function passagesOfText(text: BriefingText, facts: CheckFacts): Passage[] {
  let section = 0;
  return text.blocks.flatMap((block, index): Passage[] => {
    switch (block.kind) {
      case "heading":
        section += 1;
        return [
          passageOf(block.runs, { block: index, cell: null, kind: block.kind, section }, facts),
        ];
      case "paragraph":
      case "quotation":
      case "item":
        return [
          passageOf(block.runs, { block: index, cell: null, kind: block.kind, section }, facts),
        ];
      case "table":
        return block.rows.flatMap((cells, row) =>
          cells.map((runs, column) =>
            passageOf(runs, { block: index, cell: { row, column }, kind: "cell", section }, facts),
          ),
        );
      case "code":
      case "matrix":
      case "ach":
      case "board":
        return [];
    }
  });
}

/** The passage's sentences as stretches of its words. */
export function sentencesOfPassage({ words }: Passage) {
  return sentencesOf(words, 0, words.length, "en").map((span) => ({
    ...span,
    words: words.slice(span.start, span.end),
  }));
}

/** A stretch of a passage's words as a place in its first run there. */
export function placeOf(passage: Passage, start: number, end: number): BriefingPlace {
  const segment = passage.segments.find((one) => start < one.end && end > one.start);
  const { block, cell } = passage;
  return segment === undefined
    ? { block, cell, run: null, start: 0, end: 0 }
    : {
        block,
        cell,
        run: segment.run,
        start: Math.max(start - segment.start, 0),
        end: Math.min(end, segment.end) - segment.start,
      };
}

/** The words with everything but the analyst's own typing blanked out, as long as before. */
export function typedWords({ segments }: Passage): string {
  return segments
    .map(({ citation, words }) => (citation === null ? words : " ".repeat(words.length)))
    .join("");
}

/** The same, with statements of claims left in: they are the analyst's words too. */
export function ownWords({ segments }: Passage): string {
  return segments
    .map(({ citation, words }) =>
      citation === null || citation.kind === "claim" ? words : " ".repeat(words.length),
    )
    .join("");
}

function passageOf(
  runs: readonly BriefingRun[],
  where: Pick<Passage, "block" | "cell" | "kind" | "section">,
  facts: CheckFacts,
): Passage {
  let start = 0;
  const segments = runs.map((run, index): Segment => {
    const words = shownWords(run, facts);
    const segment = {
      run: index,
      start,
      end: start + words.length,
      words,
      citation: run.kind === "text" || run.kind === "break" ? null : run,
    };
    start = segment.end;
    return segment;
  });
  return { ...where, segments, words: segments.map(({ words }) => words).join("") };
}

function shownWords(run: BriefingRun, { claims, quotes, articles }: CheckFacts): string {
  switch (run.kind) {
    case "text":
      return run.text;
    case "break":
      return "\n";
    case "claim": {
      const claim = claims.get(run.claimId);
      return claim === undefined ? run.words : wordsOfClaim(claim, run.part);
    }
    case "quote":
      return quotes.get(run.highlightId)?.exact ?? run.words;
    case "article":
      return articles.get(run.articleId)?.title ?? run.words;
  }
}
