import type { Citation } from "#contract/briefing";

import type { Request } from "../state/requests.tsx";
import { announce, goToPassage, openArticle, select } from "../state/workbench.ts";

/** Shows beside the briefing what a citation is of: its passage, the claim and its first passage, the article. */
export async function openCitation(request: Request, citation: Citation): Promise<void> {
  switch (citation.kind) {
    case "quote": {
      const [quote] = await request("briefing.quotes", { highlightIds: [citation.highlightId] });
      const { articleId, start, end } = quote ?? citation;
      if (quote !== undefined) {
        select({ kind: "highlight", highlightId: quote.highlightId, articleId });
      } else {
        announce("The highlight was removed; this is where it stood");
      }
      goToPassage({ articleId, start, end });
      break;
    }
    case "claim": {
      select({ kind: "claim", claimId: citation.claimId });
      const [evidence] = await request("evidence.list", { claimId: citation.claimId });
      if (evidence !== undefined) {
        goToPassage(evidence);
      } else {
        announce("No passage is linked to this claim");
      }
      break;
    }
    case "article":
      select({ kind: "article", articleId: citation.articleId });
      openArticle(citation.articleId);
      break;
  }
}
