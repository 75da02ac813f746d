import type { Block } from "#contract/article";
import type { Highlight, Tag } from "#contract/highlight";

import { difference } from "../state/list-steps.ts";
import { freeLane, lanesOfHighlights } from "./lanes-of-highlights.ts";
import { compareHighlights, firstBlockAfter, highlightsByBlock } from "./order-highlights.ts";
import type { HighlightLook } from "./paint-block.ts";

/** What of a tag is seen in a text. */
type SeenTag = Pick<Tag, "id" | "name" | "colour">;

/** One list for each block; a block that no highlight touches has an empty one. */
type LooksOfBlocks = readonly (readonly HighlightLook[])[];

/** More changes than this at once are worked out anew. */
const maxStep = 200;

/**
 * How the highlights of an article are drawn, block by block. A change costs what it changes: blocks that
 * it does not touch keep the very same list, and highlights that were there keep their lanes.
 */
export class LooksByBlock {
  readonly #blocks: readonly Block[];
  #highlights: readonly Highlight[] = [];
  #tagsSeen = "";
  #lists: LooksOfBlocks = [];

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks;
  }

  /** @param highlights in reading order; one that did not change is the same object as before */
  update(highlights: readonly Highlight[], tags: readonly Tag[]): LooksOfBlocks {
    const tagsSeen = JSON.stringify(tags.map(({ id, name, colour }) => [id, name, colour]));
    const tagOf = new Map<string, SeenTag>(tags.map((tag) => [tag.id, tag]));
    const { removed, added } = difference(this.#highlights, highlights);
    const isStep = this.#lists.length > 0 && removed.length + added.length <= maxStep;
    this.#lists =
      isStep && tagsSeen === this.#tagsSeen
        ? this.#withChanges(removed, added, tagOf)
        : this.#allAnew(highlights, tagOf);
    this.#highlights = highlights;
    this.#tagsSeen = tagsSeen;
    return this.#lists;
  }

  #allAnew(highlights: readonly Highlight[], tagOf: ReadonlyMap<string, SeenTag>): LooksOfBlocks {
    const lanes = lanesOfHighlights(highlights);
    const looks = highlights.map((each) => lookOf(each, lanes.get(each.id) ?? 0, tagOf));
    return highlightsByBlock(this.#blocks, looks);
  }

  #withChanges(
    removed: readonly Highlight[],
    added: readonly Highlight[],
    tagOf: ReadonlyMap<string, SeenTag>,
  ): LooksOfBlocks {
    if (removed.length === 0 && added.length === 0) {
      return this.#lists;
    }
    const lists = [...this.#lists];
    const laneBefore = new Map<string, HighlightLook>();
    for (const highlight of removed) {
      for (const at of this.#blocksOf(highlight)) {
        lists[at] = (lists[at] ?? []).filter((look) => {
          if (look.id === highlight.id) {
            laneBefore.set(look.id, look);
          }
          return look.id !== highlight.id;
        });
      }
    }
    for (const highlight of added) {
      const blocks = this.#blocksOf(highlight);
      const others = blocks.flatMap((at) => lists[at] ?? []);
      const old = laneBefore.get(highlight.id);
      const isInPlace = old?.start === highlight.start && old.end === highlight.end;
      const lane = isInPlace ? old.lane : freeLane(highlight, others);
      const look = lookOf(highlight, lane, tagOf);
      for (const at of blocks) {
        lists[at] = [...(lists[at] ?? []), look].toSorted(compareHighlights);
      }
    }
    return lists;
  }

  /** Indexes of the blocks that a highlight touches. */
  #blocksOf({ start, end }: Highlight): number[] {
    const indexes: number[] = [];
    for (let at = firstBlockAfter(this.#blocks, start); at < this.#blocks.length; at += 1) {
      if ((this.#blocks[at]?.start ?? end) >= end) {
        break;
      }
      indexes.push(at);
    }
    return indexes;
  }
}

function lookOf(
  { id, start, end, tagIds, note }: Highlight,
  lane: number,
  tagOf: ReadonlyMap<string, SeenTag>,
): HighlightLook {
  const shown = tagIds.flatMap((tagId) => tagOf.get(tagId) ?? []);
  const title =
    shown.length === 0 ? "Highlight without a tag" : shown.map(({ name }) => name).join(", ");
  return {
    id,
    start,
    end,
    lane,
    colour: shown[0]?.colour ?? "none",
    title: note === "" ? title : `${title}: ${note}`,
  };
}
