import type { OutputOf, ParsedInputOf } from "#contract/requests";

import { textOfArticle } from "../articles/article-store.ts";
import type { ReadContext } from "../core-context.ts";
import { csvOf } from "../exports/csv-cells.ts";
import { fileNameOf } from "../exports/file-name.ts";
import { readHighlightFacts } from "../highlights/highlight-facts.ts";
import { readProject } from "../projects/project-store.ts";
import { viewOf } from "./view-highlights.ts";

/** What the table shows, row by row; a highlight that is in several groups has a row in each. */
export function exportHighlights(
  context: ReadContext,
  input: ParsedInputOf<"highlight.export-csv">,
): OutputOf<"highlight.export-csv"> {
  const facts = readHighlightFacts(context);
  const { groups } = viewOf(context, facts, input);
  const highlightOf = new Map(facts.highlights.map((highlight) => [highlight.id, highlight]));
  const nameOf = new Map(facts.tags.map(({ id, name }) => [id, name]));
  const texts = new Map<string, string>();
  const rows = groups.flatMap(({ name, highlightIds }) =>
    highlightIds.flatMap((id) => {
      const highlight = highlightOf.get(id);
      if (highlight === undefined) {
        return [];
      }
      const { articleId, start, end, exact, note, tagIds, createdAt } = highlight;
      const text = texts.get(articleId) ?? textOfArticle(context.db, articleId);
      texts.set(articleId, text);
      const article = facts.articles.get(articleId);
      return [
        [
          name,
          exact,
          text.slice(start, end) === exact,
          tagIds.flatMap((tagId) => nameOf.get(tagId) ?? []).join("; "),
          note,
          facts.stancesOf(id).join("; "),
          article?.title ?? null,
          article?.outlet ?? null,
          start,
          end,
          createdAt,
          id,
        ],
      ];
    }),
  );
  return {
    fileName: fileNameOf(`${readProject(context).title} highlights`, "csv"),
    csv: csvOf(
      [
        "group",
        "quote",
        "verified",
        "tags",
        "note",
        "stances",
        "article",
        "outlet",
        "start",
        "end",
        "made_at",
        "id",
      ],
      rows,
    ),
    rows: rows.length,
  };
}
