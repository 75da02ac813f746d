import type { Stance } from "#contract/claim";
import type { Highlight, Tag } from "#contract/highlight";
import type { ArticleId, HighlightId, SourceId, TagId } from "#contract/ids";

import type { ReadContext } from "../core-context.ts";
import type { ReadableDb } from "../store/db.ts";
import { listTags } from "../tags/tag-store.ts";
import { listHighlights } from "./highlight-store.ts";

export type ArticleFacts = {
  readonly id: ArticleId;
  readonly title: string;
  readonly outlet: string | null;
  readonly sourceId: SourceId | null;
  readonly language: string | null;
  readonly textSha256: string;
};

/** All that the table of highlights and the questions to it go by. */
export type HighlightFacts = {
  /** In order of article, then of span. */
  readonly highlights: readonly Highlight[];
  readonly articles: ReadonlyMap<ArticleId, ArticleFacts>;
  /** In the codebook's order. */
  readonly tags: readonly Tag[];
  /** A tag with all tags below it; empty for a tag that is not there any more. */
  readonly branchOf: (tagId: TagId) => ReadonlySet<TagId>;
  /** Strongest first; empty for a highlight that is evidence for nothing. */
  readonly stancesOf: (id: HighlightId) => readonly Stance[];
};

export function readHighlightFacts(context: ReadContext): HighlightFacts {
  const { db } = context;
  const tags = listTags(context);
  const articles = db.all<ArticleFacts>(
    `SELECT article.id, article.title, source.name AS outlet, article.source_id AS sourceId,
      article.language, article.text_sha256 AS textSha256
    FROM article LEFT JOIN source ON source.id = article.source_id
    WHERE article.trashed_at IS NULL`,
  );
  const stances = readStances(db);
  return {
    highlights: listHighlights(context, {}),
    articles: new Map(articles.map((article) => [article.id, article])),
    tags,
    branchOf: branchesOf(tags),
    stancesOf: (id) => stances.get(id) ?? [],
  };
}

/** Answers what is below a tag, itself included. */
export function branchesOf(
  tags: readonly Pick<Tag, "id" | "parentId">[],
): (tagId: TagId) => ReadonlySet<TagId> {
  const known = new Set(tags.map(({ id }) => id));
  const children = Map.groupBy(tags, ({ parentId }) => parentId);
  const cache = new Map<TagId, ReadonlySet<TagId>>();
  return (tagId) => {
    const cached = cache.get(tagId);
    if (cached !== undefined) {
      return cached;
    }
    const branch = new Set<TagId>(known.has(tagId) ? [tagId] : []);
    for (const id of branch) {
      for (const child of children.get(id) ?? []) {
        branch.add(child.id);
      }
    }
    cache.set(tagId, branch);
    return branch;
  };
}

function readStances(db: ReadableDb): Map<HighlightId, Stance[]> {
  const rows = db.all<{ highlightId: HighlightId; stance: Stance }>(
    `SELECT DISTINCT evidence.highlight_id AS highlightId, evidence.stance
    FROM evidence JOIN claim ON claim.id = evidence.claim_id
    WHERE claim.trashed_at IS NULL
    ORDER BY CASE evidence.stance
      WHEN 'supports' THEN 0 WHEN 'disputes' THEN 1 WHEN 'qualifies' THEN 2 ELSE 3 END`,
  );
  const stances = new Map<HighlightId, Stance[]>();
  for (const { highlightId, stance } of rows) {
    stances.set(highlightId, [...(stances.get(highlightId) ?? []), stance]);
  }
  return stances;
}
