import { mergeRegister } from "@lexical/utils";
import {
  $getNodeByKey,
  $getSelection,
  $isNodeSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
  KEY_ENTER_COMMAND,
} from "lexical";
import type { LexicalEditor } from "lexical";
import { useCallback, useEffect } from "react";

import type { Citation, Finding } from "#contract/briefing";

import { useSend } from "../state/requests.tsx";
import { commandRunner } from "../state/use-command.ts";
import { announce } from "../state/workbench.ts";
import { applyFix } from "./apply-fix.ts";
import { useBriefing } from "./briefing-state.ts";
import { citationOf } from "./citation-of.ts";
import { $isCitationNode } from "./editor/citation-node.tsx";
import { CITE_COMMAND, OPEN_CITATION_COMMAND } from "./editor/cite-command.ts";
import { $isFigureNode } from "./editor/figure-node.tsx";
import { $insertCitation, $insertFigure } from "./editor/insert-citation.ts";
import { $selectWhole } from "./editor/select-place.ts";
import { openCitation } from "./open-citation.ts";

/** Citing, selecting, opening and removing citations in the editor. */
export function useCitations(editor: LexicalEditor) {
  const request = useSend();

  useEffect(() => {
    const run = commandRunner(request);
    const open = (key: string): boolean => {
      const citation = editor.getEditorState().read((): Citation | null => {
        const node = $getNodeByKey(key);
        return $isCitationNode(node) ? node.getCitation() : null;
      });
      if (citation !== null) {
        void openCitation(request, citation);
      }
      return citation !== null;
    };
    const removeSelected = (event: KeyboardEvent): boolean => {
      const nodes = $selectedNodes();
      if (nodes.length === 0) {
        return false;
      }
      event.preventDefault();
      for (const node of nodes) {
        const next = node.getPreviousSibling() ?? node.getNextSibling() ?? node.getParent();
        node.remove();
        next?.selectEnd();
      }
      return true;
    };
    return mergeRegister(
      editor.registerCommand(
        CITE_COMMAND,
        (subject) => {
          if (subject.kind === "figure") {
            $insertFigure(subject.figure);
            return true;
          }
          void citationOf(request, run, subject).then((citation) => {
            if (citation !== null) {
              editor.update(() => $insertCitation(citation));
              announce(`Cited: ${citation.words}`);
            }
          });
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(OPEN_CITATION_COMMAND, open, COMMAND_PRIORITY_LOW),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          const [node] = $selectedNodes();
          if (node === undefined || !$isCitationNode(node)) {
            return false;
          }
          event?.preventDefault();
          return open(node.getKey());
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(KEY_BACKSPACE_COMMAND, removeSelected, COMMAND_PRIORITY_LOW),
      editor.registerCommand(KEY_DELETE_COMMAND, removeSelected, COMMAND_PRIORITY_LOW),
      editor.registerCommand(
        CLICK_COMMAND,
        ({ target }) => {
          const key =
            target instanceof Element
              ? target.closest<HTMLElement>("[data-node-key]")?.dataset["nodeKey"]
              : undefined;
          const node = key === undefined ? null : $getNodeByKey(key);
          if (node === null) {
            return false;
          }
          $selectWhole(node);
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerUpdateListener(({ editorState }) => {
        const key = editorState.read(() => $selectedNodes()[0]?.getKey() ?? null);
        if (useBriefing.getState().citationKey !== key) {
          useBriefing.setState({ citationKey: key });
        }
      }),
    );
  }, [editor, request]);

  const fix = useCallback(
    (finding: Finding) => applyFix({ request, editor }, finding),
    [request, editor],
  );
  return { fix };
}

function $selectedNodes() {
  const selection = $getSelection();
  return $isNodeSelection(selection)
    ? selection.getNodes().filter((node) => $isCitationNode(node) || $isFigureNode(node))
    : [];
}
