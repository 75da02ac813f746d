import { ChevronsDownUp, ChevronsUpDown, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";

import { ActionButton } from "../actions/action-button.tsx";
import { BoardView } from "../board/board-view.tsx";
import { BriefingPanel } from "../briefing/briefing-panel.tsx";
import { ClaimsList } from "../claims/claims-list.tsx";
import { HighlightsPanel } from "../highlights/highlights-panel.tsx";
import { NotesPanel } from "../highlights/notes-panel.tsx";
import { HistoryPanel } from "../history/history-panel.tsx";
import { HypothesesView } from "../hypotheses/hypotheses-view.tsx";
import { MatrixView } from "../matrix/matrix-view.tsx";
import { ProjectView } from "../project/project-view.tsx";
import { SearchView } from "../search/search-view.tsx";
import { showDock, useWorkbench } from "../state/workbench.ts";
import type { DockView } from "../state/workbench.ts";
import { SourcesView } from "../wording/sources-view.tsx";

import styles from "./dock.module.css";

const views: readonly { view: DockView; name: string }[] = [
  { view: "claims", name: "Claims" },
  { view: "highlights", name: "Highlights" },
  { view: "notes", name: "Notes" },
  { view: "board", name: "Board" },
  { view: "matrix", name: "Matrix" },
  { view: "hypotheses", name: "Hypotheses" },
  { view: "sources", name: "Sources" },
  { view: "search", name: "Search" },
  { view: "briefing", name: "Briefing" },
  { view: "history", name: "History" },
  { view: "project", name: "Project" },
];

/** Holds the views of the analysis below the articles, or gives one the whole window. */
export function Dock() {
  const dock = useWorkbench((state) => state.dock);
  const tabs = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // By its key a view is shown whose tab the row has no room for.
    tabs.current
      ?.querySelector(`[data-key="${dock.view}"]`)
      ?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [dock.view]);
  return (
    <Tabs
      className={styles.dock ?? ""}
      selectedKey={dock.view}
      onSelectionChange={(key) => showDock(key as DockView)}
    >
      <div className={styles.bar}>
        <TabList ref={tabs} className={styles.tabs ?? ""} aria-label="Views of the analysis">
          {views.map(({ view, name }) => (
            <Tab key={view} id={view} className={styles.tab ?? ""}>
              {name}
            </Tab>
          ))}
        </TabList>
        <span className={styles.spring} />
        <ActionButton
          action="dock.maximise"
          label={dock.maximised ? "Dock it below the articles" : "Give it the whole window"}
          icon={dock.maximised ? <ChevronsDownUp /> : <ChevronsUpDown />}
        />
        <ActionButton action="dock.toggle" label="Close the dock" icon={<X />} />
      </div>
      <TabPanel id="claims" className={styles.view ?? ""} data-dock-content>
        <ClaimsList />
      </TabPanel>
      <TabPanel id="highlights" className={styles.view ?? ""} data-dock-content>
        <HighlightsPanel />
      </TabPanel>
      <TabPanel id="notes" className={styles.view ?? ""} data-dock-content>
        <NotesPanel />
      </TabPanel>
      <TabPanel id="board" className={styles.view ?? ""} data-dock-content>
        <BoardView />
      </TabPanel>
      <TabPanel id="matrix" className={styles.view ?? ""} data-dock-content>
        <MatrixView />
      </TabPanel>
      <TabPanel id="hypotheses" className={styles.view ?? ""} data-dock-content>
        <HypothesesView />
      </TabPanel>
      <TabPanel id="sources" className={styles.view ?? ""} data-dock-content>
        <SourcesView />
      </TabPanel>
      <TabPanel id="search" className={styles.view ?? ""} data-dock-content>
        <SearchView />
      </TabPanel>
      <TabPanel id="briefing" className={styles.view ?? ""} data-dock-content>
        <BriefingPanel />
      </TabPanel>
      <TabPanel id="history" className={styles.view ?? ""} data-dock-content>
        <HistoryPanel />
      </TabPanel>
      <TabPanel id="project" className={styles.view ?? ""} data-dock-content>
        <ProjectView />
      </TabPanel>
    </Tabs>
  );
}
