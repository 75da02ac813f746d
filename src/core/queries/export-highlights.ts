import type { BlockContent, Paragraph, PhrasingContent } from "mdast";

import type { Highlight } from "#contract/highlight";
import type { HighlightFilter } from "#contract/highlight-table";
import type { OutputOf, ParsedInputOf } from "#contract/requests";

import { textOfArticle } from "../articles/article-store.ts";
import type { ReadContext } from "../core-context.ts";
import { csvOf } from "../exports/csv-cells.ts";
import { fileNameOf } from "../exports/file-name.ts";
import { writeMarkdown } from "../exports/markdown-syntax.ts";
import { field, paragraphsOf, wordsOnOneLine } from "../exports/markdown-text.ts";
import { notVerified } from "../exports/wording.ts";
import { readHighlightFacts } from "../highlights/highlight-facts.ts";
import { readProject } from "../projects/project-store.ts";
import { viewOf } from "./view-highlights.ts";

type Row = {
  readonly highlight: Highlight;
  /** The article has the quote's words at its place. */
  readonly isVerified: boolean;
  readonly tagNames: readonly string[];
  readonly stances: readonly string[];
  readonly articleTitle: string | null;
  readonly outlet: string | null;
};

/** What the table shows, row by row; a highlight that is in several groups has a row in each. */
export function exportHighlights(
  context: ReadContext,
  input: ParsedInputOf<"highlight.export-csv">,
): OutputOf<"highlight.export-csv"> {
  const rows = readGroups(context, input).flatMap(({ name, rows: inGroup }) =>
    inGroup.map(({ highlight, isVerified, tagNames, stances, articleTitle, outlet }) => [
      name,
      highlight.exact,
      isVerified,
      tagNames.join("; "),
      highlight.note,
      stances.join("; "),
      articleTitle,
      outlet,
      highlight.start,
      highlight.end,
      highlight.createdAt,
      highlight.id,
    ]),
  );
  return {
    fileName: fileNameOf(titleOf(context), "csv"),
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

/** The same for reading. A quote that is not what the article has is marked, and is no quotation there. */
export function exportHighlightsAsMarkdown(
  context: ReadContext,
  input: ParsedInputOf<"highlight.export-markdown">,
): OutputOf<"highlight.export-markdown"> {
  const groups = readGroups(context, input);
  const isGrouped = input.group !== undefined && input.group !== "none";
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const title = titleOf(context);
  const children: BlockContent[] = [
    { type: "heading", depth: 1, children: wordsOnOneLine(title) },
    paragraph(
      `${count} ${count === 1 ? "highlight" : "highlights"}`,
      field(`${sayFilter(input.filter)}.`),
    ),
    ...groups.flatMap(({ name, rows }): BlockContent[] => [
      ...(isGrouped
        ? [{ type: "heading", depth: 2, children: wordsOnOneLine(name) } as const]
        : []),
      ...rows.flatMap(passageOf),
    ]),
  ];
  return {
    fileName: fileNameOf(title, "md"),
    markdown: writeMarkdown({ type: "root", children }),
    rows: count,
  };
}

function passageOf({ highlight, isVerified, tagNames, stances, ...row }: Row): BlockContent[] {
  const place = [
    ...field(row.articleTitle ?? "An article without a title"),
    ...(row.outlet === null ? [] : [{ type: "text", value: ", " } as const, ...field(row.outlet)]),
  ];
  return [
    ...(isVerified
      ? [{ type: "blockquote", children: paragraphsOf(highlight.exact) } as const]
      : paragraphsOf(highlight.exact, { lead: label(notVerified) })),
    paragraph(place, `, characters ${highlight.start + 1}–${highlight.end}`),
    ...(tagNames.length === 0 ? [] : [paragraph(label("Tags:"), field(tagNames.join(", ")))]),
    ...(stances.length === 0 ? [] : [paragraph(label("Evidence:"), stances.join(", "))]),
    ...(highlight.note === "" ? [] : paragraphsOf(highlight.note, { lead: label("Note:") })),
  ];
}

/** Words of the document's own stand as they are; those of the user come as nodes. */
function paragraph(...parts: readonly (string | readonly PhrasingContent[])[]): Paragraph {
  return {
    type: "paragraph",
    children: parts.flatMap((part) =>
      typeof part === "string" ? [{ type: "text", value: part }] : part,
    ),
  };
}

function label(words: string): PhrasingContent[] {
  return [
    { type: "strong", children: [{ type: "text", value: words }] },
    { type: "text", value: " " },
  ];
}

/** That not all were asked for, so that no one takes a part for the whole. */
function sayFilter(filter: HighlightFilter | undefined): string {
  const { query, ...others } = filter ?? {};
  const isNarrowed = Object.values(others).some((value) => value !== undefined);
  if (query === undefined) {
    return isNarrowed ? ", of those that a filter shows" : "";
  }
  return `, of those that ${isNarrowed ? "a filter and " : ""}this query shows: ${query}`;
}

function titleOf(context: ReadContext): string {
  return `${readProject(context).title} highlights`;
}

function readGroups(
  context: ReadContext,
  input: ParsedInputOf<"highlight.view">,
): { readonly name: string; readonly rows: readonly Row[] }[] {
  const facts = readHighlightFacts(context);
  const { groups } = viewOf(context, facts, input);
  const highlightOf = new Map(facts.highlights.map((highlight) => [highlight.id, highlight]));
  const nameOf = new Map(facts.tags.map(({ id, name }) => [id, name]));
  const texts = new Map<string, string>();
  return groups.map(({ name, highlightIds }) => ({
    name,
    rows: highlightIds.flatMap((id): Row[] => {
      const highlight = highlightOf.get(id);
      if (highlight === undefined) {
        return [];
      }
      const { articleId, start, end, exact, tagIds } = highlight;
      const text = texts.get(articleId) ?? textOfArticle(context.db, articleId);
      texts.set(articleId, text);
      const article = facts.articles.get(articleId);
      return [
        {
          highlight,
          isVerified: text.slice(start, end) === exact,
          tagNames: tagIds.flatMap((tagId) => nameOf.get(tagId) ?? []),
          stances: facts.stancesOf(id),
          articleTitle: article?.title ?? null,
          outlet: article?.outlet ?? null,
        },
      ];
    }),
  }));
}
