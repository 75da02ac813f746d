import { useEffect, useRef } from "react";
import type { RefObject } from "react";

import type { TextSpan } from "#contract/article";
import type { ArticleId } from "#contract/ids";

import { useWorkbench } from "../state/workbench.ts";
import type { PlaceInText } from "./use-place-in-text.ts";
import type { WindowKeeper } from "./window-keeper.ts";

/** Long enough to be noticed on arriving, short enough not to be in the way of reading. */
const flashMs = 600;

/** The jump that was made last: a pane that comes back later must not make it again. */
let madeSerial = 0;

/**
 * Follows `state.jump` when it leads into this article: scrolls to the passage, chooses it, moves the
 * focus into the text and flashes the passage, unless reduced motion is asked for.
 */
export function useJump(properties: {
  region: RefObject<HTMLElement | null>;
  keeper: WindowKeeper;
  paneId: string;
  articleId: ArticleId;
  place: PlaceInText;
  onFlash: (span: TextSpan | null) => void;
}): void {
  const { region, keeper, paneId, articleId, place, onFlash } = properties;
  const jump = useWorkbench((state) => (state.jump?.articleId === articleId ? state.jump : null));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (jump === null || jump.serial <= madeSerial || region.current === null) {
      return;
    }
    // Of several panes with the article the jump is made in the active one.
    const { panes, activePaneId } = useWorkbench.getState();
    const active = panes.find((pane) => pane.paneId === activePaneId);
    if (active?.articleId === articleId && activePaneId !== paneId) {
      return;
    }
    madeSerial = jump.serial;
    const span = { start: jump.start, end: jump.end };
    region.current.closest("[data-pane]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    keeper.reveal(span, "upper");
    place.choose(span, "jump");
    region.current.focus({ preventScroll: true });
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) {
      onFlash(span);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => onFlash(null), flashMs);
    }
  }, [jump, region, keeper, paneId, articleId, place, onFlash]);

  useEffect(() => () => clearTimeout(timer.current), []);
}
