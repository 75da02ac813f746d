import type { ArticleId } from "#contract/ids";

import { currentDeskSizes, setDeskSizes } from "../reader/desk-sizes.ts";
import { focusActivePane } from "../reader/open-panes.ts";
import type { Request } from "../state/requests.tsx";
import { announce, openSideBySide, useWorkbench } from "../state/workbench.ts";
import {
  layoutOf,
  layoutsKey,
  readLayouts,
  useSavedLayouts,
  withLayout,
  withoutLayout,
} from "./saved-layouts.ts";
import type { SavedLayout } from "./saved-layouts.ts";

/** Reads the layouts as they are in the project now; another window may have kept one. */
export async function loadLayouts(request: Request): Promise<readonly SavedLayout[]> {
  const layouts = readLayouts(await request("view.read", { key: layoutsKey }));
  useSavedLayouts.setState({ layouts });
  return layouts;
}

async function saveLayouts(request: Request, layouts: readonly SavedLayout[]): Promise<void> {
  await request("view.save", { key: layoutsKey, value: [...layouts] });
  useSavedLayouts.setState({ layouts });
}

/** Puts a layout on the desk. Articles that are no longer in the library are left out, and told. */
export async function openLayout(request: Request, layout: SavedLayout): Promise<void> {
  const known = new Set((await request("article.list", {})).map(({ id }) => id));
  const articleIds = layout.articleIds.filter((id) => known.has(id));
  const missing = layout.articleIds.length - articleIds.length;
  if (missing === 0 && layout.widths.length === articleIds.length) {
    const sizes = await currentDeskSizes(request);
    setDeskSizes(request, { ...sizes, [articleIds.length]: [...layout.widths] });
  }
  const { dock, libraryOpen, inspectorOpen } = layout;
  useWorkbench.setState({ dock, libraryOpen, inspectorOpen });
  openSideBySide(articleIds);
  announce(wordsOf(layout.name, articleIds, missing));
  requestAnimationFrame(focusActivePane);
}

function wordsOf(name: string, articleIds: readonly ArticleId[], missing: number): string {
  const opened = `Layout ${name}: ${articleIds.length} ${articleIds.length === 1 ? "article" : "articles"} open`;
  return missing === 0
    ? opened
    : `${opened}. ${missing} ${missing === 1 ? "is" : "are"} no longer in the library.`;
}

/** Keeps the desk as it is under a name; one of the same name is replaced. */
export async function keepLayout(request: Request, name: string): Promise<void> {
  const state = useWorkbench.getState();
  const sizes = await currentDeskSizes(request);
  const layout = layoutOf(name, state, sizes[String(state.panes.length)] ?? []);
  await saveLayouts(request, withLayout(await loadLayouts(request), layout));
  announce(`Layout kept as ${layout.name}`);
}

export async function forgetLayout(request: Request, name: string): Promise<void> {
  await saveLayouts(request, withoutLayout(await loadLayouts(request), name));
  announce(`Layout ${name} forgotten`);
}
