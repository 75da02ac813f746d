import type { Cooccurrence, SharedUnit } from "#contract/codebook";
import type { TagId } from "#contract/ids";

/** What is shown of the counts: the tags that occur together most, in the codebook's order. */
export function tableOfPairs(
  { tagIds, pairs }: Cooccurrence,
  most: number,
): {
  readonly tagIds: readonly TagId[];
  /** How many tags are not shown. */
  readonly left: number;
  readonly countOf: (a: TagId, b: TagId) => number;
} {
  const totals = new Map<TagId, number>();
  const counts = new Map<string, number>();
  for (const { a, b, count } of pairs) {
    totals.set(a, (totals.get(a) ?? 0) + count);
    totals.set(b, (totals.get(b) ?? 0) + count);
    counts.set(`${a} ${b}`, count);
    counts.set(`${b} ${a}`, count);
  }
  const kept = new Set(
    tagIds.toSorted((a, b) => (totals.get(b) ?? 0) - (totals.get(a) ?? 0)).slice(0, most),
  );
  return {
    tagIds: tagIds.filter((id) => kept.has(id)),
    left: tagIds.length - kept.size,
    countOf: (a, b) => counts.get(`${a} ${b}`) ?? 0,
  };
}

/** The question that takes the highlights which a count counts. */
export function queryOfPair(a: string, b: string, unit: SharedUnit): string {
  const [first, second] = [a, b].map((name) => `only:${quoted(name)}`);
  switch (unit) {
    case "highlight":
      return `${first} and ${second}`;
    case "overlap":
      return `${first} overlaps ${second} or ${second} overlaps ${first}`;
    case "block":
      return `${first} near ${second} or ${second} near ${first}`;
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll(/["“”„\\]/gu, String.raw`\$&`)}"`;
}
