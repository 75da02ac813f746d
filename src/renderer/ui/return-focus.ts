import { useEffect } from "react";

/** When the component goes away, the focus goes back to what had it before, if that is still there. */
export function useReturnFocus(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      // After React has removed the component; a focus that was moved on purpose stays where it is.
      queueMicrotask(() => {
        const isFree = document.activeElement === null || document.activeElement === document.body;
        if (isFree && before instanceof HTMLElement && before.isConnected) {
          before.focus();
        }
      });
    };
  }, []);
}
