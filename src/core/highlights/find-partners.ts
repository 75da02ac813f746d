import type { ArticleId, HighlightId } from "#contract/ids";

/** A highlight as a stretch of its article: of characters, blocks or sentences. `to` is not included. */
export type Stretch = {
  readonly id: HighlightId;
  readonly articleId: ArticleId;
  readonly from: number;
  readonly to: number;
};

type Partners = {
  /** In order. */
  readonly starts: readonly number[];
  /** For each start, how far the stretches up to it reach at most. */
  readonly reach: readonly number[];
};

/**
 * The stretches that share something with one of the others ("touch") or lie inside one ("inside").
 * A stretch that is among the others too is its own partner. Takes n log n steps.
 */
export function withPartner(
  stretches: readonly Stretch[],
  others: readonly Stretch[],
  kind: "touch" | "inside",
): Set<HighlightId> {
  const partnersOf = new Map<ArticleId, Partners>();
  for (const [articleId, group] of Map.groupBy(others, (other) => other.articleId)) {
    const inOrder = group.toSorted((a, b) => a.from - b.from);
    const reach: number[] = [];
    for (const { to } of inOrder) {
      reach.push(Math.max(reach.at(-1) ?? 0, to));
    }
    partnersOf.set(articleId, { starts: inOrder.map(({ from }) => from), reach });
  }
  const found = new Set<HighlightId>();
  for (const { id, articleId, from, to } of stretches) {
    const partners = partnersOf.get(articleId);
    if (partners === undefined) {
      continue;
    }
    // Of those that begin before the stretch ends (or no later than it begins), one must reach far enough.
    const last = lastBelow(partners.starts, kind === "touch" ? to : from + 1);
    const reach = partners.reach[last] ?? -1;
    if (kind === "touch" ? reach > from : reach >= to) {
      found.add(id);
    }
  }
  return found;
}

/** Index of the last of the ordered numbers that is below the limit; −1 when none is. */
function lastBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? Infinity) < limit) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}
