import { useEffect } from "react";

import { useSend } from "../state/requests.tsx";
import { useWorkbench } from "../state/workbench.ts";
import { Leader } from "./follow-leader.ts";

/** What only a hand does to a pane; scrolling is also what being led does. */
const handEvents = ["wheel", "touchmove", "pointerdown", "keydown", "focusin"] as const;

/** While following is on: whatever moves in one pane of the desk moves the others to the matching place. */
export function useFollow(): void {
  const request = useSend();
  const isOn = useWorkbench((state) => state.follow);
  useEffect(() => {
    if (!isOn) {
      return undefined;
    }
    const leader = new Leader(request);
    const paneOf = ({ target }: Event) =>
      target instanceof Element
        ? (target.closest<HTMLElement>("[data-pane]")?.dataset["pane"] ?? null)
        : null;
    const onHand = (event: Event) => {
      const paneId = paneOf(event);
      if (paneId !== null) {
        leader.take(paneId);
      }
    };
    const onScroll = (event: Event) => {
      const paneId = paneOf(event);
      if (paneId !== null) {
        leader.moved(paneId);
      }
    };
    const passive = { capture: true, passive: true };
    for (const name of handEvents) {
      document.addEventListener(name, onHand, passive);
    }
    // Scrolling does not bubble, but it is captured.
    document.addEventListener("scroll", onScroll, passive);

    const stopWatching = useWorkbench.subscribe((state, before) => {
      if (state.passage !== before.passage && state.passage !== null) {
        const having = state.panes.filter(
          ({ articleId }) => articleId === state.passage?.articleId,
        );
        const pane = having.find(({ paneId }) => paneId === state.activePaneId) ?? having[0];
        if (pane !== undefined) {
          leader.take(pane.paneId);
          leader.moved(pane.paneId);
        }
      }
      if (state.panes !== before.panes) {
        leader.lookAgain();
      }
    });
    const { activePaneId } = useWorkbench.getState();
    if (activePaneId !== null) {
      leader.take(activePaneId);
      leader.moved(activePaneId);
    }
    return () => {
      for (const name of handEvents) {
        document.removeEventListener(name, onHand, passive);
      }
      document.removeEventListener("scroll", onScroll, passive);
      stopWatching();
      leader.stop();
    };
  }, [isOn, request]);
}
