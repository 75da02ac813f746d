import type { Block } from "#contract/article";

/** What becomes one element of the article: a block, or a list made of neighbouring list items. */
export type BlockGroup = {
  readonly kind: "single" | "list";
  /** Index of the first block. */
  readonly from: number;
  readonly blocks: readonly Block[];
};

/** Part of a group, as far as it is in the page. */
export type ShownGroup = BlockGroup & {
  /** The whole group it belongs to. */
  readonly whole: { readonly from: number; readonly count: number };
};

export function groupBlocks(blocks: readonly Block[]): BlockGroup[] {
  const groups: (BlockGroup & { readonly blocks: Block[] })[] = [];
  for (const [index, block] of blocks.entries()) {
    const kind = block.kind === "list-item" ? "list" : "single";
    const previous = groups.at(-1);
    if (kind === "list" && previous?.kind === "list") {
      previous.blocks.push(block);
    } else {
      groups.push({ kind, from: index, blocks: [block] });
    }
  }
  return groups;
}

/**
 * The groups of some neighbouring blocks; a list that begins before them or goes on after them is cut.
 * @param groups of the whole article
 * @param range indexes of blocks, half-open
 */
export function groupsInRange(
  groups: readonly BlockGroup[],
  range: { readonly from: number; readonly to: number },
): ShownGroup[] {
  const shown: ShownGroup[] = [];
  for (let at = lastGroupFrom(groups, range.from); at < groups.length; at += 1) {
    const group = groups[at];
    if (group === undefined || group.from >= range.to) {
      break;
    }
    const from = Math.max(group.from, range.from);
    const blocks = group.blocks.slice(from - group.from, range.to - group.from);
    const whole = { from: group.from, count: group.blocks.length };
    shown.push({ kind: group.kind, from, blocks, whole });
  }
  return shown;
}

/** Place, among the groups, of the last one that begins at or before a block. */
function lastGroupFrom(groups: readonly BlockGroup[], blockIndex: number): number {
  let low = 0;
  let high = Math.max(groups.length - 1, 0);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((groups[middle]?.from ?? 0) <= blockIndex) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
