import type { OutputOf, ParsedInputOf } from "#contract/requests";

import { readArticleText } from "../articles/article-store.ts";
import { requireClaim } from "../claims/claim-store.ts";
import { similarity, stemsOf, weightsOf } from "../claims/word-similarity.ts";
import type { ReadContext } from "../core-context.ts";

/**
 * The sentences of an article that are most like a claim, best first: where to look before calling the
 * article silent. Like means like its statement, a variant, or a passage that is evidence for it: another
 * outlet's words are often nearer than the analyst's. Boilerplate is left out.
 */
export function nearestPassages(
  context: ReadContext,
  { claimId, articleId, limit }: ParsedInputOf<"coverage.suggest">,
): OutputOf<"coverage.suggest"> {
  const claim = requireClaim(context.db, claimId);
  const { text, blocks } = readArticleText(context, { articleId });
  const quotes = context.db.all<{ exact: string }>(
    `SELECT highlight.exact
    FROM evidence JOIN highlight ON highlight.id = evidence.highlight_id
    WHERE evidence.claim_id = :claimId AND highlight.trashed_at IS NULL`,
    { claimId },
  );
  const wordings = [
    claim.statement,
    ...claim.variants.map(({ statement }) => statement),
    ...quotes.map(({ exact }) => exact),
  ].map(stemsOf);
  const sentences = blocks
    .filter(({ boilerplate }) => !boilerplate)
    .flatMap((block) => block.sentences)
    .map(({ start, end }) => ({ start, end, stems: stemsOf(text.slice(start, end)) }));
  const weightOf = weightsOf(sentences.map(({ stems }) => stems));
  return sentences
    .map(({ start, end, stems }) => ({
      start,
      end,
      score: Math.max(...wordings.map((wording) => similarity(wording, stems, weightOf))),
    }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit);
}
