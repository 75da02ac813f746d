import { HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG } from "lexical";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";

import type { BriefingText } from "#contract/briefing";
import type { OutputOf } from "#contract/requests";

import { useSend } from "../state/requests.tsx";
import { BriefingKeeper } from "./briefing-keeper.ts";
import type { Keeping } from "./briefing-keeper.ts";
import { registerOpenBriefing } from "./briefing-state.ts";
import { citationToStore } from "./citation-facts.ts";
import type { CitationFacts } from "./citation-facts.ts";
import type { createBriefingEditor } from "./editor/create-editor.ts";
import { $readBlocks } from "./editor/read-blocks.ts";
import { $writeBlocks } from "./editor/write-blocks.ts";

/** Marks updates that bring what is stored, and so need not be saved. */
const storedTag = "stored";

/** Keeps the briefing in the editor: saves it while it is written, and shows what others changed. */
export function useKeeper(
  session: ReturnType<typeof createBriefingEditor>,
  stored: OutputOf<"briefing.read">,
  facts: CitationFacts,
) {
  const { editor, forgetHistory } = session;
  const request = useSend();
  const [keeping, setKeeping] = useState<Keeping>("saved");
  const [ticked, setTickedState] = useState<readonly number[]>(stored.text.ticked);
  const latest = useRef({ facts, ticked });
  useEffect(() => {
    latest.current = { facts, ticked };
  });
  const [first] = useState(stored);

  const keeper = useMemo(
    () =>
      // oxlint-disable-next-line react/refs -- the keeper calls what it is given later, never now
      new BriefingKeeper({
        stored: first,
        request,
        read: (): BriefingText => ({
          version: 1,
          blocks: editor
            .getEditorState()
            .read(() => $readBlocks((citation) => citationToStore(citation, latest.current.facts))),
          ticked: [...latest.current.ticked],
        }),
        load: (text) => {
          editor.update(() => $writeBlocks(text.blocks), {
            tag: [storedTag, HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG],
            discrete: true,
          });
          forgetHistory();
          latest.current = { ...latest.current, ticked: text.ticked };
          setTickedState(text.ticked);
        },
        tell: setKeeping,
      }),
    [editor, forgetHistory, request, first],
  );

  useEffect(() => {
    const isOwn = (tags: ReadonlySet<string>) => tags.has(storedTag) || tags.has(HISTORY_MERGE_TAG);
    const saveNow = () => void keeper.saveNow();
    const onVisibility = () => {
      if (document.visibilityState === "hidden") {
        saveNow();
      }
    };
    const stopListening = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
      if ((dirtyElements.size > 0 || dirtyLeaves.size > 0) && !isOwn(tags)) {
        keeper.changed();
      }
    });
    const unregister = registerOpenBriefing({
      briefingId: first.briefing.id,
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
  }, [editor, keeper, first]);

  const { revision } = stored.briefing;
  useEffect(() => {
    // Its failure is that of any reading: the next change looks again.
    keeper.lookAgain().catch(() => undefined);
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- looks again at each new revision
  }, [keeper, revision]);

  const setTicked = useCallback(
    (next: readonly number[]) => {
      latest.current = { ...latest.current, ticked: next };
      setTickedState(next);
      keeper.changed();
      void keeper.saveNow();
    },
    [keeper],
  );
  return { keeper, keeping, ticked, setTicked };
}
