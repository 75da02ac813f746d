import type { Block } from "#contract/article";

/** What becomes one element of the article: a block, or a list made of neighbouring list items. */
export type BlockGroup = {
  readonly kind: "single" | "list";
  /** Index of the first block. */
  readonly from: number;
  readonly blocks: readonly Block[];
};

export function groupBlocks(blocks: readonly Block[]): BlockGroup[] {
  const groups: BlockGroup[] = [];
  for (const [index, block] of blocks.entries()) {
    const kind = block.kind === "list-item" ? "list" : "single";
    const previous = groups.at(-1);
    if (kind === "list" && previous?.kind === "list") {
      groups[groups.length - 1] = { ...previous, blocks: [...previous.blocks, block] };
    } else {
      groups.push({ kind, from: index, blocks: [block] });
    }
  }
  return groups;
}
