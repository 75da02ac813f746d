import type { Card } from "#contract/board";
import type { Stance } from "#contract/claim";
import type { CardId } from "#contract/ids";

import { groupPadding } from "./group-cards.ts";
import type { NewPlace } from "./group-cards.ts";
import { inReadingOrder } from "./reading-order.ts";
import { boundsOf } from "./rect.ts";
import type { Point, Rect, Size } from "./rect.ts";

export type EvidenceOnBoard = {
  readonly quoteCardId: CardId;
  readonly claimCardId: CardId;
  readonly stance: Stance;
};

/** Between a claim and its quotes: room for a line with its word. */
const linkGapPx = 132;
/** Between quotes of one claim. */
const stackGapPx = 16;
/** Between claims with their quotes; more than the drift that still counts as one row when reading. */
const blockGapPx = 72;
/** Between parts of the layout. */
const partGapPx = 96;
/** Width to height of the whole, as wide as a screen. */
const wishedAspect = 1.6;

const rightStances: readonly Stance[] = ["disputes", "qualifies", "mentions"];

/**
 * A tidy layout of a whole board. Claims keep their reading order and stand in rows; what supports a claim
 * is stacked on its left, what disputes, qualifies or mentions it on its right. Groups are laid out inside
 * and fitted around their cards; what is linked to nothing follows below. Nothing overlaps, every card but
 * groups keeps its size, and the same board gives the same layout.
 */
export function arrangeCards(
  cards: readonly Card[],
  evidence: readonly EvidenceOnBoard[],
): NewPlace[] {
  const ordered = inReadingOrder(cards);
  const known = new Set(cards.map((card) => card.id));
  const membersOf = Map.groupBy(ordered, ({ groupId }) =>
    groupId !== null && known.has(groupId) ? groupId : null,
  );
  const places: NewPlace[] = [];

  const arrange = (groupId: CardId | null, origin: Point): Size => {
    const members = (membersOf.get(groupId) ?? []).map((card): Box => {
      const size =
        card.subject.kind === "group" && membersOf.has(card.id)
          ? frameOf(arrange(card.id, { x: groupPadding.side, y: groupPadding.top }))
          : { width: card.width, height: card.height };
      return { card, ...size };
    });
    const placed = layOut(members, evidence);
    for (const { box, at } of placed) {
      places.push({
        cardId: box.card.id,
        place: {
          x: Math.round(origin.x + at.x),
          y: Math.round(origin.y + at.y),
          width: box.width,
          height: box.height,
          groupId,
        },
      });
    }
    const bounds = boundsOf(placed.map(({ box, at }) => ({ ...at, ...sizeOf(box) })));
    return { width: bounds?.width ?? 0, height: bounds?.height ?? 0 };
  };
  arrange(null, { x: 0, y: 0 });
  return places;
}

type Box = Size & { readonly card: Card };
type PlacedBox = { readonly box: Box; readonly at: Point };
/** A claim with its quotes. */
type Block = { readonly claim: Box; readonly left: readonly Box[]; readonly right: readonly Box[] };

function frameOf(content: Size): Size {
  return {
    width: Math.round(content.width) + 2 * groupPadding.side,
    height: Math.round(content.height) + groupPadding.top + groupPadding.side,
  };
}

/** Lays out the cards of one group, or of the board itself; the result starts at 0, 0. */
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

function stackHeight(boxes: readonly Box[]): number {
  return boxes.reduce((height, box) => height + box.height + stackGapPx, -stackGapPx);
}

function stack(boxes: readonly Box[], top: number, xOf: (box: Box) => number): PlacedBox[] {
  let y = top;
  return boxes.map((box) => {
    const at = { x: xOf(box), y };
    y += box.height + stackGapPx;
    return { box, at };
  });
}

/** In rows from left to right, like words; rows as long as makes the whole about as wide as a screen. */
function shelve(boxes: readonly Box[]): PlacedBox[] {
  const area = boxes.reduce(
    (sum, box) => sum + (box.width + blockGapPx) * (box.height + blockGapPx),
    0,
  );
  const rowWidth = Math.max(Math.sqrt(area * wishedAspect), widthOf(boxes));
  let [x, y, rowHeight] = [0, 0, 0];
  return boxes.map((box) => {
    if (x > 0 && x + box.width > rowWidth) {
      [x, y, rowHeight] = [0, y + rowHeight + blockGapPx, 0];
    }
    const at = { x, y };
    x += box.width + blockGapPx;
    rowHeight = Math.max(rowHeight, box.height);
    return { box, at };
  });
}

function belowEachOther(parts: readonly (readonly PlacedBox[])[]): PlacedBox[] {
  let y = 0;
  return parts.flatMap((part) => {
    const bounds = boundsOf(part.map(rectOf));
    const top = y;
    y += bounds === null ? 0 : bounds.height + partGapPx;
    return part.map(({ box, at }) => ({ box, at: { x: at.x, y: at.y + top } }));
  });
}

function widthOf(boxes: readonly Box[]): number {
  return Math.max(0, ...boxes.map((box) => box.width));
}

function sizeOf({ width, height }: Size): Size {
  return { width, height };
}

function rectOf({ box, at }: PlacedBox): Rect {
  return { ...at, ...sizeOf(box) };
}
