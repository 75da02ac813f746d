import { useEffect, useState } from "react";
import { z } from "zod";

import { ArticleId, BoardId } from "#contract/ids";

import { ReadingLook, themes, usualLook } from "../state/reading-look.ts";
import type { Request } from "../state/requests.tsx";
import { maxPanes, useWorkbench } from "../state/workbench.ts";
import type { SavedDesk, WorkbenchState } from "../state/workbench.ts";

/** The page is saved this long after it was last changed. */
const saveDelayMs = 400;

const SavedDeskShape = z.object({
  panes: z.array(z.object({ paneId: z.string(), articleId: ArticleId })).max(maxPanes),
  activePaneId: z.string().nullable(),
  dock: z.object({
    view: z.enum([
      "claims",
      "highlights",
      "notes",
      "board",
      "matrix",
      "hypotheses",
      "sources",
      "search",
      "briefing",
      "history",
      "project",
    ]),
    open: z.boolean(),
    maximised: z.boolean(),
  }),
  boardId: BoardId.nullable(),
  libraryOpen: z.boolean(),
  inspectorOpen: z.boolean(),
  theme: z.enum(themes),
  look: ReadingLook.catch(usualLook),
  snapsToGrid: z.boolean().catch(false),
  follow: z.boolean().catch(false),
});

/** How the dock was left. */
export const SavedDock = SavedDeskShape.shape.dock;

/**
 * Restores how the page was left, then keeps saving it. False until it is restored. What cannot be read
 * (made by another version) is ignored: it is how the page looked, not the analysis.
 */
export function useSavedDesk(request: Request): boolean {
  const [isRestored, setIsRestored] = useState<boolean | "unread">(false);

  useEffect(() => {
    let isCurrent = true;
    const restore = async () => {
      const saved = SavedDeskShape.safeParse(await request("view.read", { key: "desk" }));
      const articles = new Set((await request("article.list", {})).map((article) => article.id));
      if (isCurrent) {
        const desk = saved.data;
        if (desk !== undefined) {
          const panes = desk.panes.filter((pane) => articles.has(pane.articleId));
          useWorkbench.setState({ ...desk, panes });
        }
        setIsRestored(true);
      }
    };
    // Without its old layout the page is still whole; what is saved then stays as it is.
    restore().catch(() => setIsRestored("unread"));
    return () => {
      isCurrent = false;
    };
  }, [request]);

  useEffect(() => {
    if (isRestored !== true) {
      return undefined;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      clearTimeout(timer);
      timer = undefined;
      request("view.save", { key: "desk", value: savedPart(useWorkbench.getState()) }).catch(
        () => undefined, // the layout is not worth an alarm; the next change saves it again
      );
    };
    const stop = useWorkbench.subscribe((state, previous) => {
      if (JSON.stringify(savedPart(state)) !== JSON.stringify(savedPart(previous))) {
        clearTimeout(timer);
        timer = setTimeout(save, saveDelayMs);
      }
    });
    const saveNow = () => {
      if (timer !== undefined) {
        save();
      }
    };
    window.addEventListener("pagehide", saveNow);
    return () => {
      window.removeEventListener("pagehide", saveNow);
      stop();
      saveNow();
    };
  }, [isRestored, request]);

  return isRestored !== false;
}

function savedPart(state: WorkbenchState) {
  const {
    panes,
    activePaneId,
    dock,
    boardId,
    libraryOpen,
    inspectorOpen,
    theme,
    look,
    snapsToGrid,
    follow,
  } = state;
  return {
    panes: [...panes],
    activePaneId,
    dock,
    boardId,
    libraryOpen,
    inspectorOpen,
    theme,
    look,
    snapsToGrid,
    follow,
  } satisfies SavedDesk;
}
