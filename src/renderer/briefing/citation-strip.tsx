import { $getNodeByKey } from "lexical";
import type { LexicalEditor } from "lexical";
import { useEffect, useState } from "react";

import { Button } from "../ui/button.tsx";
import { useBriefing } from "./briefing-state.ts";
import { citationNow, useCitationFacts } from "./citation-facts.ts";
import { $isCitationNode } from "./editor/citation-node.tsx";
import { OPEN_CITATION_COMMAND } from "./editor/cite-command.ts";
import { useWordCount } from "./use-word-count.ts";

import styles from "./citation-strip.module.css";

/** What stands behind the citation that has the focus or the pointer; else how long the text is. */
export function CitationStrip({ editor }: { editor: LexicalEditor }) {
  const facts = useCitationFacts();
  const selectedKey = useBriefing((state) => state.citationKey);
  const hoveredKey = useHoveredCitation(editor);
  const key = hoveredKey ?? selectedKey;
  const words = useWordCount(editor);
  const citation =
    key === null
      ? null
      : editor.getEditorState().read(() => {
          const node = $getNodeByKey(key);
          return $isCitationNode(node) ? node.getCitation() : null;
        });
  return (
    <div className={styles.strip}>
      <p className={styles.about} id="briefing-citation" aria-live="polite" dir="auto">
        {citation === null
          ? "Type @ to cite a claim, a quote or an article"
          : citationNow(citation, facts).about}
      </p>
      {citation !== null && key === selectedKey && (
        <Button
          label="Open beside"
          keys="Enter"
          onPress={() => editor.dispatchCommand(OPEN_CITATION_COMMAND, key ?? "")}
        />
      )}
      <p className={styles.count}>{words === 1 ? "1 word" : `${words} words`}</p>
    </div>
  );
}

function useHoveredCitation(editor: LexicalEditor): string | null {
  const [key, setKey] = useState<string | null>(null);
  useEffect(() => {
    const onPointerOver = ({ target }: PointerEvent) => {
      const element =
        target instanceof Element ? target.closest<HTMLElement>("[data-citation]") : null;
      setKey(element?.dataset["nodeKey"] ?? null);
    };
    const onPointerLeave = () => setKey(null);
    return editor.registerRootListener((root, before) => {
      before?.removeEventListener("pointerover", onPointerOver);
      before?.removeEventListener("pointerleave", onPointerLeave);
      root?.addEventListener("pointerover", onPointerOver);
      root?.addEventListener("pointerleave", onPointerLeave);
    });
  }, [editor]);
  return key;
}
