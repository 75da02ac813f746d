import { ToggleButton, ToggleButtonGroup } from "react-aria-components";

import { useRequest } from "../state/requests.tsx";
import { QuotationsPart } from "./quotations-part.tsx";
import { SourcesPart } from "./sources-part.tsx";
import { WordingPart } from "./wording-part.tsx";
import { showWordingPart, useWordingView } from "./wording-view.ts";
import type { WordingPart as Part } from "./wording-view.ts";

import styles from "./sources-view.module.css";

const parts: readonly { part: Part; name: string }[] = [
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
    <div className={styles.sources}>
      <ToggleButtonGroup
        className={styles.parts ?? ""}
        aria-label="Part of the sources"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[part]}
        onSelectionChange={(keys) => {
          const chosen = parts.find((one) => keys.has(one.part));
          if (chosen !== undefined) {
            showWordingPart(chosen.part);
          }
        }}
      >
        {parts.map((one) => (
          <ToggleButton key={one.part} id={one.part} className={styles.choice ?? ""}>
            {one.name}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <div className={styles.shown} tabIndex={-1}>
        {part === "sources" && <SourcesPart />}
        {part === "wording" && <WordingPart />}
        {part === "quotations" && <QuotationsPart />}
      </div>
    </div>
  );
}
