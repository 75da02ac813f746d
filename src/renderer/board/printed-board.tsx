import { useCallback } from "react";

import { PrintSheet } from "../ui/print-sheet.tsx";
import { useBoard } from "./board-state.ts";

import styles from "./printed-board.module.css";

/** Prints the board's picture, across a whole page, once it was asked for. */
export function PrintedBoard({ title }: { title: string }) {
  const printed = useBoard((state) => state.printed);
  const onDone = useCallback(() => {
    if (printed !== null) {
      URL.revokeObjectURL(printed);
      useBoard.setState({ printed: null });
    }
  }, [printed]);
  return printed === null ? null : (
    <PrintSheet onDone={onDone}>
      <h1 dir="auto">{title}</h1>
      <img className={styles.picture} src={printed} alt={`Board “${title}”`} />
    </PrintSheet>
  );
}
