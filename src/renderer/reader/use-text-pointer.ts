import { useEffect, useRef, useState } from "react";
import type { ClipboardEvent, DragEvent, PointerEvent, RefObject } from "react";

import type { ArticleText } from "#contract/article";
import type { Highlight, Tag } from "#contract/highlight";
import type { HighlightId } from "#contract/ids";

import { select, setPassage, useWorkbench } from "../state/workbench.ts";
import { selectHighlight } from "./coding.ts";
import { dragPassage } from "./passage-drag.ts";
import { offsetOfCaret, spanOfSelection } from "./span-of-selection.ts";
import type { PlaceInText } from "./use-place-in-text.ts";
import { nextOfStack } from "./walk-highlights.ts";

/**
 * Choosing by pointer: dragging over text chooses a passage, a click on a mark selects its highlight
 * and a further click the next one under it. A clicked mark can then be dragged onto a claim.
 */
export function useTextPointer(properties: {
  region: RefObject<HTMLElement | null>;
  text: ArticleText;
  highlights: readonly Highlight[];
  tags: readonly Tag[];
  place: PlaceInText;
}) {
  const latest = useRef(properties);
  useEffect(() => {
    latest.current = properties;
  });
  const isPressed = useRef(false);
  /** Only what was clicked can be dragged: elsewhere a drag over a mark chooses text, as it should. */
  const [grabbedId, setGrabbedId] = useState<HighlightId | null>(null);

  useEffect(() => {
    const { region } = latest.current;
    const chooseSelection = (): boolean => {
      const { text, place } = latest.current;
      const span =
        region.current === null
          ? null
          : spanOfSelection(window.getSelection(), region.current, text.text);
      const { passage } = useWorkbench.getState();
      const isShown =
        passage?.articleId === text.articleId &&
        passage.start === span?.start &&
        passage.end === span.end;
      if (span !== null && !isShown) {
        place.choose(span, "pointer");
      }
      return span !== null;
    };
    const onRelease = (event: globalThis.PointerEvent) => {
      if (!isPressed.current) {
        return;
      }
      isPressed.current = false;
      confineSelection(region.current, false);
      if (event.type === "pointercancel") {
        return; // a drag has begun
      }
      if (region.current !== null) {
        endInside(region.current, event);
      }
      const target = event.target instanceof Element ? event.target : null;
      // A click on selected text empties the selection only after this event.
      setTimeout(() => {
        if (!chooseSelection()) {
          onClick(target);
        }
      });
    };
    const onClick = (target: Element | null) => {
      const { highlights, tags, text, place } = latest.current;
      const offset =
        region.current === null ? null : offsetOfCaret(window.getSelection(), region.current);
      if (offset !== null) {
        place.placeCursor({ start: offset, end: offset + 1 });
      }
      const { selection, passage } = useWorkbench.getState();
      const mark = target?.closest<HTMLElement>("mark[data-highlights]");
      const ids = mark?.dataset["highlights"]?.split(" ") ?? [];
      const stack = highlights.filter(({ id }) => ids.includes(id));
      const currentId = selection?.kind === "highlight" ? selection.highlightId : null;
      const nextId = nextOfStack(stack, currentId);
      const highlight = stack.find(({ id }) => id === nextId);
      if (highlight !== undefined) {
        setGrabbedId(highlight.id);
        selectHighlight(highlight, highlights, tags);
        return;
      }
      if (passage?.articleId === text.articleId) {
        setPassage(null);
      } else if (selection?.kind === "highlight") {
        select(null);
      }
    };
    // Touch handles and caret browsing change the selection without a press that we see.
    const onSelectionChange = () => {
      if (!isPressed.current) {
        chooseSelection();
      }
    };
    window.addEventListener("pointerup", onRelease);
    window.addEventListener("pointercancel", onRelease);
    document.addEventListener("selectionchange", onSelectionChange);
    return () => {
      window.removeEventListener("pointerup", onRelease);
      window.removeEventListener("pointercancel", onRelease);
      document.removeEventListener("selectionchange", onSelectionChange);
    };
  }, []);

  return {
    grabbedId,
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        const isControl =
          event.target instanceof Element && event.target.closest("button") !== null;
        isPressed.current = event.button === 0 && !isControl;
        confineSelection(latest.current.region.current, isPressed.current);
      },
      onDragStart: (event: DragEvent) => {
        const { text } = latest.current;
        const { passage, selection } = useWorkbench.getState();
        const mark = event.target instanceof Element ? event.target.closest("mark") : null;
        isPressed.current = false;
        confineSelection(latest.current.region.current, false);
        if (mark?.draggable === true && selection?.kind === "highlight") {
          dragPassage(event, { highlightId: selection.highlightId }, mark.textContent);
        } else if (passage?.articleId === text.articleId) {
          const { articleId, start, end } = passage;
          dragPassage(event, { articleId, start, end }, text.text.slice(start, end));
        }
      },
      // What is copied is the source's text, character by character, not what the page makes of it.
      onCopy: (event: ClipboardEvent) => {
        const { text, region } = latest.current;
        const { passage } = useWorkbench.getState();
        const selected =
          region.current === null
            ? null
            : spanOfSelection(window.getSelection(), region.current, text.text);
        const span = selected ?? (passage?.articleId === text.articleId ? passage : null);
        if (span !== null) {
          event.clipboardData.setData("text/plain", text.text.slice(span.start, span.end));
          event.preventDefault();
        }
      },
    },
  };
}

/** Keeps what is being chosen inside the text where it began; see paint.css. */
function confineSelection(region: HTMLElement | null, isOn: boolean): void {
  document.documentElement.toggleAttribute("data-choosing", isOn);
  region?.toggleAttribute("data-choosing", isOn);
}

/** Let go outside the region, a selection would reach to the end of the article; it ends at what is seen. */
function endInside(region: HTMLElement, { clientX, clientY }: globalThis.PointerEvent): void {
  const marginPx = 4;
  const view = region.getBoundingClientRect();
  const x = Math.min(Math.max(clientX, view.left + marginPx), view.right - marginPx);
  const y = Math.min(Math.max(clientY, view.top + marginPx), view.bottom - marginPx);
  const selection = window.getSelection();
  if ((x === clientX && y === clientY) || selection?.isCollapsed !== false) {
    return;
  }
  const caret = document.caretPositionFromPoint(x, y);
  if (caret !== null && region.contains(caret.offsetNode)) {
    selection.extend(caret.offsetNode, caret.offset);
  }
}
