import { Failure } from "#contract/failure";
import type { HighlightQuery } from "#contract/highlight-table";
import type { HighlightQueryId, TagId } from "#contract/ids";
import type { Query } from "#contract/query";
import type { ParsedInputOf } from "#contract/requests";

import type { ReadContext, WriteContext } from "../core-context.ts";
import { readHighlightFacts } from "../highlights/highlight-facts.ts";
import type { HighlightFacts } from "../highlights/highlight-facts.ts";
import type { ReadableDb } from "../store/db.ts";
import { listTags } from "../tags/tag-store.ts";
import { answerQuery } from "./answer-query.ts";
import { formatQuery } from "./format-query.ts";
import { parseQuery } from "./parse-query.ts";
import { QueryFault } from "./query-words.ts";
import { tagsOfQuery, withTags } from "./query.ts";
import { unitsOf } from "./units-of-highlights.ts";

type QueryRow = {
  readonly id: HighlightQueryId;
  readonly name: string;
  /** JSON of `Query`. */
  readonly query: string;
};

export function listHighlightQueries(context: ReadContext): HighlightQuery[] {
  const rows = readRows(context.db);
  if (rows.length === 0) {
    return [];
  }
  const facts = readHighlightFacts(context);
  const units = unitsOf(context.db, facts);
  return rows.map((row) => queryOfRow(context.db, row, facts, units));
}

export function saveHighlightQuery(
  context: WriteContext,
  { queryId, name: rawName, text }: ParsedInputOf<"highlight-query.save">,
): HighlightQuery {
  const { db, journal } = context;
  const name = rawName.trim();
  const query = JSON.stringify(readQuery(context, text, ["text"]));
  const rows = readRows(db);
  const id = queryId ?? (context.newId() as HighlightQueryId); // a new UUIDv7
  const twin = rows.find((row) => row.id !== id && row.name.toLowerCase() === name.toLowerCase());
  if (twin !== undefined) {
    throw new Failure("conflict", `There is a query “${twin.name}” already. Choose another name.`, {
      path: ["name"],
    });
  }
  if (queryId === undefined) {
    journal.insert("highlight_query", {
      id,
      name,
      query,
      created_at: context.now(),
      trashed_at: null,
    });
  } else {
    requireRow(rows, queryId);
    journal.update("highlight_query", { id }, { name, query });
  }
  journal.label(`save query “${name}”`);
  const facts = readHighlightFacts(context);
  return queryOfRow(db, requireRow(readRows(db), id), facts, unitsOf(db, facts));
}

export function trashHighlightQuery(
  { db, journal, now }: WriteContext,
  { queryId }: ParsedInputOf<"highlight-query.trash">,
): Record<string, never> {
  const { name } = requireRow(readRows(db), queryId);
  journal.update("highlight_query", { id: queryId }, { trashed_at: now() });
  journal.label(`remove query “${name}”`);
  return {};
}

/**
 * What was typed, understood.
 * @throws Failure invalid-request that says where the fault is
 */
export function readQuery(
  context: ReadContext,
  text: string,
  path: readonly (string | number)[],
): Query {
  try {
    return parseQuery(text, listTags(context));
  } catch (error) {
    if (error instanceof QueryFault) {
      throw new Failure("invalid-request", `${error.message} (Character ${error.at + 1}.)`, {
        path,
        cause: error,
      });
    }
    throw error;
  }
}

/** Saved queries, also those in the trash, name other tags from now on. */
export function replaceTagsInQueries(
  { db, journal }: WriteContext,
  tagFor: (tagId: TagId) => TagId,
): void {
  for (const { id, query } of db.all<QueryRow>("SELECT id, name, query FROM highlight_query")) {
    const replaced = withTags(JSON.parse(query) as Query, tagFor); // written by saveHighlightQuery
    journal.update("highlight_query", { id }, { query: JSON.stringify(replaced) });
  }
}

function readRows(db: ReadableDb): QueryRow[] {
  return db.all<QueryRow>(
    `SELECT id, name, query
    FROM highlight_query
    WHERE trashed_at IS NULL
    ORDER BY name COLLATE NOCASE, id`,
  );
}

function requireRow(rows: readonly QueryRow[], id: HighlightQueryId): QueryRow {
  const row = rows.find((each) => each.id === id);
  if (row === undefined) {
    throw new Failure("not-found", "This query is no longer there. It may have been removed.", {
      path: ["queryId"],
    });
  }
  return row;
}

function queryOfRow(
  db: ReadableDb,
  { id, name, query: json }: QueryRow,
  facts: HighlightFacts,
  units: ReturnType<typeof unitsOf>,
): HighlightQuery {
  const query = JSON.parse(json) as Query; // written by saveHighlightQuery
  const known = new Map(facts.tags.map((tag) => [tag.id, tag.name]));
  const nameOf = (tagId: TagId) => known.get(tagId) ?? nameOfTrashed(db, tagId);
  const gone = tagsOfQuery(query).filter((tagId) => !known.has(tagId));
  const [first] = gone;
  return {
    id,
    name,
    text: formatQuery(query, nameOf),
    count: answerQuery(query, facts, units).size,
    problem:
      first === undefined
        ? null
        : `The tag “${nameOf(first)}” was removed, so that nothing carries it.`,
  };
}

function nameOfTrashed(db: ReadableDb, id: TagId): string {
  return db.get<{ name: string }>("SELECT name FROM tag WHERE id = :id", { id })?.name ?? "?";
}
