import { PenLine, X } from "lucide-react";
import { useEffect } from "react";

import { useRequest, useSend } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { useWorkbench } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { TagDot } from "../ui/tag-dot.tsx";
import { applyPen, putPenDown } from "./pen.ts";

import styles from "./pen-bar.module.css";

/** Says which tag is in hand, and puts it on each passage that is chosen with the mouse meanwhile. */
export function PenBar() {
  const penTagId = useWorkbench((state) => state.penTagId);
  const tag = useRequest("tag.list", {}).data?.find(({ id }) => id === penTagId);
  const request = useSend();
  const run = useCommand();

  useEffect(() => {
    if (penTagId === null) {
      return undefined;
    }
    const onRelease = (event: PointerEvent) => {
      const isInText =
        event.target instanceof Element && event.target.closest("[role='document']") !== null;
      if (event.button !== 0 || !isInText) {
        return;
      }
      // The reader takes the selection as the passage after this event, in a timer of its own.
      setTimeout(() => {
        setTimeout(() => {
          if (useWorkbench.getState().passage !== null) {
            void applyPen({ request, run });
          }
        });
      });
    };
    window.addEventListener("pointerup", onRelease);
    return () => window.removeEventListener("pointerup", onRelease);
  }, [penTagId, request, run]);

  if (tag === undefined) {
    return null;
  }
  return (
    <section className={styles.bar} aria-label="Pen" data-colour={tag.colour}>
      <PenLine aria-hidden="true" />
      <TagDot colour={tag.colour} />
      <p>
        <strong dir="auto">{tag.name}</strong> is put on each selection. With the keys, move to a
        sentence and press <kbd>Enter</kbd>.
      </p>
      <Button label="Put the pen down" icon={<X />} showLabel keys="Escape" onPress={putPenDown} />
    </section>
  );
}
