import type { Article } from "#contract/article";

/** "The Post: Title" or the title alone. */
export function nameOfArticle({ outlet, title }: Pick<Article, "outlet" | "title">): string {
  return outlet === null ? title : `${outlet}: ${title}`;
}

/** "12 %"; what is there but rounds to nothing is "<1 %". */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  return rounded === 0 && share > 0 ? "<1 %" : `${rounded} %`;
}

/** "5 articles, 2 independent lines": articles of one origin count once. */
export function independentLines(articles: readonly Pick<Article, "id" | "originId">[]): number {
  return new Set(articles.map(({ id, originId }) => originId ?? id)).size;
}
