import { ClaimPicker } from "../claims/claim-picker.tsx";
import { TagPicker } from "../reader/tag-picker.tsx";
import { useWorkbench } from "../state/workbench.ts";
import { Palette } from "./palette.tsx";
import { ShortcutSheet } from "./shortcut-sheet.tsx";

import styles from "./pickers.module.css";

/** The type-ahead that is open, in a row of its own above the status line: it covers no text. */
export function Pickers() {
  const picker = useWorkbench((state) => state.picker);
  if (picker === null) {
    return null;
  }
  return (
    <div className={styles.row}>
      {picker.kind === "tag" && <TagPicker />}
      {picker.kind === "claim" && <ClaimPicker />}
      {picker.kind === "palette" && <Palette />}
      {picker.kind === "shortcuts" && <ShortcutSheet />}
    </div>
  );
}
