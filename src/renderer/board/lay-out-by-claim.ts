import { boundsOf } from "#contract/board-geometry";
import type { Stance } from "#contract/claim";
import type { CardId } from "#contract/ids";

import {
  belowEachOther,
  blockGapPx,
  linkGapPx,
  rectOf,
  shelve,
  stack,
  stackHeight,
  widthOf,
  wishedAspect,
} from "./boxes.ts";
import type { Box, LayOut, PlacedBox } from "./boxes.ts";

export type EvidenceOnBoard = {
  readonly quoteCardId: CardId;
  readonly claimCardId: CardId;
  readonly stance: Stance;
};

/** A claim with its quotes. */
type Block = { readonly claim: Box; readonly left: readonly Box[]; readonly right: readonly Box[] };

const rightStances: readonly Stance[] = ["disputes", "qualifies", "mentions"];

/**
 * Claims keep their reading order and stand in rows; what supports a claim is stacked on its left, what
 * disputes, qualifies or mentions it on its right; what is linked to nothing follows below.
 */
export function layOutByClaim(evidence: readonly EvidenceOnBoard[]): LayOut {
  return (boxes) => layOut(boxes, evidence);
}

function layOut(boxes: readonly Box[], evidence: readonly EvidenceOnBoard[]): PlacedBox[] {
  const blockOf = blocksOf(boxes, evidence);
  const inBlocks = new Set(
    [...blockOf.values()].flatMap(({ claim, left, right }) =>
      [claim, ...left, ...right].map((box) => box.card.id),
    ),
  );
  const loose = boxes.filter(({ card }) => card.subject.kind !== "group" && !inBlocks.has(card.id));
  const parts: PlacedBox[][] = [];
  // Runs of claims and runs of groups take turns, so that the order of all claims stays as it is read.
  let run: Box[] = [];
  const endRun = () => {
    const [first] = run;
    if (first !== undefined) {
      const blocks = run.flatMap(({ card }) => blockOf.get(card.id) ?? []);
      parts.push(first.card.subject.kind === "group" ? shelve(run) : inGrid(blocks));
    }
    run = [];
  };
  for (const box of boxes) {
    const { kind } = box.card.subject;
    if (kind === "claim" || kind === "group") {
      if (run[0] !== undefined && run[0].card.subject.kind !== kind) {
        endRun();
      }
      run.push(box);
    }
  }
  endRun();
  parts.push(shelve(loose));
  return belowEachOther(parts);
}

/** Each quote stands with the first claim that it is linked to. */
function blocksOf(boxes: readonly Box[], evidence: readonly EvidenceOnBoard[]): Map<CardId, Block> {
  const quotes = new Map(
    boxes.filter(({ card }) => card.subject.kind === "quote").map((box) => [box.card.id, box]),
  );
  const byClaim = Map.groupBy(evidence, ({ claimCardId }) => claimCardId);
  const taken = new Set<CardId>();
  const blocks = new Map<CardId, Block>();
  for (const claim of boxes.filter(({ card }) => card.subject.kind === "claim")) {
    const stanceOf = new Map(
      (byClaim.get(claim.card.id) ?? [])
        .filter(({ quoteCardId }) => quotes.has(quoteCardId) && !taken.has(quoteCardId))
        .map(({ quoteCardId, stance }) => [quoteCardId, stance]),
    );
    // By the order of the boxes, which is the reading order, and not that of the links.
    const own = [...quotes.values()].filter(({ card }) => stanceOf.has(card.id));
    const having = (stance: Stance) => own.filter(({ card }) => stanceOf.get(card.id) === stance);
    for (const { card } of own) {
      taken.add(card.id);
    }
    blocks.set(claim.card.id, {
      claim,
      left: having("supports"),
      right: rightStances.flatMap(having),
    });
  }
  return blocks;
}

/** Blocks in rows and columns; the claims of a row share their top, those of a column their left edge. */
function inGrid(blocks: readonly Block[]): PlacedBox[] {
  const maxColumns = Math.min(blocks.length, 2 * Math.ceil(Math.sqrt(blocks.length)));
  const layouts = Array.from({ length: maxColumns }, (_, index) => inColumns(blocks, index + 1));
  const [best] = layouts.toSorted((a, b) => distanceFromAspect(a) - distanceFromAspect(b));
  return best ?? [];
}

function distanceFromAspect(placed: readonly PlacedBox[]): number {
  const bounds = boundsOf(placed.map(rectOf));
  return bounds === null
    ? 0
    : Math.abs(Math.log(bounds.width / bounds.height) - Math.log(wishedAspect));
}

function inColumns(blocks: readonly Block[], columnCount: number): PlacedBox[] {
  const columns = Array.from({ length: columnCount }, (_, column) => {
    const own = blocks.filter((__, index) => index % columnCount === column);
    const left = widthOf(own.flatMap((block) => block.left));
    const claim = widthOf(own.map((block) => block.claim));
    const right = widthOf(own.flatMap((block) => block.right));
    return {
      claimX: left === 0 ? 0 : left + linkGapPx,
      rightX: (left === 0 ? 0 : left + linkGapPx) + claim + linkGapPx,
      width: (left === 0 ? 0 : left + linkGapPx) + claim + (right === 0 ? 0 : linkGapPx + right),
    };
  });
  const placed: PlacedBox[] = [];
  let y = 0;
  for (let start = 0; start < blocks.length; start += columnCount) {
    const row = blocks.slice(start, start + columnCount);
    let x = 0;
    for (const [index, block] of row.entries()) {
      const column = columns[index];
      if (column !== undefined) {
        const claimX = x + column.claimX;
        placed.push({ box: block.claim, at: { x: claimX, y } });
        // Quotes on the left end at the same distance from the claim, whatever their widths.
        placed.push(...stack(block.left, y, (box) => claimX - linkGapPx - box.width));
        placed.push(...stack(block.right, y, () => x + column.rightX));
        x += column.width + blockGapPx;
      }
    }
    y += Math.max(...row.map(heightOfBlock)) + blockGapPx;
  }
  return placed;
}

function heightOfBlock({ claim, left, right }: Block): number {
  return Math.max(claim.height, stackHeight(left), stackHeight(right));
}
