import { useEffect, useState } from "react";

/** When the component goes away, the focus goes back to what had it before, if that is still there. */
export function useReturnFocus(): void {
  // Read before anything is shown: by the time of an effect a field of the component may have it.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After React has removed the component; a focus that was moved on purpose stays where it is.
      queueMicrotask(() => {
        const isFree = document.activeElement === null || document.activeElement === document.body;
        if (isFree && before instanceof HTMLElement && before.isConnected) {
          before.focus();
        }
      });
    },
    [before],
  );
}
