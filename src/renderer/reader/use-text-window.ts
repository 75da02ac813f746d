import { useEffect, useLayoutEffect, useMemo, useState } from "react";
import type { RefObject } from "react";
import { flushSync } from "react-dom";

import type { Block } from "#contract/article";

import type { ReadingPlace } from "./reading-place.ts";
import type { WindowPart } from "./text-window.ts";
import { WindowKeeper } from "./window-keeper.ts";

/**
 * What of an article is in the page, and how to get to the rest of it.
 * @param isWhole shows all of it, whatever its length
 * @param layoutKey changes whenever the type does, so that what was measured no longer holds
 * @param start where reading goes on; read once
 */
export function useTextWindow(properties: {
  region: RefObject<HTMLElement | null>;
  blocks: readonly Block[];
  isWhole: boolean;
  layoutKey: string;
  start: ReadingPlace | null;
}): { readonly parts: readonly WindowPart[]; readonly keeper: WindowKeeper } {
  const { region, blocks, isWhole, layoutKey, start } = properties;
  const [, setDrawn] = useState<readonly WindowPart[]>();
  const keeper = useMemo(
    () => new WindowKeeper({ blocks, isWhole, start, onParts: setDrawn }),
    // Whole or not, and where reading began, is given on later; a new text is a new window.
    // oxlint-disable-next-line react/exhaustive-deps
    [blocks],
  );

  useLayoutEffect(() => {
    keeper.attach(region.current);
    return () => keeper.attach(null);
  }, [keeper, region]);

  useEffect(() => {
    keeper.showWhole(isWhole);
    const show = (isAll: boolean) => () => {
      // The browser takes its picture of the page as soon as the event is over.
      flushSync(() => keeper.showWhole(isAll));
    };
    const before = show(true);
    const after = show(isWhole);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, [keeper, isWhole]);

  useEffect(() => {
    const element = region.current;
    const column = element?.firstElementChild;
    if (element === null || !(column instanceof HTMLElement)) {
      return undefined;
    }
    let widthPx = column.clientWidth;
    const onScroll = () => keeper.update();
    const observer = new ResizeObserver(() => {
      if (column.clientWidth === widthPx) {
        keeper.update();
      } else {
        widthPx = column.clientWidth;
        keeper.forgetHeights();
      }
    });
    observer.observe(column);
    observer.observe(element);
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", onScroll);
    };
  }, [keeper, region]);

  useEffect(() => {
    keeper.forgetHeights();
  }, [keeper, layoutKey]);

  useLayoutEffect(() => keeper.afterDrawing());

  return { parts: keeper.parts, keeper };
}
