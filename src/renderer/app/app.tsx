import { useEffect, useMemo } from "react";
import { Group, Panel, Separator } from "react-resizable-panels";

import type { ActionContext } from "../actions/action.ts";
import { useBoundActions } from "../actions/key-bindings.ts";
import { ActionsContext } from "../actions/run-action.ts";
import { useSavedCoding } from "../codebook/use-saved-coding.ts";
import { Library } from "../library/library.tsx";
import { Desk } from "../reader/desk.tsx";
import type { Shell } from "../shell/shell.ts";
import { useRequest, useSend } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { useWorkbench } from "../state/workbench.ts";
import { actions } from "./actions.ts";
import { Dock } from "./dock.tsx";
import { Inspector } from "./inspector.tsx";
import { Pickers } from "./pickers.tsx";
import { StatusLine } from "./status-line.tsx";
import { TopBar } from "./top-bar.tsx";
import { useKeyboard } from "./use-keyboard.ts";
import { useNarrowWindow } from "./use-narrow-window.ts";
import { useSavedDesk } from "./use-saved-desk.ts";

import styles from "./app.module.css";

export function App({ shell }: { shell: Shell }) {
  const request = useSend();
  const run = useCommand();
  const context = useMemo<ActionContext>(() => ({ request, run, shell }), [request, run, shell]);
  const boundActions = useBoundActions(actions, request);
  useKeyboard(boundActions, context);
  useTheme();
  useNarrowWindow();
  useSaveOnLeaving();
  useWindowTitle();
  const isRestored = useSavedDesk(request);
  useSavedCoding(request);
  const libraryOpen = useWorkbench((state) => state.libraryOpen);
  const inspectorOpen = useWorkbench((state) => state.inspectorOpen);
  const dock = useWorkbench((state) => state.dock);
  const actionsValue = useMemo(() => ({ actions: boundActions, context }), [boundActions, context]);

  return (
    <ActionsContext value={actionsValue}>
      <div className={styles.window}>
        <TopBar />
        {isRestored ? (
          <Group className={styles.body} orientation="horizontal" id="window">
            {libraryOpen && (
              <>
                <Panel
                  id="library"
                  defaultSize="16rem"
                  minSize="12rem"
                  maxSize="28rem"
                  groupResizeBehavior="preserve-pixel-size"
                >
                  <Library />
                </Panel>
                <Separator className={styles.upright} aria-label="Width of the library" />
              </>
            )}
            <Panel id="middle" minSize="20rem">
              <Group orientation="vertical" id="middle-rows" className={styles.middle}>
                {!(dock.open && dock.maximised) && (
                  <Panel id="desk" minSize="8rem">
                    <Desk />
                  </Panel>
                )}
                {dock.open && (
                  <>
                    {!dock.maximised && (
                      <Separator className={styles.level} aria-label="Height of the dock" />
                    )}
                    <Panel id="dock" defaultSize="38%" minSize="8rem">
                      <Dock />
                    </Panel>
                  </>
                )}
              </Group>
            </Panel>
            {inspectorOpen && (
              <>
                <Separator className={styles.upright} aria-label="Width of the inspector" />
                <Panel
                  id="inspector"
                  defaultSize="19rem"
                  minSize="14rem"
                  maxSize="34rem"
                  groupResizeBehavior="preserve-pixel-size"
                >
                  <Inspector />
                </Panel>
              </>
            )}
          </Group>
        ) : (
          <p className={styles.opening}>Opening the project</p>
        )}
        <Pickers />
        <StatusLine />
      </div>
    </ActionsContext>
  );
}

function useTheme(): void {
  const theme = useWorkbench((state) => state.theme);
  useEffect(() => {
    if (theme === "system") {
      delete document.documentElement.dataset["theme"];
    } else {
      document.documentElement.dataset["theme"] = theme;
    }
  }, [theme]);
}

/** Fields are saved when they are left, and leaving the page leaves them. */
function useSaveOnLeaving(): void {
  useEffect(() => {
    const leaveField = () => {
      if (document.activeElement instanceof HTMLElement) {
        document.activeElement.blur();
      }
    };
    window.addEventListener("pagehide", leaveField);
    return () => window.removeEventListener("pagehide", leaveField);
  }, []);
}

function useWindowTitle(): void {
  const title = useRequest("project.read", {}).data?.title;
  useEffect(() => {
    document.title = title === undefined ? "Corroboard" : `${title} – Corroboard`;
  }, [title]);
}
