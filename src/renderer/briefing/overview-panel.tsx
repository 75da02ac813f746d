import { Copy, Download } from "lucide-react";
import { useState } from "react";

import { useShell } from "../actions/run-action.ts";
import { ExportMenu } from "../exports/export-menu.tsx";
import { useRequest } from "../state/requests.tsx";
import { announce, showFailure, useWorkbench } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";

import styles from "./overview-panel.module.css";

/** The briefing as it would be exported now, every quote verified against the frozen text. */
export function OverviewPanel() {
  const boardId = useWorkbench((state) => state.boardId);
  const [onlyBoard, setOnlyBoard] = useState(false);
  const shell = useShell();
  const { data } = useRequest("export.markdown", {
    onlyBoard,
    ...(boardId === null ? {} : { boardId }),
  });
  if (data === undefined) {
    return <p className={styles.waiting}>Writing the briefing</p>;
  }
  const save = async () => {
    try {
      if (await shell.saveText(data.fileName, data.markdown)) {
        announce(`Saved as ${data.fileName}`);
      }
    } catch {
      showFailure("The briefing could not be saved there. Choose another place.");
    }
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(data.markdown);
      announce("Copied as Markdown");
    } catch {
      showFailure("The clipboard could not be written to. Save the file instead.");
    }
  };
  return (
    <section className={styles.panel} aria-label="Overview of all claims">
      <header className={styles.bar}>
        <Button
          label="Save Markdown"
          icon={<Download />}
          showLabel
          kind="primary"
          onPress={() => void save()}
        />
        <ExportMenu
          of={onlyBoard ? "the claims on the board" : "all claims"}
          scope={{
            kind: onlyBoard ? "board" : "project",
            ...(boardId === null ? {} : { boardId }),
          }}
        />
        <Button label="Copy as Markdown" icon={<Copy />} showLabel onPress={() => void copy()} />
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={onlyBoard}
            onChange={(event) => setOnlyBoard(event.target.checked)}
          />
          Only claims on the board
        </label>
        <p className={styles.verdict} data-ok={data.warnings.length === 0 ? "" : undefined}>
          {data.warnings.length === 0
            ? "Every quote is verified"
            : data.warnings.length === 1
              ? "1 warning"
              : `${data.warnings.length} warnings`}
        </p>
      </header>
      {data.warnings.length > 0 && (
        <ul className={styles.warnings} aria-label="Warnings">
          {data.warnings.map((warning) => (
            <li key={warning} dir="auto">
              {warning}
            </li>
          ))}
        </ul>
      )}
      {/* A scrolling region is reachable by keyboard. */}
      <div className={styles.text} role="region" aria-label="Markdown of the briefing" tabIndex={0}>
        <pre dir="auto">{data.markdown}</pre>
      </div>
    </section>
  );
}
