import { X } from "lucide-react";

import { openArticle } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { useImportState } from "./import-state.ts";

import styles from "./import-report.module.css";

/** Files that were refused, each with its reason; stays until it is dismissed. */
export function ImportReport() {
  const refused = useImportState((state) => state.refused);
  if (refused.length === 0) {
    return null;
  }
  return (
    <section className={styles.report} aria-label="Not imported" role="alert">
      <header className={styles.header}>
        <h3>Not imported</h3>
        <Button
          label="Dismiss"
          icon={<X />}
          onPress={() => useImportState.setState({ refused: [] })}
        />
      </header>
      <ul>
        {refused.map(({ name, message, articleId }, index) => (
          <li key={`${index} ${name ?? ""}`} className={styles.file}>
            <strong dir="auto">{name ?? "Pasted text"}</strong>
            <p dir="auto">{message}</p>
            {articleId !== null && (
              <Button label="Open that article" onPress={() => openArticle(articleId)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
