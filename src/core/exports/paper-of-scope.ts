import type { ExportScope } from "#contract/export";

import { paperOfWritten } from "../briefings/paper-of-written.ts";
import { readWrittenBriefing } from "../briefings/written-briefing.ts";
import type { ReadContext } from "../core-context.ts";
import { buildBriefing } from "./build-briefing.ts";
import { paperOfBriefing } from "./paper-of-briefing.ts";
import type { Paper } from "./paper.ts";
import { nulReplacement, withPictures } from "./plain-text.ts";
import type { Replacement } from "./plain-text.ts";

/**
 * What is chosen, as the document that every writer takes.
 * @param replacement what the format cannot hold, and what stands for it
 * @throws Failure not-found when the board, the briefing or a claim is not there; conflict while a quote of the
 *   written briefing does not verify
 */
export function paperOf(
  context: ReadContext,
  scope: ExportScope,
  replacement: Replacement = nulReplacement,
): Paper {
  if (scope.kind === "briefing") {
    const { document, replaced } = withPictures(
      readWrittenBriefing(context, scope.briefingId),
      replacement,
    );
    return paperOfWritten(document, replaced);
  }
  const { document, replaced } = withPictures(buildBriefing(context, scope), replacement);
  return paperOfBriefing(document, replaced);
}
