import { useStore } from "@xyflow/react";
import {
  AlignStartVertical,
  BoxSelect,
  FileDown,
  LayoutGrid,
  Magnet,
  Maximize,
  Spline,
  StickyNote,
  Trash2,
  Ungroup,
  ZoomIn,
  ZoomOut,
} from "lucide-react";

import type { Board } from "#contract/board";

import { ActionButton } from "../actions/action-button.tsx";
import { ActionMenu } from "../actions/action-menu.tsx";
import { ExportMenu } from "../exports/export-menu.tsx";
import { useWorkbench } from "../state/workbench.ts";
import { BoardMenu } from "./board-menu.tsx";
import { useBoard } from "./board-state.ts";

import styles from "./board-toolbar.module.css";

const layouts = [
  ["board.arrange", "By claim"],
  ["board.arrange-layers", "In layers"],
  ["board.arrange-sources", "By source"],
] as const;

const files = [
  ["board.save-png", "Picture (PNG)"],
  ["board.save-svg", "Picture (SVG)"],
  ["board.save-canvas", "JSON Canvas, for Obsidian"],
  null,
  ["board.print", "Print"],
] as const;

const alignments = [
  ["board.align-left", "Left edges"],
  ["board.align-centre", "Centres"],
  ["board.align-right", "Right edges"],
  null,
  ["board.align-top", "Tops"],
  ["board.align-middle", "Middles"],
  ["board.align-bottom", "Bottoms"],
  null,
  ["board.spread-across", "Equal gaps across"],
  ["board.spread-down", "Equal gaps downwards"],
] as const;

/** Which board, what can be done with it and with the chosen cards, and how much of it is seen. */
export function BoardToolbar({ boards, board }: { boards: readonly Board[]; board: Board }) {
  const zoom = useStore((state) => state.transform[2]);
  const hasCards = useBoard((state) => (state.shown?.facts.length ?? 0) > 0);
  const selectedCount = useBoard((state) => state.selectedIds.length);
  const hasSelected = selectedCount > 0;
  const snaps = useWorkbench((state) => state.snapsToGrid);
  return (
    <div className={styles.frame}>
      <div className={styles.toolbar} role="group" aria-label="Board tools">
        <BoardMenu boards={boards} board={board} />
        <span className={styles.divider} />
        <span className={styles.labelled}>
          <ActionButton action="board.add-note" label="Note" showLabel icon={<StickyNote />} />
          <ActionMenu
            label="Arrange"
            showLabel
            icon={<LayoutGrid />}
            items={layouts}
            isDisabled={!hasCards}
          />
        </span>
        <span className={styles.divider} />
        <ActionButton action="board.connect" icon={<Spline />} isDisabled={!hasSelected} />
        <ActionButton action="board.group" icon={<BoxSelect />} isDisabled={!hasSelected} />
        <ActionButton action="board.ungroup" icon={<Ungroup />} isDisabled={!hasSelected} />
        <ActionMenu
          label="Align"
          icon={<AlignStartVertical />}
          items={alignments}
          isDisabled={selectedCount < 2}
        />
        <ActionButton action="board.remove-cards" icon={<Trash2 />} isDisabled={!hasSelected} />
        <ActionMenu
          label="Save or print the board"
          icon={<FileDown />}
          items={files}
          isDisabled={!hasCards}
        />
        <ExportMenu
          of="the claims on the board"
          scope={{ kind: "board", boardId: board.id }}
          isDisabled={!hasCards}
          isCompact
        />
        <span className={styles.spring} />
        <ActionButton
          action="board.snap"
          label="Snap to the grid"
          icon={<Magnet />}
          isPressed={snaps}
        />
        <ActionButton action="board.zoom-out" icon={<ZoomOut />} isDisabled={!hasCards} />
        <span className={styles.zoom}>{Math.round(zoom * 100)}%</span>
        <ActionButton action="board.zoom-in" icon={<ZoomIn />} isDisabled={!hasCards} />
        <ActionButton action="board.fit" icon={<Maximize />} isDisabled={!hasCards} />
      </div>
    </div>
  );
}
