import {
  Contrast,
  FolderInput,
  LayoutGrid,
  PanelBottom,
  PanelLeft,
  PanelRight,
  Redo2,
  Search,
  SearchCode,
  Undo2,
  Waypoints,
} from "lucide-react";

import { ActionButton } from "../actions/action-button.tsx";
import { useKeysOf, useRunAction } from "../actions/run-action.ts";
import { ReadingView } from "../reader/reading-view.tsx";
import { useRequest } from "../state/requests.tsx";
import { useWorkbench } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { ProjectTitle } from "./project-title.tsx";

import styles from "./top-bar.module.css";

/** One row: the project, what can be taken back, and what can be shown. */
export function TopBar() {
  const history = useRequest("history.read", {}).data;
  const libraryOpen = useWorkbench((state) => state.libraryOpen);
  const inspectorOpen = useWorkbench((state) => state.inspectorOpen);
  const dockIsOpen = useWorkbench((state) => state.dock.open);
  const follow = useWorkbench((state) => state.follow);
  const runAction = useRunAction();
  const keysOf = useKeysOf();
  const undo = history?.undo ?? null;
  const redo = history?.redo ?? null;
  return (
    <header className={styles.bar}>
      <ActionButton action="library.toggle" icon={<PanelLeft />} isPressed={libraryOpen} />
      <ProjectTitle />
      <div className={styles.group} role="group" aria-label="History">
        <Button
          label={undo === null ? "Nothing to undo" : `Undo: ${undo.label}`}
          icon={<Undo2 />}
          keys={keysOf("history.undo")}
          isDisabled={undo === null}
          onPress={() => runAction("history.undo")}
        />
        <Button
          label={redo === null ? "Nothing to redo" : `Redo: ${redo.label}`}
          icon={<Redo2 />}
          keys={keysOf("history.redo")}
          isDisabled={redo === null}
          onPress={() => runAction("history.redo")}
        />
        {undo !== null && <span className={styles.last}>{undo.label}</span>}
      </div>
      <span className={styles.spring} />
      <ActionButton action="library.import" label="Import" icon={<FolderInput />} showLabel />
      <ActionButton
        action="desk.follow"
        label="Follow"
        icon={<Waypoints />}
        showLabel
        isPressed={follow}
      />
      <ActionButton action="find.open" label="Find" icon={<Search />} showLabel />
      <ActionButton action="palette.open" label="Actions" icon={<SearchCode />} showLabel />
      <div className={styles.group} role="group" aria-label="View">
        <ActionButton action="layout.open" label="Layouts of the desk" icon={<LayoutGrid />} />
        <ReadingView />
        <ActionButton action="theme.next" icon={<Contrast />} />
        <ActionButton action="dock.toggle" icon={<PanelBottom />} isPressed={dockIsOpen} />
        <ActionButton action="inspector.toggle" icon={<PanelRight />} isPressed={inspectorOpen} />
      </div>
    </header>
  );
}
