import { useEffect, useLayoutEffect, useRef } from "react";
import type { RefObject } from "react";

import type { ArticleId } from "#contract/ids";

import { useRequest, useSend } from "../state/requests.tsx";
import { placeIn, ReadingPlace } from "./reading-place.ts";
import type { WindowKeeper } from "./window-keeper.ts";

/** Where reading stood last in this window, by pane and by saved key; null at the beginning. */
const placesOfPanes = new Map<string, ReadingPlace | null>();
const places = new Map<string, ReadingPlace | null>();

/** A place is saved this long after reading came to rest. */
const saveDelayMs = 1_000;

/** A pane on the desk, as far as its place is concerned. */
type PlacedPane = {
  readonly paneId: string;
  readonly articleId: ArticleId;
  /** Which of the panes with this article it is, from 0. */
  readonly nth: number;
};

/** An article that is read at several places at once has a key for each. */
const keyOf = ({ articleId, nth }: PlacedPane) =>
  `reading-place ${articleId}${nth === 0 ? "" : ` ${nth + 1}`}`;

/** Lets a pane that is not open yet begin where another one is. */
export function beginWhere(paneId: string, otherPaneId: string): void {
  placesOfPanes.set(paneId, placesOfPanes.get(otherPaneId) ?? null);
}

/**
 * Where reading an article goes on: where it was left in this window, else in the project; null at its
 * beginning. Undefined until that is known.
 */
export function useKeptPlace(pane: PlacedPane): ReadingPlace | null | undefined {
  const ofPane = placesOfPanes.get(pane.paneId);
  const inWindow = ofPane === undefined ? places.get(keyOf(pane)) : ofPane;
  const saved = useRequest("view.read", inWindow === undefined ? { key: keyOf(pane) } : null);
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
  pane: PlacedPane;
  index: number;
}): void {
  const { region, keeper, pane, index } = properties;
  const { paneId } = pane;
  const key = keyOf(pane);
  const request = useSend();
  const shownAt = useRef(index);
  useLayoutEffect(() => {
    if (shownAt.current !== index) {
      shownAt.current = index;
      const place = placesOfPanes.get(paneId) ?? null;
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
      request("view.save", { key, value: places.get(key) ?? null }).catch(
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
        const place = placeIn(element);
        placesOfPanes.set(paneId, place);
        places.set(key, place);
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
  }, [region, paneId, key, request]);
}
