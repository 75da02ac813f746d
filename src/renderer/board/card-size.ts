import type { CardKind } from "#contract/board";
import type { Size } from "#contract/board-geometry";

/** How a new card of each kind is measured: `chromePx` is all but its text. */
const measures: Record<
  CardKind,
  { width: number; charsPerLine: number; linePx: number; chromePx: number; maxLines: number }
> = {
  claim: { width: 264, charsPerLine: 29, linePx: 19, chromePx: 46, maxLines: 6 },
  quote: { width: 272, charsPerLine: 29, linePx: 21.5, chromePx: 46, maxLines: 9 },
  article: { width: 240, charsPerLine: 32, linePx: 19, chromePx: 46, maxLines: 3 },
  note: { width: 220, charsPerLine: 29, linePx: 19, chromePx: 24, maxLines: 10 },
  group: { width: 480, charsPerLine: 60, linePx: 19, chromePx: 280, maxLines: 1 },
};

/** Grid on which new sizes lie, so that cards line up. */
const gridPx = 4;

/** The size of a new card whose text is `textLength` UTF-16 code units long: all of it shows if it is not long. */
export function sizeOfNewCard(kind: CardKind, textLength: number): Size {
  const { width, charsPerLine, linePx, chromePx, maxLines } = measures[kind];
  const minLines = kind === "note" ? 3 : 1;
  const lines = Math.min(Math.max(Math.ceil(textLength / charsPerLine), minLines), maxLines);
  return { width, height: Math.ceil((chromePx + lines * linePx) / gridPx) * gridPx };
}

/** Smallest size to which a card can be made; below it nothing can be read or grabbed. */
export const minCardSize: Size = { width: 140, height: 56 };
