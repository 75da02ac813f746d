import { useCallback, useState } from "react";

/** How many more are drawn each time; a tall screen shows fewer. */
const step = 100;

/**
 * How much of a long list is drawn: it grows as its end comes near. Give `endRef` to an element behind what
 * is drawn; nothing of the rest is in the page.
 * @param asked what the list answers; for another question it begins anew, for a changed answer it does not
 */
export function useGrowing<Item>(
  list: readonly Item[],
  asked: string,
): {
  readonly drawn: readonly Item[];
  readonly endRef: (end: HTMLElement | null) => (() => void) | undefined;
} {
  const [grown, setGrown] = useState({ asked, count: step });
  const count = grown.asked === asked ? grown.count : step;
  const endRef = useCallback(
    (end: HTMLElement | null) => {
      if (end === null) {
        return undefined;
      }
      const observer = new IntersectionObserver(
        ([entry]) => {
          if (entry?.isIntersecting === true) {
            setGrown({ asked, count: count + step });
          }
        },
        { scrollMargin: "600px" },
      );
      observer.observe(end);
      return () => observer.disconnect();
    },
    [asked, count],
  );
  return { drawn: count < list.length ? list.slice(0, count) : list, endRef };
}
