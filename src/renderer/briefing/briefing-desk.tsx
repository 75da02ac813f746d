import { useState } from "react";

import type { OutputOf } from "#contract/requests";

import { useBriefing } from "./briefing-state.ts";
import { ChecksPanel } from "./checks-panel.tsx";
import { CitationFactsContext } from "./citation-facts.ts";
import { CitationStrip } from "./citation-strip.tsx";
import { CitePicker } from "./cite-picker.tsx";
import { ConflictBar } from "./conflict-bar.tsx";
import { createBriefingEditor } from "./editor/create-editor.ts";
import { EditorSurface } from "./editor/editor-surface.tsx";
import { FindInBriefing } from "./find-in-briefing.tsx";
import { OutlinePanel } from "./outline-panel.tsx";
import { Toolbar } from "./toolbar.tsx";
import { useCitations } from "./use-citations.ts";
import { useCitedFacts } from "./use-cited-facts.ts";
import { useKeeper } from "./use-keeper.ts";

import styles from "./briefing-desk.module.css";

/** The editor with its tools, and beside it the checks or the outline. */
export function BriefingDesk({ stored }: { stored: OutputOf<"briefing.read"> }) {
  const [session] = useState(() => createBriefingEditor(stored.text.blocks));
  const { editor } = session;
  const facts = useCitedFacts(editor);
  const { keeper, keeping, ticked, setTicked } = useKeeper(session, stored, facts);
  const citations = useCitations(editor);
  const { side, isFinding } = useBriefing();
  return (
    <CitationFactsContext value={facts}>
      <section className={styles.desk} aria-label={`Briefing ${stored.briefing.title}`}>
        <Toolbar editor={editor} keeping={keeping} briefing={stored.briefing} />
        {keeping === "conflict" && <ConflictBar keeper={keeper} />}
        {isFinding && <FindInBriefing editor={editor} />}
        <div className={styles.middle} data-side={side ?? undefined}>
          <EditorSurface editor={editor} start={session.start} />
          {side === "checks" && (
            <ChecksPanel
              briefing={stored.briefing}
              editor={editor}
              ticked={ticked}
              onTick={setTicked}
              fix={citations.fix}
            />
          )}
          {side === "outline" && <OutlinePanel editor={editor} />}
        </div>
        <CitePicker editor={editor} />
        <CitationStrip editor={editor} />
      </section>
    </CitationFactsContext>
  );
}
