import type { BriefingBlock, BriefingText } from "#contract/briefing";
import type { BoardId } from "#contract/ids";

import type { ReadContext } from "../core-context.ts";
import { gatherDraftFacts } from "./draft-facts.ts";
import { draftSection } from "./draft-sections.ts";
import { readTemplate } from "./template-store.ts";

/**
 * A briefing of what a board holds, by a template. Nothing is invented: its words are the template's, the
 * names of the fields, and citations of the analyst's claims and notes and of quotes.
 * @throws Failure not-found when there is no such template or board
 */
export function draftBriefing(
  context: ReadContext,
  options: { title: string; templateId: string; boardId: BoardId | undefined },
): BriefingText {
  const { parts } = readTemplate(options.templateId);
  const facts = gatherDraftFacts(context, options.boardId);
  const blocks = parts.flatMap((part): BriefingBlock[] =>
    part.kind === "block" ? [part.block] : draftSection(part.name, facts),
  );
  return {
    version: 1,
    blocks: [
      { kind: "heading", level: 1, runs: [{ kind: "text", text: options.title }] },
      ...blocks,
    ],
    ticked: [],
  };
}
