import { wordsOfClaim } from "#contract/briefing";
import type { Citation, ClaimPart } from "#contract/briefing";

import type { Request } from "../state/requests.tsx";
import type { RunCommand } from "../state/use-command.ts";
import { showFailure } from "../state/workbench.ts";
import type { Subject } from "./editor/cite-command.ts";

/** A citation of the subject as it is now; a passage is highlighted first. Null when it is gone. */
export async function citationOf(
  request: Request,
  run: RunCommand,
  subject: Exclude<Subject, { kind: "figure" }>,
): Promise<Citation | null> {
  switch (subject.kind) {
    case "claim": {
      const claims = await request("claim.list", {});
      const claim = claims.find(({ id }) => id === subject.claimId);
      const part: ClaimPart = subject.part ?? "statement";
      return claim === undefined
        ? notThere()
        : { kind: "claim", claimId: claim.id, part, words: wordsOfClaim(claim, part) };
    }
    case "passage": {
      const { passage } = subject;
      const highlightId =
        "highlightId" in passage
          ? passage.highlightId
          : (await run("highlight.create", passage))?.id;
      if (highlightId === undefined) {
        return null;
      }
      const [quote] = await request("briefing.quotes", { highlightIds: [highlightId] });
      if (quote === undefined) {
        return notThere();
      }
      const { articleId, start, end, exact } = quote;
      return { kind: "quote", highlightId, articleId, start, end, words: exact };
    }
    case "article": {
      const articles = await request("article.list", {});
      const article = articles.find(({ id }) => id === subject.articleId);
      return article === undefined
        ? notThere()
        : { kind: "article", articleId: article.id, words: article.title };
    }
  }
}

function notThere(): null {
  showFailure("What was to be cited is no longer there. It may have been removed.");
  return null;
}
