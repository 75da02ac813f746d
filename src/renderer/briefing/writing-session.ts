import { HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG } from "lexical";
import { createStore } from "zustand";

import type { BriefingText, Citation } from "#contract/briefing";
import type { OutputOf } from "#contract/requests";

import type { Request } from "../state/requests.tsx";
import { announce } from "../state/workbench.ts";
import { BriefingKeeper } from "./briefing-keeper.ts";
import type { Keeping } from "./briefing-keeper.ts";
import { registerOpenBriefing } from "./briefing-state.ts";
import { citationToStore, nothingKnown } from "./citation-facts.ts";
import type { CitationFacts } from "./citation-facts.ts";
import { createBriefingEditor } from "./editor/create-editor.ts";
import { $readBlocks } from "./editor/read-blocks.ts";
import { renewCitations } from "./editor/renew-citations.ts";
import { $caretPlace, $selectPlace } from "./editor/select-place.ts";
import { $writeBlocks } from "./editor/write-blocks.ts";

/** Marks updates that bring what is stored or known, and so need not be saved. */
const storedTag = "stored";
const quietTags = [storedTag, HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG];

/** What the page shows of a session besides the text. */
type SessionLook = { readonly keeping: Keeping; readonly ticked: readonly number[] };

/** A briefing while it is written: its editor, and the keeper that saves it and takes over what others changed. */
export function createWritingSession(stored: OutputOf<"briefing.read">, request: Request) {
  const { editor, forgetHistory, start } = createBriefingEditor(stored.text.blocks);
  const look = createStore<SessionLook>(() => ({ keeping: "saved", ticked: stored.text.ticked }));
  let facts = nothingKnown;
  const asStored = (citation: Citation) => citationToStore(citation, facts);

  const keeper = new BriefingKeeper({
    stored,
    request,
    read: (): BriefingText => ({
      version: 1,
      blocks: editor.getEditorState().read(() => $readBlocks(asStored)),
      ticked: [...look.getState().ticked],
    }),
    load: (text, indexOf) => {
      // Reading ends an update that is under way, which would get these tags too.
      const caret = editor.read($caretPlace);
      const isWriting = document.activeElement === editor.getRootElement();
      if (indexOf === undefined || caret === null || !isWriting) {
        editor.update(() => $writeBlocks(text.blocks), { tag: quietTags, discrete: true });
      } else {
        const place = { ...caret, block: indexOf(caret.block) };
        editor.update(
          () => {
            $writeBlocks(text.blocks);
            $selectPlace(place);
          },
          { tag: [storedTag, HISTORY_MERGE_TAG], discrete: true },
        );
      }
      forgetHistory();
      look.setState({ ticked: text.ticked });
    },
    tell: (keeping) => look.setState({ keeping }),
    tellMerged: () => announce("What was written in another window is taken in"),
  });

  return {
    editor,
    keeper,
    look,
    /** Connects the editor's own behaviour; answers how to end it. */
    start,
    /** Saves what is written from now on, and what is left when that is ended. */
    keep: () => keepWriting(editor, keeper, stored),
    /** Tells what the citations show now. */
    setFacts: (next: CitationFacts) => {
      facts = next;
      renewCitations(editor, asStored, quietTags);
    },
    /** Numbers of the tradecraft standards that are ticked, in order. */
    setTicked: (ticked: readonly number[]) => {
      look.setState({ ticked });
      keeper.changed();
      void keeper.saveNow();
    },
  };
}

function keepWriting(
  editor: ReturnType<typeof createBriefingEditor>["editor"],
  keeper: BriefingKeeper,
  { briefing }: OutputOf<"briefing.read">,
): () => void {
  const saveNow = () => void keeper.saveNow();
  const onVisibility = () => {
    if (document.visibilityState === "hidden") {
      saveNow();
    }
  };
  const stopListening = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
    const isQuiet = tags.has(storedTag) || tags.has(HISTORY_MERGE_TAG);
    if ((dirtyElements.size > 0 || dirtyLeaves.size > 0) && !isQuiet) {
      keeper.changed();
    }
  });
  const unregister = registerOpenBriefing({
    briefingId: briefing.id,
    editor,
    saveNow: () => keeper.saveNow(),
  });
  window.addEventListener("pagehide", saveNow);
  document.addEventListener("visibilitychange", onVisibility);
  return () => {
    stopListening();
    unregister();
    window.removeEventListener("pagehide", saveNow);
    document.removeEventListener("visibilitychange", onVisibility);
    keeper.stop();
  };
}
