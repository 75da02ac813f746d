import type { Block, TextSpan } from "#contract/article";

import { firstBlockAfter } from "./order-highlights.ts";
import type { HitInBlock } from "./paint-find-hits.ts";

/** One value for all blocks without hits, so that they are seen not to have changed. */
export const noHits: readonly HitInBlock[] = [];

/**
 * Hits by the index of their block, relative to it; blocks without hits are left out.
 * @param hits each within one block
 */
export function hitsByBlock(
  blocks: readonly Block[],
  hits: readonly TextSpan[],
): ReadonlyMap<number, readonly HitInBlock[]> {
  const lists = new Map<number, HitInBlock[]>();
  for (const { start, end } of hits) {
    const blockIndex = firstBlockAfter(blocks, start);
    const block = blocks[blockIndex];
    if (block !== undefined && end <= block.end) {
      const list = lists.get(blockIndex) ?? [];
      list.push({ start: start - block.start, length: end - start });
      lists.set(blockIndex, list);
    }
  }
  return lists;
}
