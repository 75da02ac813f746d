import type { Action } from "../actions/action.ts";
import { focusTable } from "../highlights/table-state.ts";
import { themes, themeWords } from "../state/reading-look.ts";
import { announce, openPicker, showDock, useWorkbench } from "../state/workbench.ts";
import type { DockView } from "../state/workbench.ts";

const { getState, setState } = useWorkbench;

function dockAction(view: DockView, title: string, keys: string): Action {
  return {
    id: `dock.${view}`,
    title,
    section: "View",
    keys: [keys],
    run: () => {
      showDock(view);
      if (view === "highlights") {
        focusTable();
      } else {
        focusDock();
      }
    },
  };
}

/**
 * The dock is rendered after this action, so it is looked for in the next frame. Its panel takes the focus
 * only where it holds nothing that does; else its first field, list or canvas has it.
 */
function focusDock(): void {
  requestAnimationFrame(() => {
    const panel = document.querySelector<HTMLElement>("[data-dock-content]");
    panel?.focus();
    if (document.activeElement !== panel) {
      panel?.querySelector<HTMLElement>("[data-board-canvas], [data-dock-focus]")?.focus();
      if (panel?.contains(document.activeElement) === true) {
        return;
      }
      panel?.querySelector<HTMLElement>("input, button, [tabindex='0']")?.focus();
    }
  });
}

export const projectActions: readonly Action[] = [
  {
    id: "palette.open",
    title: "Search all actions",
    section: "Project",
    keys: ["Mod+K"],
    run: () => openPicker({ kind: "palette" }),
  },
  {
    id: "shortcuts.open",
    title: "Show keyboard shortcuts",
    section: "Project",
    keys: ["?"],
    run: () => openPicker({ kind: "shortcuts" }),
  },
  {
    id: "history.undo",
    title: "Undo",
    section: "Project",
    keys: ["Mod+Z"],
    run: async ({ request, run }) => {
      const { undo } = await request("history.read", {});
      if (undo === null) {
        announce("Nothing to undo");
      } else if ((await run("history.undo", {})) !== null) {
        announce(`Undone: ${undo.label}`);
      }
    },
  },
  {
    id: "history.redo",
    title: "Redo",
    section: "Project",
    keys: ["Mod+Shift+Z", "Mod+Y"],
    run: async ({ request, run }) => {
      const { redo } = await request("history.read", {});
      if (redo === null) {
        announce("Nothing to redo");
      } else if ((await run("history.redo", {})) !== null) {
        announce(`Redone: ${redo.label}`);
      }
    },
  },
  {
    id: "window.new",
    title: "Open another window on this project",
    section: "Project",
    keys: ["Mod+Alt+N"],
    run: ({ shell }) => shell.openWindow(),
  },
  dockAction("claims", "Show claims", "Alt+C"),
  dockAction("highlights", "Show all highlights", "Alt+D"),
  dockAction("notes", "Show all notes", "Alt+Shift+N"),
  dockAction("board", "Show board", "Alt+B"),
  dockAction("matrix", "Show matrix of claims and articles", "Alt+M"),
  dockAction("hypotheses", "Show competing hypotheses (ACH)", "Alt+Y"),
  dockAction("sources", "Show sources, origins and shared wording", "Alt+S"),
  dockAction("search", "Show what was searched for", "Alt+U"),
  dockAction("briefing", "Show briefing and export", "Alt+E"),
  dockAction("history", "Show history", "Alt+H"),
  {
    id: "dock.toggle",
    title: "Show or hide the dock",
    section: "View",
    keys: ["Mod+J"],
    run: () => setState(({ dock }) => ({ dock: { ...dock, open: !dock.open, maximised: false } })),
  },
  {
    id: "dock.maximise",
    title: "Give the dock the whole window, or dock it again",
    section: "View",
    keys: ["Mod+Shift+J"],
    run: () =>
      setState(({ dock }) => ({ dock: { ...dock, open: true, maximised: !dock.maximised } })),
  },
  {
    id: "library.toggle",
    title: "Show or hide the library",
    section: "View",
    keys: ["Mod+B"],
    run: () => setState(({ libraryOpen }) => ({ libraryOpen: !libraryOpen })),
  },
  {
    id: "inspector.toggle",
    title: "Show or hide the inspector",
    section: "View",
    keys: ["Mod+I"],
    run: () => setState(({ inspectorOpen }) => ({ inspectorOpen: !inspectorOpen })),
  },
  {
    id: "theme.next",
    title: "Switch between the system’s colours, light, dark, sepia and high contrast",
    section: "View",
    keys: ["Alt+T"],
    run: () => {
      const theme = themes[(themes.indexOf(getState().theme) + 1) % themes.length] ?? "system";
      setState({ theme });
      announce(`Colours: ${themeWords[theme].toLowerCase()}`);
    },
  },
];
