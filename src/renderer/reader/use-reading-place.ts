import { useEffect, useLayoutEffect, useRef } from "react";
import type { RefObject } from "react";

import type { ArticleId } from "#contract/ids";

/** How far each article was scrolled, for when its pane comes back. Pixels. */
const scrolledPx = new Map<ArticleId, number>();

/**
 * Keeps the reading place when a pane is moved on the desk (moving an element scrolls it back) and when
 * the desk comes back from under a maximised dock.
 * @param index place of the pane on the desk
 */
export function useReadingPlace(
  region: RefObject<HTMLElement | null>,
  articleId: ArticleId,
  index: number,
): void {
  const shownAt = useRef<number>(null);
  useLayoutEffect(() => {
    const element = region.current;
    if (element !== null && shownAt.current !== index) {
      shownAt.current = index;
      element.scrollTo({ top: scrolledPx.get(articleId) ?? 0 });
    }
  });

  useEffect(() => {
    const element = region.current;
    const remember = () => {
      if (element !== null && element.isConnected) {
        scrolledPx.set(articleId, element.scrollTop);
      }
    };
    element?.addEventListener("scroll", remember, { passive: true });
    return () => element?.removeEventListener("scroll", remember);
  }, [region, articleId]);
}
