import { useEffect } from "react";
import { z } from "zod";

import { TagId } from "#contract/ids";

import type { Request } from "../state/requests.tsx";
import { useWorkbench } from "../state/workbench.ts";
import type { WorkbenchState } from "../state/workbench.ts";
import { useCodebook } from "./codebook-state.ts";

const SavedCoding = z.object({
  hiddenTagIds: z.array(TagId),
  soloTagId: TagId.nullable(),
  lastTagId: TagId.nullable(),
  collapsedIds: z.array(TagId),
});
type SavedCoding = z.infer<typeof SavedCoding>;

/** It is saved this long after it was last changed. */
const saveDelayMs = 400;

/**
 * Restores which tags are hidden, folded and put on last, then keeps saving it with the project (view
 * "coding"). What cannot be read is ignored, and nothing is written over it: it is how the page looked.
 */
export function useSavedCoding(request: Request): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let saved = "";
    const saveNow = () => {
      clearTimeout(timer);
      timer = undefined;
      const value = codingOf();
      const written = JSON.stringify(value);
      if (saved !== "" && written !== saved) {
        saved = written;
        request("view.save", { key: "coding", value }).catch(
          () => undefined, // the next change saves it again
        );
      }
    };
    const saveSoon = (now: WorkbenchState | null, before: WorkbenchState | null) => {
      const isOfCoding =
        now?.hiddenTagIds !== before?.hiddenTagIds ||
        now?.soloTagId !== before?.soloTagId ||
        now?.lastTagId !== before?.lastTagId;
      if (now === null || isOfCoding) {
        clearTimeout(timer);
        timer = setTimeout(saveNow, saveDelayMs);
      }
    };
    const stops = [
      useWorkbench.subscribe(saveSoon),
      useCodebook.subscribe(({ collapsedIds }, before) => {
        if (collapsedIds !== before.collapsedIds) {
          saveSoon(null, null);
        }
      }),
    ];
    let isCurrent = true;
    request("view.read", { key: "coding" }).then(
      (answer) => {
        const read = SavedCoding.safeParse(answer);
        if (isCurrent && read.success) {
          const { collapsedIds, ...coding } = read.data;
          useWorkbench.setState(coding);
          useCodebook.setState({ collapsedIds: new Set(collapsedIds) });
        }
        saved = JSON.stringify(codingOf());
      },
      () => undefined, // every tag is shown
    );
    window.addEventListener("pagehide", saveNow);
    return () => {
      isCurrent = false;
      window.removeEventListener("pagehide", saveNow);
      for (const stop of stops) {
        stop();
      }
      saveNow();
    };
  }, [request]);
}

function codingOf(): SavedCoding {
  const { hiddenTagIds, soloTagId, lastTagId } = useWorkbench.getState();
  const { collapsedIds } = useCodebook.getState();
  return { hiddenTagIds: [...hiddenTagIds], soloTagId, lastTagId, collapsedIds: [...collapsedIds] };
}
