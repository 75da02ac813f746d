import { useLayoutEffect, useRef } from "react";
import type { RefObject } from "react";

import type { HighlightId } from "#contract/ids";

import type { HighlightLook } from "./paint-block.ts";
import { dragPassage } from "./passage-drag.ts";

import styles from "./margin-lanes.module.css";

/** Stripes that find room beside the text, slimmer where there are many; deeper lanes lie on the last one. */
const maxStripes = 8;
/** As many keep their full width. */
const wideStripes = 4;
/** Room for lines under the letters of a mark; see paint.css. */
const markFootPx = 5;

/**
 * A stripe beside the text for each highlight of a block, as high as the lines it covers: overlapping
 * ones lie side by side. A click selects, and a stripe can be dragged onto a claim. For the pointer
 * only: by key every highlight is reached by walking through them.
 */
export function MarginLanes(properties: {
  block: RefObject<HTMLElement | null>;
  looks: readonly HighlightLook[];
  text: string;
  currentId: HighlightId | null;
  onChoose: (highlightId: HighlightId) => void;
}) {
  const { block, looks, text, currentId, onChoose } = properties;
  const lanes = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const place = () => {
      if (block.current !== null && lanes.current !== null) {
        placeStripes(block.current, lanes.current, looks);
      }
    };
    // Calls back once when the block has been drawn, and again whenever its lines wrap otherwise.
    const observer = new ResizeObserver(place);
    if (block.current !== null) {
      observer.observe(block.current);
    }
    return () => observer.disconnect();
  }, [block, looks]);

  return (
    <div
      ref={lanes}
      className={styles.lanes}
      data-slim={looks.some(({ lane }) => lane >= wideStripes) ? "" : undefined}
      aria-hidden="true"
    >
      {looks.map((look) => (
        <button
          key={look.id}
          type="button"
          tabIndex={-1}
          draggable
          className={styles.stripe}
          data-stripe={look.id}
          data-colour={look.colour}
          data-lane={Math.min(look.lane, maxStripes - 1)}
          data-on={look.id === currentId ? "" : undefined}
          title={look.title}
          aria-label={look.title}
          onClick={() => onChoose(look.id)}
          onDragStart={(event) => {
            event.stopPropagation();
            dragPassage(event, { highlightId: look.id }, text.slice(look.start, look.end));
          }}
        />
      ))}
    </div>
  );
}

/** Each as high as the marks of its highlight in the block, which are measured once. */
function placeStripes(
  block: HTMLElement,
  lanes: HTMLElement,
  looks: readonly HighlightLook[],
): void {
  const { top: originPx } = lanes.getBoundingClientRect();
  const extents = new Map<string, { topPx: number; bottomPx: number }>();
  for (const mark of block.querySelectorAll<HTMLElement>("mark[data-highlights]")) {
    const { top, bottom } = mark.getBoundingClientRect();
    for (const id of mark.dataset["highlights"]?.split(" ") ?? []) {
      const before = extents.get(id);
      extents.set(id, {
        topPx: Math.min(before?.topPx ?? top, top),
        bottomPx: Math.max(before?.bottomPx ?? bottom, bottom),
      });
    }
  }
  for (const [index, look] of looks.entries()) {
    const stripe = lanes.children[index];
    const extent = extents.get(look.id);
    if (stripe instanceof HTMLElement && extent !== undefined) {
      stripe.style.insetBlockStart = `${extent.topPx - originPx}px`;
      stripe.style.blockSize = `${extent.bottomPx - extent.topPx - markFootPx}px`;
    }
  }
}
