import { ClaimInspector } from "../claims/claim-inspector.tsx";
import { ArticleInspector } from "../library/article-inspector.tsx";
import { HighlightInspector } from "../reader/highlight-inspector.tsx";
import { useWorkbench } from "../state/workbench.ts";

import styles from "./inspector.module.css";

/** Shows what is selected: a highlight, a claim or an article. */
export function Inspector() {
  const selection = useWorkbench((state) => state.selection);
  return (
    <aside className={styles.inspector} aria-label="Inspector" data-inspector tabIndex={-1}>
      {selection === null && (
        <div className={styles.empty}>
          <h2>Nothing selected</h2>
          <p>
            Select words in an article, or move by sentence with the arrow keys. Then press{" "}
            <kbd>1</kbd>–<kbd>9</kbd> to tag, <kbd>C</kbd> to make a claim, <kbd>L</kbd> to link to
            one.
          </p>
        </div>
      )}
      {selection?.kind === "highlight" && (
        <HighlightInspector
          key={selection.highlightId}
          highlightId={selection.highlightId}
          articleId={selection.articleId}
        />
      )}
      {selection?.kind === "claim" && (
        <ClaimInspector key={selection.claimId} claimId={selection.claimId} />
      )}
      {selection?.kind === "article" && (
        <ArticleInspector key={selection.articleId} articleId={selection.articleId} />
      )}
    </aside>
  );
}
