import Mark from "mark.js";

/** A hit inside one block, in UTF-16 code units from the block's start. */
export type HitInBlock = { readonly start: number; readonly length: number };

const options = { element: "span", className: "find-hit" };

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
  const signature = hits.length === 0 ? "" : JSON.stringify([hits, currentStart]);
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
    const ranges = hits.map((hit) => ({ ...hit }));
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
