import type { Cooccurrence } from "#contract/codebook";
import type { Highlight } from "#contract/highlight";
import type { TagId } from "#contract/ids";
import type { ParsedInputOf } from "#contract/requests";

import type { ReadContext } from "../core-context.ts";
import { readHighlightFacts } from "../highlights/highlight-facts.ts";
import { unitsOf } from "../queries/units-of-highlights.ts";

/**
 * How often two tags occur together. Unit "highlight": highlights that carry both. "overlap": those, and
 * pairs of overlapping highlights of which one carries the first tag and the other the second. "block":
 * blocks that are touched by highlights of both.
 */
export function countCooccurrence(
  context: ReadContext,
  { unit }: ParsedInputOf<"tag.cooccurrence">,
): Cooccurrence {
  const facts = readHighlightFacts(context);
  const places = new Map(facts.tags.map(({ id }, index) => [id, index]));
  /** By the place of the first tag, then of the second. */
  const counts = new Map<number, Map<number, number>>();
  const count = (a: TagId, b: TagId) => {
    const [first, second] = [places.get(a) ?? 0, places.get(b) ?? 0].toSorted((x, y) => x - y);
    if (first === undefined || second === undefined || first === second) {
      return;
    }
    const row = counts.get(first) ?? new Map<number, number>();
    row.set(second, (row.get(second) ?? 0) + 1);
    counts.set(first, row);
  };
  const countPairs = (tagIds: readonly TagId[]) => {
    for (const [index, a] of tagIds.entries()) {
      for (const b of tagIds.slice(index + 1)) {
        count(a, b);
      }
    }
  };
  if (unit === "block") {
    const units = unitsOf(context.db, facts);
    const tagsOfBlock = new Map<string, Set<TagId>>();
    for (const highlight of facts.highlights) {
      const { articleId, from, to } = units.blocks(highlight);
      for (let block = from; block < to; block += 1) {
        const key = `${articleId} ${block}`;
        tagsOfBlock.set(
          key,
          (tagsOfBlock.get(key) ?? new Set<TagId>()).union(new Set(highlight.tagIds)),
        );
      }
    }
    for (const tagIds of tagsOfBlock.values()) {
      countPairs([...tagIds]);
    }
  } else {
    for (const { tagIds } of facts.highlights) {
      countPairs(tagIds);
    }
    if (unit === "overlap") {
      for (const [one, other] of overlapsOf(facts.highlights)) {
        for (const a of one.tagIds) {
          for (const b of other.tagIds) {
            count(a, b);
          }
        }
      }
    }
  }
  return tableOf(
    facts.tags.map(({ id }) => id),
    counts,
  );
}

/** Every pair that overlaps, once. The highlights are in order of article, then of start. */
function* overlapsOf(highlights: readonly Highlight[]): Generator<readonly [Highlight, Highlight]> {
  for (const [index, one] of highlights.entries()) {
    for (let next = index + 1; next < highlights.length; next += 1) {
      const other = highlights[next];
      if (other === undefined || other.articleId !== one.articleId || other.start >= one.end) {
        break;
      }
      yield [one, other];
    }
  }
}

function tableOf(
  inOrder: readonly TagId[],
  counts: ReadonlyMap<number, ReadonlyMap<number, number>>,
): Cooccurrence {
  const pairs = [...counts].flatMap(([first, row]) =>
    [...row].flatMap(([second, count]) => {
      const [a, b] = [inOrder[first], inOrder[second]];
      return a === undefined || b === undefined ? [] : [{ a, b, count }];
    }),
  );
  const occurring = new Set(pairs.flatMap(({ a, b }) => [a, b]));
  const placeOf = new Map(inOrder.map((id, index) => [id, index]));
  const place = (id: TagId) => placeOf.get(id) ?? 0;
  return {
    tagIds: inOrder.filter((id) => occurring.has(id)),
    pairs: pairs.toSorted((x, y) => place(x.a) - place(y.a) || place(x.b) - place(y.b)),
  };
}
