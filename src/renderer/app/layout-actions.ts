import type { Action } from "../actions/action.ts";
import { openPicker } from "../state/workbench.ts";

/** What lies on the desk, kept by name. */
export const layoutActions: readonly Action[] = [
  {
    id: "layout.open",
    title: "Open a layout of the desk, or keep this one by name",
    section: "Desk",
    keys: ["Alt+Shift+D"],
    run: () => openPicker({ kind: "layout" }),
  },
];
