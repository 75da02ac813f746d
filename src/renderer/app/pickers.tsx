import { ClaimPicker } from "../claims/claim-picker.tsx";
import { PenBar } from "../reader/pen-bar.tsx";
import { TagPicker } from "../reader/tag-picker.tsx";
import { useWorkbench } from "../state/workbench.ts";
import { LayoutPicker } from "./layout-picker.tsx";
import { Palette } from "./palette.tsx";
import { ShortcutSheet } from "./shortcut-sheet.tsx";

import styles from "./pickers.module.css";

/** The type-ahead that is open, in a row of its own above the status line: it covers no text. */
export function Pickers() {
  const picker = useWorkbench((state) => state.picker);
  if (picker === null) {
    return <PenBar />;
  }
  return (
    <div className={styles.row}>
      {picker.kind === "tag" && <TagPicker purpose={picker.purpose} />}
      {picker.kind === "claim" && <ClaimPicker />}
      {picker.kind === "layout" && <LayoutPicker />}
      {picker.kind === "palette" && <Palette />}
      {picker.kind === "shortcuts" && <ShortcutSheet />}
    </div>
  );
}
