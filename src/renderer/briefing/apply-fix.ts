import { $createTextNode, $getRoot, $getSelection, $isRangeSelection } from "lexical";
import type { LexicalEditor } from "lexical";

import type { Finding } from "#contract/briefing";

import type { Request } from "../state/requests.tsx";
import { commandRunner } from "../state/use-command.ts";
import { announce } from "../state/workbench.ts";
import { citationOf } from "./citation-of.ts";
import { $createCitationNode, $isCitationNode } from "./editor/citation-node.tsx";
import { $insertCitation } from "./editor/insert-citation.ts";
import { $selectPlace } from "./editor/select-place.ts";

/** Puts right what a finding is about; the editor's undo takes it back. */
export async function applyFix(
  { request, editor }: { request: Request; editor: LexicalEditor },
  { fix, place }: Finding,
): Promise<void> {
  const run = commandRunner(request);
  if (fix === null) {
    return;
  }
  switch (fix.kind) {
    case "replace text":
      editor.update(() => {
        if (place !== null && $selectPlace(place) !== null) {
          const selection = $getSelection();
          if ($isRangeSelection(selection)) {
            selection.insertText(fix.with);
          }
        }
      });
      break;
    case "set likelihood":
      await run("claim.change", { claimId: fix.claimId, likelihood: fix.likelihood });
      break;
    case "cite article": {
      const citation = await citationOf(request, run, {
        kind: "article",
        articleId: fix.articleId,
      });
      if (citation !== null) {
        editor.update(() => {
          $getRoot().selectEnd().insertParagraph();
          $insertCitation(citation);
        });
      }
      break;
    }
    case "tell status": {
      const citation = await citationOf(request, run, {
        kind: "claim",
        claimId: fix.claimId,
        part: "status",
      });
      if (citation === null || place === null) {
        return;
      }
      editor.update(() => {
        const node = $selectPlace(place);
        if ($isCitationNode(node)) {
          node.insertAfter($createTextNode(" ("));
          const open = node.getNextSibling();
          const status = $createCitationNode(citation);
          open?.insertAfter(status);
          status.insertAfter($createTextNode(")"));
          status.selectNext(1, 1);
        }
      });
      break;
    }
    case "keep words":
      editor.update(() => {
        const node = place === null ? null : $selectPlace(place);
        if ($isCitationNode(node)) {
          node.replace($createTextNode(node.getCitation().words)).selectEnd();
        }
      });
      break;
    case "highlight again":
    case "cite passage": {
      const { articleId, start, end } = fix;
      const citation = await citationOf(request, run, {
        kind: "passage",
        passage: { articleId, start, end },
      });
      if (citation === null || place === null) {
        return;
      }
      editor.update(() => {
        const node = $selectPlace(place);
        if ($isCitationNode(node)) {
          node.replace($createCitationNode(citation));
        } else if (node !== null) {
          $insertCitation(citation);
        }
      });
      break;
    }
  }
  announce("Put right");
}
