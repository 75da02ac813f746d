import { useEffect, useState } from "react";
import { useStore } from "zustand";

import type { OutputOf } from "#contract/requests";

import { useSend } from "../state/requests.tsx";
import { useBriefing } from "./briefing-state.ts";
import { ChecksPanel } from "./checks-panel.tsx";
import { CitationFactsContext } from "./citation-facts.ts";
import { CitationStrip } from "./citation-strip.tsx";
import { CitePicker } from "./cite-picker.tsx";
import { ConflictBar } from "./conflict-bar.tsx";
import { EditorSurface } from "./editor/editor-surface.tsx";
import { FindInBriefing } from "./find-in-briefing.tsx";
import { OutlinePanel } from "./outline-panel.tsx";
import { Toolbar } from "./toolbar.tsx";
import { useCitations } from "./use-citations.ts";
import { useCitedFacts } from "./use-cited-facts.ts";
import { createWritingSession } from "./writing-session.ts";

import styles from "./briefing-desk.module.css";

/** The editor with its tools, and beside it the checks or the outline. */
export function BriefingDesk({ stored }: { stored: OutputOf<"briefing.read"> }) {
  const request = useSend();
  const [session] = useState(() => createWritingSession(stored, request));
  const { editor, keeper } = session;
  const { keeping, ticked } = useStore(session.look);
  const facts = useCitedFacts(editor);
  useEffect(() => session.keep(), [session]);
  useEffect(() => session.setFacts(facts), [session, facts]);
  const { revision } = stored.briefing;
  useEffect(() => {
    // Its failure is that of any reading: the next change looks again.
    keeper.lookAt(revision).catch(() => undefined);
  }, [keeper, revision]);
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
              onTick={session.setTicked}
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
