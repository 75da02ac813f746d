import type { Block, TextSpan } from "#contract/article";

import { firstBlockAfter } from "./order-highlights.ts";
import type { HitInBlock } from "./paint-find-hits.ts";

/** One value for all blocks without hits, so that they are seen not to have changed. */
export const noHits: readonly HitInBlock[] = [];

/** The hits of an article by block, looked up only for blocks that are asked for. */
export class HitsByBlock {
  readonly #blocks: readonly Block[];
  readonly #hits: readonly TextSpan[];
  readonly #known = new Map<number, readonly HitInBlock[]>();

  /** @param hits in order, each within one block */
  constructor(blocks: readonly Block[], hits: readonly TextSpan[]) {
    this.#blocks = blocks;
    this.#hits = hits;
  }

  /** Hits of the block with this index, relative to its start; the same array each time. */
  of(blockIndex: number): readonly HitInBlock[] {
    const known = this.#known.get(blockIndex);
    if (known !== undefined) {
      return known;
    }
    const block = this.#blocks[blockIndex];
    const hits: HitInBlock[] = [];
    if (block !== undefined) {
      for (let at = firstBlockAfter(this.#hits, block.start); at < this.#hits.length; at += 1) {
        const hit = this.#hits[at];
        if (hit === undefined || hit.end > block.end) {
          break;
        }
        hits.push({ start: hit.start - block.start, length: hit.end - hit.start });
      }
    }
    const list = hits.length === 0 ? noHits : hits;
    this.#known.set(blockIndex, list);
    return list;
  }
}
