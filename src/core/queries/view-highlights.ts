import type { Stance } from "#contract/claim";
import { gradeOf } from "#contract/grades";
import type { Reliability } from "#contract/grades";
import type { Highlight } from "#contract/highlight";
import type { HighlightFilter, HighlightSort, HighlightView } from "#contract/highlight-table";
import type { HighlightId } from "#contract/ids";
import type { OutputOf, ParsedInputOf } from "#contract/requests";

import type { ReadContext } from "../core-context.ts";
import { readHighlightFacts } from "../highlights/highlight-facts.ts";
import type { HighlightFacts } from "../highlights/highlight-facts.ts";
import { readHighlights } from "../highlights/highlight-store.ts";
import { answerQuery } from "./answer-query.ts";
import { holdsWords } from "./folded.ts";
import { readQuery } from "./query-store.ts";
import { unitsOf } from "./units-of-highlights.ts";

/** Which highlights the table shows, in order and by group. */
export function viewHighlights(
  context: ReadContext,
  input: ParsedInputOf<"highlight.view">,
): HighlightView {
  return viewOf(context, readHighlightFacts(context), input);
}

export function viewOf(
  context: ReadContext,
  facts: HighlightFacts,
  {
    filter = {},
    sort = "place",
    descending = false,
    group = "none",
  }: ParsedInputOf<"highlight.view">,
): HighlightView {
  const shown = sorted(filtered(context, facts, filter), facts, sort);
  const inOrder = descending ? shown.toReversed() : shown;
  const grouped = new Map<string, HighlightId[]>();
  for (const name of groupNames(facts, group)) {
    grouped.set(name, []);
  }
  for (const highlight of inOrder) {
    for (const name of groupsOf(highlight, facts, group)) {
      const members = grouped.get(name) ?? [];
      members.push(highlight.id);
      grouped.set(name, members);
    }
  }
  return {
    total: shown.length,
    groups: [...grouped]
      .filter(([, highlightIds]) => highlightIds.length > 0)
      .map(([name, highlightIds]) => ({ name, highlightIds })),
  };
}

export function readHighlightRows(
  context: ReadContext,
  { highlightIds }: ParsedInputOf<"highlight.rows">,
): OutputOf<"highlight.rows"> {
  const { db } = context;
  const rows = db.all<{
    id: HighlightId;
    articleTitle: string;
    outlet: string | null;
    reliability: Reliability;
    credibilities: string | null;
    stances: string | null;
  }>(
    `SELECT highlight.id, article.title AS articleTitle, source.name AS outlet,
      coalesce(source.reliability, 'F') AS reliability,
      (SELECT group_concat(DISTINCT coalesce(evidence.credibility, 6))
        FROM evidence JOIN claim ON claim.id = evidence.claim_id
        WHERE evidence.highlight_id = highlight.id AND claim.trashed_at IS NULL) AS credibilities,
      (SELECT group_concat(DISTINCT evidence.stance)
        FROM evidence JOIN claim ON claim.id = evidence.claim_id
        WHERE evidence.highlight_id = highlight.id AND claim.trashed_at IS NULL) AS stances
    FROM json_each(:ids) AS wanted
      JOIN highlight ON highlight.id = wanted.value
      JOIN article ON article.id = highlight.article_id
      LEFT JOIN source ON source.id = article.source_id
    WHERE article.trashed_at IS NULL`,
    { ids: JSON.stringify(highlightIds) },
  );
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return readHighlights(db, highlightIds).flatMap((highlight) => {
    const row = rowOf.get(highlight.id);
    if (row === undefined) {
      return [];
    }
    const held = new Set(row.stances?.split(","));
    const stances = strongestFirst.filter((stance) => held.has(stance));
    const { articleTitle, outlet, reliability, credibilities } = row;
    const grades = (credibilities ?? "6")
      .split(",")
      .map((mark) => gradeOf(reliability, Number(mark)))
      .toSorted();
    return [{ highlight, articleTitle, outlet, grades, stances }];
  });
}

const strongestFirst: readonly Stance[] = ["supports", "disputes", "qualifies", "mentions"];

function filtered(
  context: ReadContext,
  facts: HighlightFacts,
  filter: HighlightFilter,
): Highlight[] {
  const { tagId, withDescendants = true, articleId, sourceId, stance, text, from, to } = filter;
  const branch = tagId === undefined ? null : facts.branchOf(tagId);
  const isQuery = filter.query !== undefined && filter.query.trim() !== "";
  const answer = isQuery
    ? answerQuery(
        readQuery(context, filter.query ?? "", ["filter", "query"]),
        facts,
        unitsOf(context.db, facts),
      )
    : null;
  return facts.highlights.filter((highlight) => {
    const { id, tagIds, exact, note, createdAt } = highlight;
    const stances = facts.stancesOf(id);
    const day = createdAt.slice(0, 10);
    return (
      (tagId === undefined ||
        (withDescendants ? tagIds.some((each) => branch?.has(each)) : tagIds.includes(tagId))) &&
      (articleId === undefined || highlight.articleId === articleId) &&
      (sourceId === undefined || facts.articles.get(highlight.articleId)?.sourceId === sourceId) &&
      (stance === undefined ||
        (stance === "none" ? stances.length === 0 : stances.includes(stance))) &&
      (from === undefined || day >= from) &&
      (to === undefined || day <= to) &&
      (answer === null || answer.has(id)) &&
      (text === undefined || text.trim() === "" || holdsWords([exact, note], text))
    );
  });
}

/** The given order is that of place; sorting keeps it among equals. */
function sorted(
  highlights: readonly Highlight[],
  facts: HighlightFacts,
  sort: HighlightSort,
): Highlight[] {
  if (sort === "place") {
    return [...highlights];
  }
  const places = new Map(facts.tags.map((tag, index) => [tag.id, index]));
  const numbers: Record<"tag" | "stance", (highlight: Highlight) => number> = {
    tag: ({ tagIds }) =>
      Math.min(Infinity, ...tagIds.map((tagId) => places.get(tagId) ?? Infinity)),
    stance: ({ id }) => {
      const [first] = facts.stancesOf(id);
      return first === undefined ? strongestFirst.length : strongestFirst.indexOf(first);
    },
  };
  if (sort === "tag" || sort === "stance") {
    const numberOf = numbers[sort];
    return highlights.toSorted((a, b) => {
      const [left, right] = [numberOf(a), numberOf(b)];
      return left === right ? 0 : left - right;
    });
  }
  const compare = new Intl.Collator("en").compare;
  const wordsOf = (highlight: Highlight): string => {
    switch (sort) {
      case "quote":
        return highlight.exact;
      case "source":
        return facts.articles.get(highlight.articleId)?.outlet ?? "";
      case "made":
        return highlight.createdAt;
    }
  };
  return highlights.toSorted((a, b) => compare(wordsOf(a), wordsOf(b)));
}

type Group = NonNullable<ParsedInputOf<"highlight.view">["group"]>;

const withoutTag = "No tag";
const withoutSource = "No source";
const withoutStance = "Evidence of no claim";

/** The groups in their order, also those that may stay empty. */
function groupNames({ articles, tags, highlights }: HighlightFacts, group: Group): string[] {
  switch (group) {
    case "none":
      return [""];
    case "article":
      return highlights.map(({ articleId }) => articles.get(articleId)?.title ?? "");
    case "source":
      return [
        ...[...articles.values()]
          .flatMap(({ outlet }) => outlet ?? [])
          .toSorted(new Intl.Collator("en").compare),
        withoutSource,
      ];
    case "tag":
      return [...tags.map(({ name }) => name), withoutTag];
    case "stance":
      return [...strongestFirst, withoutStance];
  }
}

function groupsOf(
  { id, articleId, tagIds }: Highlight,
  { articles, tags, stancesOf }: HighlightFacts,
  group: Group,
): readonly string[] {
  switch (group) {
    case "none":
      return [""];
    case "article":
      return [articles.get(articleId)?.title ?? ""];
    case "source":
      return [articles.get(articleId)?.outlet ?? withoutSource];
    case "tag":
      return tagIds.length === 0
        ? [withoutTag]
        : tags.filter((tag) => tagIds.includes(tag.id)).map(({ name }) => name);
    case "stance":
      return stancesOf(id).length === 0 ? [withoutStance] : stancesOf(id);
  }
}
