import type { BriefingBlock, BriefingText } from "#contract/briefing";

export type MergedText = {
  readonly text: BriefingText;
  /** Where a block of mine stands in the merged text. */
  readonly indexOf: (mineIndex: number) => number;
};

/**
 * What two windows wrote into one briefing, together: each block from who changed it.
 * @param base what both began with
 * @returns null when both changed the same block, each in its own way, or wrote new ones at the same place
 */
export function mergeTexts(
  base: BriefingText,
  mine: BriefingText,
  theirs: BriefingText,
): MergedText | null {
  const before = base.blocks.map((block) => JSON.stringify(block));
  const ours = changesOf(before, mine.blocks);
  const others = changesOf(before, theirs.blocks);
  const isSame = (a: Change, b: Change) =>
    a.from === b.from && a.to === b.to && JSON.stringify(a.blocks) === JSON.stringify(b.blocks);
  const onlyOthers = others.filter((other) => !ours.some((own) => isSame(own, other)));
  if (onlyOthers.some((other) => ours.some((own) => clash(own, other)))) {
    return null;
  }
  const blocks: BriefingBlock[] = [];
  const starts: { readonly mine: number; readonly merged: number }[] = [];
  let at = 0;
  let mineAt = 0;
  const keepUntil = (end: number) => {
    starts.push({ mine: mineAt, merged: blocks.length });
    blocks.push(...base.blocks.slice(at, end));
    mineAt += Math.max(end - at, 0);
    at = Math.max(at, end);
  };
  // Where one writes new blocks before a block that the other changed, the new ones come first.
  const all = [
    ...ours.map((change) => ({ ...change, isMine: true })),
    ...onlyOthers.map((change) => ({ ...change, isMine: false })),
  ].toSorted((a, b) => a.from - b.from || a.to - b.to);
  for (const { from, to, blocks: written, isMine } of all) {
    keepUntil(from);
    starts.push({ mine: mineAt, merged: blocks.length });
    blocks.push(...written);
    at = to;
    mineAt += isMine ? written.length : to - from;
  }
  keepUntil(before.length);
  return {
    text: { version: 1, blocks, ticked: mergeTicked(base.ticked, mine.ticked, theirs.ticked) },
    indexOf: (index) => {
      const start = starts.findLast((one) => one.mine <= index) ?? { mine: 0, merged: 0 };
      return Math.min(start.merged + index - start.mine, Math.max(blocks.length - 1, 0));
    },
  };
}

/** Blocks that took the place of those from `from` to before `to`; none were there when both are equal. */
type Change = {
  readonly from: number;
  readonly to: number;
  readonly blocks: readonly BriefingBlock[];
};

function clash(a: Change, b: Change): boolean {
  const isInsertion = (change: Change) => change.from === change.to;
  if (isInsertion(a) && isInsertion(b)) {
    return a.from === b.from;
  }
  return a.from < b.to && b.from < a.to;
}

/** Larger middles are taken as one change: the table of common blocks grows with the product of both. */
const mostCells = 4_000_000;

function changesOf(before: readonly string[], now: readonly BriefingBlock[]): Change[] {
  const after = now.map((block) => JSON.stringify(block));
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) {
    start += 1;
  }
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  const pairs = commonPairs(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
  );
  const changes: Change[] = [];
  let from = start;
  let nowFrom = start;
  for (const [inBefore, inAfter] of [
    ...pairs.map(([i, j]): [number, number] => [start + i, start + j]),
    [before.length - end, after.length - end] as [number, number],
  ]) {
    if (inBefore > from || inAfter > nowFrom) {
      changes.push({ from, to: inBefore, blocks: now.slice(nowFrom, inAfter) });
    }
    from = inBefore + 1;
    nowFrom = inAfter + 1;
  }
  return changes;
}

/** A longest row of blocks that both have in the same order, as pairs of indexes. */
function commonPairs(a: readonly string[], b: readonly string[]): [number, number][] {
  if (a.length * b.length > mostCells) {
    return [];
  }
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const cell = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        a[i] === b[j] ? cell(i + 1, j + 1) + 1 : Math.max(cell(i + 1, j), cell(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (cell(i + 1, j) >= cell(i, j + 1)) {
      i += 1;
    } else {
      j += 1;
    }
  }
  return pairs;
}

/** Each number as who changed it has it. */
function mergeTicked(
  base: readonly number[],
  mine: readonly number[],
  theirs: readonly number[],
): number[] {
  return [...new Set([...base, ...mine, ...theirs])]
    .filter((one) =>
      mine.includes(one) === base.includes(one) ? theirs.includes(one) : mine.includes(one),
    )
    .toSorted((a, b) => a - b);
}
