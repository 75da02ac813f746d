import { useRequest } from "../state/requests.tsx";
import { Parts } from "../ui/parts.tsx";
import type { PartName } from "../ui/parts.tsx";
import { QuotationsPart } from "./quotations-part.tsx";
import { SourcesPart } from "./sources-part.tsx";
import { WordingPart } from "./wording-part.tsx";
import { showWordingPart, useWordingView } from "./wording-view.ts";
import type { WordingPart as Part } from "./wording-view.ts";

import styles from "./sources-view.module.css";

const parts: readonly PartName<Part>[] = [
  { part: "sources", name: "Sources and origins" },
  { part: "wording", name: "Shared wording" },
  { part: "quotations", name: "Shared quotations" },
];

/** Who says it, and is it one voice or five: sources, origins, shared wording and shared quotations. */
export function SourcesView() {
  const part = useWordingView((state) => state.part);
  const articles = useRequest("article.list", {}).data;
  if (articles?.length === 0) {
    return (
      <p className={styles.empty}>Import articles to see who says what, and who copies whom.</p>
    );
  }
  return (
    <Parts label="Part of the sources" parts={parts} shown={part} onShow={showWordingPart}>
      {part === "sources" && <SourcesPart />}
      {part === "wording" && <WordingPart />}
      {part === "quotations" && <QuotationsPart />}
    </Parts>
  );
}
