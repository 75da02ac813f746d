import { createContext, use } from "react";

/** A board with more cards draws only those in view; J and K still go to every card. */
export const mostDrawnCards = 200;
/** Below this zoom no word on a card can be read: 13.5 px become less than 5. */
const readableFromZoom = 0.35;

/** Whether so many cards are drawn so small that only where they lie and what joins them can be seen. */
export function isSeenFromAfar(cardCount: number, zoom: number): boolean {
  return cardCount > mostDrawnCards && zoom < readableFromZoom;
}

const FarView = createContext(false);
export const FarViewProvider = FarView.Provider;

/** Whether cards are drawn as mere shapes. */
export function useIsFar(): boolean {
  return use(FarView);
}
