import { useCallback, useEffect, useRef } from "react";

import { changeProjectState, useProjectState } from "./project-state.ts";

/**
 * Gives the focus to a list that was asked for with a key, once it is there: its element comes later than
 * the component that shows it. The answer goes to the list's `ref`.
 */
export function useWantedFocus(): (list: HTMLTableElement | null) => void {
  const shown = useRef<HTMLTableElement>(null);
  const wantsFocus = useProjectState((state) => state.wantsFocus);
  useEffect(() => {
    if (wantsFocus) {
      focusSoon(shown.current);
    }
  }, [wantsFocus]);
  return useCallback((list) => {
    shown.current = list;
    focusSoon(list);
  }, []);
}

/** In the next frame the list has its rows. */
function focusSoon(list: HTMLTableElement | null): void {
  requestAnimationFrame(() => {
    if (list?.isConnected === true && useProjectState.getState().wantsFocus) {
      changeProjectState({ wantsFocus: false });
      list.focus();
    }
  });
}
