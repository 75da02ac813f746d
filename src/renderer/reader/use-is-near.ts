import { useEffect, useState } from "react";
import type { RefObject } from "react";

/** Who wants to know of which element. */
const listeners = new WeakMap<Element, (isNear: boolean) => void>();
let observer: IntersectionObserver | null = null;

/** One for the whole page: a long article has thousands of blocks. */
function sharedObserver(): IntersectionObserver {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        listeners.get(target)?.(isIntersecting);
      }
    },
    // As much again as is visible, within the panes too, so that scrolling finds everything drawn.
    { scrollMargin: "100%" },
  );
  return observer;
}

/**
 * Whether an element is on the screen or about to be. Only looked after while it is wanted.
 * Work that is not needed elsewhere, such as drawing find hits, then costs what the screen shows.
 */
export function useIsNear(element: RefObject<Element | null>, isWanted: boolean): boolean {
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    const watched = element.current;
    if (!isWanted || watched === null) {
      return undefined;
    }
    listeners.set(watched, setIsNear);
    sharedObserver().observe(watched);
    return () => {
      sharedObserver().unobserve(watched);
      listeners.delete(watched);
    };
  }, [element, isWanted]);
  return isNear;
}
