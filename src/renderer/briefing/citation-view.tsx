import { memo } from "react";

import type { Citation } from "#contract/briefing";

import { openBriefing, useBriefing } from "./briefing-state.ts";
import { citationNow, useCitationFacts } from "./citation-facts.ts";
import { OPEN_CITATION_COMMAND } from "./editor/cite-command.ts";

import styles from "./citation-view.module.css";

/** A citation in the text: its words as they are now, and whether something still supports them. */
export const CitationView = memo(function CitationView(properties: {
  nodeKey: string;
  citation: Citation;
}) {
  const { nodeKey, citation } = properties;
  const facts = useCitationFacts();
  const isSelected = useBriefing((state) => state.citationKey === nodeKey);
  const { words, state, about } = citationNow(citation, facts);
  return (
    <span
      className={styles.citation}
      data-citation={citation.kind}
      data-state={state}
      data-selected={isSelected ? "" : undefined}
      data-node-key={nodeKey}
      title={about}
      onDoubleClick={() => openBriefing()?.editor.dispatchCommand(OPEN_CITATION_COMMAND, nodeKey)}
    >
      {state === "unsupported" && <span className={styles.mark}>⚠ unsupported: </span>}
      <bdi>{citation.kind === "quote" ? `“${words}”` : words}</bdi>
    </span>
  );
});
