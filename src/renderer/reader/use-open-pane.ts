import { useEffect, useRef } from "react";
import type { RefObject } from "react";

import type { ArticleText } from "#contract/article";
import type { Highlight, Tag } from "#contract/highlight";

import { registerPane } from "./open-panes.ts";
import { isOnScreen, readingSpan } from "./reading-span.ts";
import type { PlaceInText } from "./use-place-in-text.ts";
import type { WindowKeeper } from "./window-keeper.ts";

/** Lets actions reach the pane while it is on the screen. */
export function useOpenPane(properties: {
  paneId: string;
  region: RefObject<HTMLElement | null>;
  keeper: WindowKeeper;
  text: ArticleText;
  highlights: readonly Highlight[];
  tags: readonly Tag[];
  place: PlaceInText;
}): void {
  const { paneId } = properties;
  const latest = useRef(properties);
  useEffect(() => {
    latest.current = properties;
  });
  useEffect(
    () =>
      registerPane(paneId, {
        get articleId() {
          return latest.current.text.articleId;
        },
        focus: () => {
          const region = latest.current.region.current;
          region?.closest("[data-pane]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
          region?.focus({ preventScroll: true });
        },
        moveCursor: (move) => latest.current.place.move(move),
        placeCursor: (span) => latest.current.place.placeCursor(span),
        reveal: (span) => latest.current.keeper.reveal(span, "nearest"),
        readFrom: (span) => {
          latest.current.place.placeCursor(span);
          latest.current.keeper.reveal(span, "upper");
          latest.current.region.current?.focus({ preventScroll: true });
        },
        readingSpan: () => {
          const { region, text } = latest.current;
          return region.current === null ? null : readingSpan(region.current, text);
        },
        show: (span) => {
          const { region, keeper } = latest.current;
          if (region.current === null || !isOnScreen(region.current, span)) {
            keeper.reveal(span, "upper");
          }
        },
        selectAll: () => {
          const region = latest.current.region.current;
          if (region !== null) {
            window.getSelection()?.selectAllChildren(region);
          }
        },
        placeUtf16: () => latest.current.place.placeUtf16(),
        highlights: () => latest.current.highlights,
        tags: () => latest.current.tags,
        choose: (span) => {
          window.getSelection()?.removeAllRanges();
          latest.current.place.choose(span, "keys");
          latest.current.keeper.reveal(span, "nearest");
        },
        text: () => latest.current.text,
        textOf: ({ start, end }) => latest.current.text.text.slice(start, end),
      }),
    [paneId],
  );
}
