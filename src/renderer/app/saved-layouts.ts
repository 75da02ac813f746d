import { z } from "zod";
import { create } from "zustand";

import { ArticleId } from "#contract/ids";

import { maxPanes } from "../state/workbench.ts";
import type { WorkbenchState } from "../state/workbench.ts";
import { SavedDock } from "./use-saved-desk.ts";

/** Key of the saved view. */
export const layoutsKey = "layouts";

/** What lies on the desk and around it, under a name. */
const SavedLayout = z.object({
  name: z.string().min(1),
  /** From left to right; an article that is read at several places is named for each. */
  articleIds: z.array(ArticleId).max(maxPanes),
  /** Widths of the panes in percent; empty where they are all alike. */
  widths: z.array(z.number().min(0).max(100)),
  dock: SavedDock,
  libraryOpen: z.boolean(),
  inspectorOpen: z.boolean(),
});
export type SavedLayout = z.infer<typeof SavedLayout>;

/** As they were read or saved last in this window, in order of name. */
export const useSavedLayouts = create<{ readonly layouts: readonly SavedLayout[] }>(() => ({
  layouts: [],
}));

/** What was saved, by name. A layout that another version wrote otherwise is left out. */
export function readLayouts(saved: unknown): readonly SavedLayout[] {
  const entries = z.array(z.unknown()).safeParse(saved).data ?? [];
  return entries.flatMap((entry) => SavedLayout.safeParse(entry).data ?? []);
}

/** The desk as it is, under a name. */
export function layoutOf(
  name: string,
  state: Pick<WorkbenchState, "panes" | "dock" | "libraryOpen" | "inspectorOpen">,
  widths: readonly number[],
): SavedLayout {
  const { panes, dock, libraryOpen, inspectorOpen } = state;
  return {
    name: name.trim(),
    articleIds: panes.map(({ articleId }) => articleId),
    widths: [...widths],
    dock,
    libraryOpen,
    inspectorOpen,
  };
}

/** Adds a layout, in the place of one with the same name. In order of name. */
export function withLayout(
  layouts: readonly SavedLayout[],
  layout: SavedLayout,
): readonly SavedLayout[] {
  return [...withoutLayout(layouts, layout.name), layout].toSorted((a, b) =>
    a.name.localeCompare(b.name),
  );
}

export function withoutLayout(
  layouts: readonly SavedLayout[],
  name: string,
): readonly SavedLayout[] {
  return layouts.filter((each) => !isSameName(each.name, name));
}

export function isSameName(a: string, b: string): boolean {
  return a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();
}
