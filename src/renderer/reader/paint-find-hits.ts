import Mark from "mark.js";

/** A hit inside one block, in UTF-16 code units from the block's start. */
export type HitInBlock = { readonly start: number; readonly length: number };

const options = { element: "span", className: "find-hit" };

/** Most hits that are drawn in one block: each splits its text, so that the work grows with their square. */
const mostDrawn = 1_000;

/** What each element shows now. */
const signatures = new WeakMap<HTMLElement, string>();

/**
 * Draws find hits into a painted block, inside its marks where they meet; the marks and the text stay
 * as they are. Without hits the block is as it was before.
 * @param currentStart start of the hit to emphasise, or null
 * @param wasRepainted the block was drawn anew, so that no hit is in it
 */
export function paintFindHits(
  element: HTMLElement,
  hits: readonly HitInBlock[],
  currentStart: number | null,
  wasRepainted: boolean,
): void {
  const drawnHits = hitsToDraw(hits, currentStart);
  const signature = hits.length === 0 ? "" : JSON.stringify([drawnHits, currentStart]);
  const shown = wasRepainted ? "" : (signatures.get(element) ?? "");
  if (shown === signature) {
    return;
  }
  const mark = new Mark(element);
  if (shown !== "") {
    mark.unmark(options);
  }
  if (hits.length > 0) {
    // mark.js sorts the array and writes to its items.
    const ranges = drawnHits.map((hit) => ({ ...hit }));
    mark.markRanges(ranges, {
      ...options,
      each: (drawn, range) => {
        if (range.start === currentStart) {
          drawn.setAttribute("data-current", "");
        }
      },
    });
  }
  signatures.set(element, signature);
}

/**
 * Those of a block's hits that are drawn: all, or of very many those about the current one, else the first.
 * @param hits in order
 */
export function hitsToDraw(
  hits: readonly HitInBlock[],
  currentStart: number | null,
): readonly HitInBlock[] {
  if (hits.length <= mostDrawn) {
    return hits;
  }
  const current = currentStart === null ? 0 : hits.findIndex(({ start }) => start >= currentStart);
  const from = Math.min(Math.max(current - mostDrawn / 2, 0), hits.length - mostDrawn);
  return hits.slice(from, from + mostDrawn);
}
