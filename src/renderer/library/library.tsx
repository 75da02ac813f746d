import { ClipboardPaste, Columns2, Columns3, FolderInput } from "lucide-react";
import { useMemo, useState } from "react";

import { ActionButton } from "../actions/action-button.tsx";
import { useScopeKeys } from "../actions/scope-keys.ts";
import { Codebook } from "../codebook/codebook.tsx";
import { useSend } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { ArticleList } from "./article-list.tsx";
import { fileToSend, importFiles } from "./import-files.ts";
import { ImportReport } from "./import-report.tsx";
import { useImportState } from "./import-state.ts";
import { PasteForm } from "./paste-form.tsx";

import styles from "./library.module.css";

/** Articles and tags of the project. Text files dropped here are imported. */
export function Library() {
  const request = useSend();
  const run = useCommand();
  const context = useMemo(() => ({ request, run }), [request, run]);
  const { isPasting, progress } = useImportState();
  const onKeyDownCapture = useScopeKeys("library");
  const [isDropTarget, setIsDropTarget] = useState(false);
  return (
    <nav
      className={styles.library}
      aria-label="Library"
      data-drop-target={isDropTarget ? "" : undefined}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes("Files")) {
          event.preventDefault();
          setIsDropTarget(true);
        }
      }}
      onDragLeave={() => setIsDropTarget(false)}
      onDrop={(event) => {
        setIsDropTarget(false);
        if (event.dataTransfer.files.length > 0) {
          event.preventDefault();
          void importFiles(context, [...event.dataTransfer.files].map(fileToSend));
        }
      }}
    >
      <section
        className={styles.articles}
        aria-label="Articles"
        data-scope="library"
        onKeyDownCapture={onKeyDownCapture}
      >
        <header className={styles.header}>
          <h2>Articles</h2>
          <ActionButton action="library.open-chosen" icon={<Columns2 />} />
          <ActionButton action="library.open-all" icon={<Columns3 />} />
          <ActionButton action="library.paste" icon={<ClipboardPaste />} />
          <ActionButton action="library.import" icon={<FolderInput />} />
        </header>
        {progress !== null && (
          <p className={styles.progress} role="status">
            {progress}
          </p>
        )}
        <ImportReport />
        {isPasting && <PasteForm context={context} />}
        <ArticleList />
      </section>
      <Codebook />
    </nav>
  );
}
