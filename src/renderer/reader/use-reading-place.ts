import { useEffect, useLayoutEffect, useRef } from "react";
import type { RefObject } from "react";

import type { ArticleId } from "#contract/ids";

import { useRequest, useSend } from "../state/requests.tsx";
import { placeIn, ReadingPlace } from "./reading-place.ts";
import type { WindowKeeper } from "./window-keeper.ts";

/** Where each article was read last in this window; null at its beginning. */
const places = new Map<ArticleId, ReadingPlace | null>();

/** A place is saved this long after reading came to rest. */
const saveDelayMs = 1_000;

const keyOf = (articleId: ArticleId) => `reading-place ${articleId}`;

/**
 * Where reading an article goes on: where it was left in this window, else in the project; null at its
 * beginning. Undefined until that is known.
 */
export function useKeptPlace(articleId: ArticleId): ReadingPlace | null | undefined {
  const inWindow = places.get(articleId);
  const saved = useRequest("view.read", inWindow === undefined ? { key: keyOf(articleId) } : null);
  if (inWindow !== undefined) {
    return inWindow;
  }
  // What cannot be read, or was not answered, is only a place.
  return saved.isPending || saved.isPlaceholderData
    ? undefined
    : (ReadingPlace.safeParse(saved.data).data ?? null);
}

/**
 * Keeps the reading place: when a pane is moved on the desk (moving an element scrolls it back), when the
 * desk comes back from under a maximised dock, and for the next start.
 * @param index place of the pane on the desk
 */
export function useReadingPlace(properties: {
  region: RefObject<HTMLElement | null>;
  keeper: WindowKeeper;
  articleId: ArticleId;
  index: number;
}): void {
  const { region, keeper, articleId, index } = properties;
  const request = useSend();
  const shownAt = useRef(index);
  useLayoutEffect(() => {
    if (shownAt.current !== index) {
      shownAt.current = index;
      const place = places.get(articleId) ?? null;
      if (place !== null) {
        keeper.goTo(place);
      }
    }
  });

  useEffect(() => {
    const element = region.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      clearTimeout(timer);
      timer = undefined;
      request("view.save", { key: keyOf(articleId), value: places.get(articleId) ?? null }).catch(
        () => undefined, // a place is not worth an alarm; the next one is saved again
      );
    };
    const saveNow = () => {
      if (timer !== undefined) {
        save();
      }
    };
    const remember = () => {
      if (element !== null && element.isConnected && element.clientHeight > 0) {
        places.set(articleId, placeIn(element));
        clearTimeout(timer);
        timer = setTimeout(save, saveDelayMs);
      }
    };
    element?.addEventListener("scroll", remember, { passive: true });
    window.addEventListener("pagehide", saveNow);
    return () => {
      element?.removeEventListener("scroll", remember);
      window.removeEventListener("pagehide", saveNow);
      saveNow();
    };
  }, [region, articleId, request]);
}
