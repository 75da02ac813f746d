import type { Evidence } from "#contract/claim";
import type { ArticleId } from "#contract/ids";

type Place = Pick<Evidence, "articleId" | "start">;

/**
 * The claim's first passage in the next (or previous) article that has one, round and round. Articles
 * follow `articleIds`; evidence in articles that are not among them is passed over. Null when there is
 * none, or none but in `from`.
 */
export function stepEvidence<Some extends Place>(
  evidence: readonly Some[],
  articleIds: readonly ArticleId[],
  from: ArticleId | null,
  step: -1 | 1,
): Some | null {
  const count = articleIds.length;
  const at = from === null ? -1 : articleIds.indexOf(from);
  // Without a place to start from, the first step forwards is the first article, backwards the last.
  const start = at < 0 && step === -1 ? count : at;
  for (let distance = 1; distance <= count; distance += 1) {
    const articleId = articleIds[(((start + step * distance) % count) + count) % count];
    const passages = evidence.filter((one) => one.articleId === articleId);
    if (articleId !== from && passages.length > 0) {
      return passages.reduce((first, one) => (one.start < first.start ? one : first));
    }
  }
  return null;
}
