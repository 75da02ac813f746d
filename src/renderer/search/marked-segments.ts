import type { TextSpan } from "#contract/article";

export type MarkedSegment = {
  readonly text: string;
  /** Where it begins, in UTF-16 code units of the article. */
  readonly from: number;
  /** A word that was asked for. */
  readonly isCommon: boolean;
  /** Within words that stand in the same order in both passages. */
  readonly isShared: boolean;
};

/** A passage cut where marks begin and end; joined, the segments are the passage. */
export function markedSegments(
  { start, end, exact }: TextSpan & { readonly exact: string },
  common: readonly TextSpan[],
  shared: TextSpan | null,
): MarkedSegment[] {
  const runs = shared === null ? [] : [shared];
  const edges = [...common, ...runs].flatMap((span) => [span.start, span.end]);
  const cuts = [...new Set([start, ...edges, end])]
    .filter((at) => at >= start && at <= end)
    .toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? end;
    const isIn = (spans: readonly TextSpan[]) =>
      spans.some((span) => span.start <= from && to <= span.end);
    return {
      text: exact.slice(from - start, to - start),
      from,
      isCommon: isIn(common),
      isShared: isIn(runs),
    };
  });
}
