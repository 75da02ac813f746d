import type { BriefingDocument } from "../briefing-document.ts";
import { paperInHtml } from "../html-writer.ts";
import { paperInMarkdown } from "../markdown-writer.ts";
import { paperOfBriefing } from "../paper-of-briefing.ts";
import type { Paper } from "../paper.ts";
import { withPictures } from "../plain-text.ts";

/** A drafted briefing as an export writes it. */
export function briefingInMarkdown(briefing: BriefingDocument) {
  const paper = paperFor(briefing);
  return { markdown: paperInMarkdown(paper), warnings: paper.warnings };
}

export function briefingInHtml(briefing: BriefingDocument) {
  const paper = paperFor(briefing);
  return { html: paperInHtml(paper), warnings: paper.warnings };
}

function paperFor(briefing: BriefingDocument): Paper {
  const { document, replaced } = withPictures(briefing);
  return paperOfBriefing(document, replaced);
}
