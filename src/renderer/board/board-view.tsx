import { ReactFlowProvider } from "@xyflow/react";

import { messageOf } from "../state/use-command.ts";
import { BoardCanvas } from "./board-canvas.tsx";
import { BoardToolbar } from "./board-toolbar.tsx";
import { EmptyBoard } from "./empty-board.tsx";
import { PrintedBoard } from "./printed-board.tsx";
import { useBoardFacts } from "./use-board-facts.ts";

import styles from "./board-view.module.css";

/** The evidence board: claims, quotes, articles and notes as cards, and what links them as lines. */
export function BoardView() {
  const { facts, error } = useBoardFacts();
  if (facts === null) {
    return (
      <p className={styles.waiting} role={error === null ? undefined : "alert"}>
        {error === null ? "Opening the board" : messageOf(error)}
      </p>
    );
  }
  return (
    <div className={styles.view} data-scope="board">
      <ReactFlowProvider key={facts.board.id}>
        <BoardToolbar boards={facts.boards} board={facts.board} />
        <div className={styles.canvas}>
          <BoardCanvas {...facts} />
          {facts.facts.length === 0 && <EmptyBoard />}
          <PrintedBoard title={facts.board.title} />
        </div>
      </ReactFlowProvider>
    </div>
  );
}
