import type { TextSpan } from "#contract/article";
import type { SharedRun } from "#contract/wording";

/** What a common run is: told by both, said by someone whom both quote, or some of each. */
export type RunKind = "narration" | "quotation" | "both";

export function kindOfRun({ words, quotedWords }: SharedRun): RunKind {
  return quotedWords === 0 ? "narration" : quotedWords >= words ? "quotation" : "both";
}

/** A stretch of text with the runs that it is part of, by their place among the runs; mostly none or one. */
export type Segment = {
  readonly start: number;
  readonly end: number;
  readonly runs: readonly number[];
};

/** Cuts a stretch where runs begin and end; the segments cover it without gap or overlap, in order. */
export function segmentsOf(stretch: TextSpan, runs: readonly TextSpan[]): Segment[] {
  const touching = runs
    .map((span, at) => ({ ...span, at }))
    .filter(({ start, end }) => start < stretch.end && end > stretch.start);
  const cuts = new Set([stretch.start, stretch.end]);
  for (const { start, end } of touching) {
    cuts.add(Math.max(start, stretch.start));
    cuts.add(Math.min(end, stretch.end));
  }
  const places = [...cuts].toSorted((a, b) => a - b);
  return places.slice(0, -1).map((start, at) => ({
    start,
    end: places[at + 1] ?? start,
    runs: touching.filter((run) => run.start <= start && run.end > start).map((run) => run.at),
  }));
}
