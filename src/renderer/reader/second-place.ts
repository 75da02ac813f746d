import { announce, maxPanes, openSecondPlace } from "../state/workbench.ts";
import { focusPane } from "./open-panes.ts";
import { beginWhere } from "./use-reading-place.ts";

/** Opens the article of a pane once more beside it, at the same place, to read on elsewhere in it. */
export function readSecondPlace(paneId: string): void {
  const second = openSecondPlace(paneId);
  if (second === null) {
    announce(`${maxPanes} articles are open. Close one to open a second place.`);
    return;
  }
  beginWhere(second.paneId, paneId);
  announce("The article is open at a second place");
  requestAnimationFrame(() => focusPane(second.paneId));
}
