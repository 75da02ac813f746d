import assert from "node:assert/strict";

import type { ParsedInputOf } from "#contract/requests";
import type { TrashRef } from "#contract/trash";

import type { WriteContext } from "../core-context.ts";
import type { Row } from "../history/journal.ts";
import { journaledTables } from "../history/journaled-tables.ts";
import type { JournaledTableName } from "../history/journaled-tables.ts";
import type { ReadableDb } from "../store/db.ts";
import { nameOfRow, requireTrashed, uniqueThings } from "./restore-things.ts";
import { refsInTrash, tableOfKind } from "./trash-store.ts";

/** A column of a journaled table that refers to a row of another one. */
type Link = {
  readonly table: JournaledTableName;
  readonly column: string;
  /** Whether a row is nothing without what it refers to; else the column becomes null. */
  readonly isOwned: boolean;
};

/** A card is made for one claim, quote or article, though each of these columns may be null. */
const ownedByCards: ReadonlySet<string> = new Set(["claim_id", "highlight_id", "article_id"]);

/**
 * Takes things out of the trash and out of the project, with all that belongs to them. Only undo brings them
 * back: their images are in the journal, and an imported file stays where its hash is.
 */
export function purgeThings(
  context: WriteContext,
  { things: asked }: ParsedInputOf<"trash.purge">,
): { readonly purged: number } {
  const { db, journal } = context;
  const things = asked === "everything" ? refsInTrash(db) : uniqueThings(asked);
  const names = things.map((thing, index) =>
    nameOfRow(requireTrashed(context, thing, ["things", index])),
  );
  // Rows go in any order: what refers to them goes in the same change.
  db.run("PRAGMA defer_foreign_keys = ON");
  const links = readLinks(db);
  for (const thing of things) {
    purgeThing(context, links, thing);
  }
  journal.label(
    names.length === 1 ? `delete “${names[0]}” for good` : `delete ${names.length} things for good`,
  );
  return { purged: things.length };
}

function purgeThing(
  context: WriteContext,
  links: ReadonlyMap<string, readonly Link[]>,
  { kind, id }: TrashRef,
): void {
  const table = tableOfKind[kind];
  const row = context.db.get<Row>(`SELECT * FROM ${table} WHERE id = :id`, { id });
  // A highlight may have gone with its article already.
  if (row !== undefined) {
    if (kind === "article") {
      settleOrigin(context, row);
    }
    removeWithAll(context, links, table, row);
  }
}

function removeWithAll(
  context: WriteContext,
  links: ReadonlyMap<string, readonly Link[]>,
  table: JournaledTableName,
  row: Row,
): void {
  const { db, journal } = context;
  const [keyColumn = "id"] = journaledTables[table].key;
  for (const link of links.get(table) ?? []) {
    const referring = db.all<Row>(`SELECT * FROM ${link.table} WHERE ${link.column} = :value`, {
      value: row[keyColumn] ?? null,
    });
    for (const each of referring) {
      if (link.isOwned) {
        removeWithAll(context, links, link.table, each);
      } else {
        journal.update(link.table, keyOf(link.table, each), { [link.column]: null });
      }
    }
  }
  journal.remove(table, keyOf(table, row));
}

/** What derives from the article still derives from something of its name; an origin of nothing goes. */
function settleOrigin({ db, journal }: WriteContext, article: Row): void {
  const articleId = article["id"] ?? null;
  for (const { id } of db.all<{ id: string }>(
    "SELECT id FROM origin WHERE article_id = :articleId",
    {
      articleId,
    },
  )) {
    const others = db.all<{ id: string }>(
      "SELECT id FROM article WHERE origin_id = :id AND id <> :articleId",
      { id, articleId },
    );
    if (others.length > 0) {
      journal.update("origin", { id }, { article_id: null, name: article["title"] ?? "" });
    } else {
      journal.update("article", { id: articleId }, { origin_id: null });
      journal.remove("origin", { id });
    }
  }
}

/** By the name of the table that is referred to. Read from the schema, so that no new table is forgotten. */
function readLinks(db: ReadableDb): Map<string, Link[]> {
  const rows = db.all<{ table: string; column: string; parent: string; isRequired: number }>(
    `SELECT schema.name AS "table", link."from" AS "column", link."table" AS parent,
      (SELECT "notnull" OR pk > 0
        FROM pragma_table_info(schema.name) AS info
        WHERE info.name = link."from") AS isRequired
    FROM sqlite_schema AS schema JOIN pragma_foreign_key_list(schema.name) AS link
    WHERE schema.type = 'table'`,
  );
  const links = new Map<string, Link[]>();
  for (const { table, column, parent, isRequired } of rows) {
    if (isJournaled(table)) {
      const isOwned = isRequired === 1 || (table === "card" && ownedByCards.has(column));
      links.set(parent, [...(links.get(parent) ?? []), { table, column, isOwned }]);
    }
  }
  return links;
}

function isJournaled(table: string): table is JournaledTableName {
  return Object.hasOwn(journaledTables, table);
}

function keyOf(table: JournaledTableName, row: Row): Row {
  return Object.fromEntries(
    journaledTables[table].key.map((column) => {
      const value = row[column];
      assert(value !== undefined, `${table} is addressed by ${column}`);
      return [column, value];
    }),
  );
}
