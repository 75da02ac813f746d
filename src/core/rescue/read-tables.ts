import type { Database } from "better-sqlite3";

import type { SqlValue } from "../store/db.ts";

export type ReadRow = Readonly<Record<string, SqlValue>>;

/** A table as this version makes it. */
export type TableShape = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
  readonly hasRowid: boolean;
};

export type ReadTable = {
  readonly rows: readonly ReadRow[];
  /** How many places could not be read; each may have held one row or, with a page, many. */
  readonly unreadable: number;
};

/** Where a whole part of a table cannot be reached, looking for its next row ends after so many tries. */
const maxTries = 20_000;

/** The tables of a database that the migrations have made, in the order in which they were made. */
export function tableShapes(database: Database): TableShape[] {
  const tables = database
    .prepare<[], { name: string; wr: number }>(
      `SELECT list.name, list.wr
      FROM pragma_table_list AS list JOIN sqlite_schema ON sqlite_schema.name = list.name
      WHERE list.type = 'table' AND list.schema = 'main'
      ORDER BY sqlite_schema.rowid`,
    )
    .all();
  return tables.map(({ name, wr }) => {
    const columns = database.pragma(`table_info(${name})`) as { name: string; pk: number }[];
    return {
      name,
      columns: columns.map((column) => column.name),
      key: columns
        .filter(({ pk }) => pk > 0)
        .toSorted((a, b) => a.pk - b.pk)
        .map((column) => column.name),
      hasRowid: wr === 0,
    };
  });
}

/**
 * Reads every row that can be reached of a table in a file that may be damaged or hostile: only what is a
 * table there, and only columns that are stored. Null when the file has no such table.
 */
export function readTable(database: Database, shape: TableShape): ReadTable | null {
  const columns = storedColumns(database, shape);
  if (columns.length === 0) {
    return null;
  }
  return shape.hasRowid
    ? readByRowid(database, shape.name, columns)
    : readFromBothEnds(database, shape, columns);
}

function storedColumns(database: Database, shape: TableShape): string[] {
  const isTable =
    attempt(() =>
      database
        .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?")
        .get(shape.name),
    ) !== undefined;
  if (!isTable) {
    return [];
  }
  const found = attempt(
    () => database.pragma(`table_xinfo(${shape.name})`) as { name: string; hidden: number }[],
  );
  const stored = new Set(
    (found ?? []).filter(({ hidden }) => hidden === 0).map(({ name }) => name),
  );
  return shape.columns.filter((column) => stored.has(column));
}

/** Row by row in the order of the file; after one that cannot be read, on from the next that can. */
function readByRowid(database: Database, table: string, columns: readonly string[]): ReadTable {
  const next = database
    .prepare<[number], SqlValue[]>(
      `SELECT rowid, ${columns.join(", ")} FROM ${table} NOT INDEXED WHERE rowid >= ? ORDER BY rowid LIMIT 1`,
    )
    .raw();
  const newest = database.prepare<[], number>(`SELECT max(rowid) FROM ${table}`).pluck();
  const last = attempt(() => newest.get() ?? 0);
  const rows: ReadRow[] = [];
  let unreadable = 0;
  let tries = 0;
  for (let from = 1; from <= (last ?? Number.MAX_SAFE_INTEGER) && tries < maxTries;) {
    const place = from;
    const found = attempt(() => next.get(place) ?? null);
    if (found === null) {
      break;
    }
    const rowid = Number(found?.[0] ?? 0);
    if (found === undefined || rowid < from) {
      unreadable += tries === 0 ? 1 : 0;
      tries += 1;
      from += 1;
    } else {
      rows.push(
        Object.fromEntries(columns.map((column, index) => [column, found[index + 1] ?? null])),
      );
      tries = 0;
      from = rowid + 1;
    }
  }
  return { rows, unreadable: unreadable + (last === undefined && unreadable === 0 ? 1 : 0) };
}

function readFromBothEnds(
  database: Database,
  shape: TableShape,
  columns: readonly string[],
): ReadTable {
  const rows = new Map<string, ReadRow>();
  for (const direction of ["ASC", "DESC"]) {
    const order = shape.key.map((column) => `${column} ${direction}`).join(", ");
    const isWhole = attempt(() => {
      const all = database.prepare<[], ReadRow>(
        `SELECT ${columns.join(", ")} FROM ${shape.name} NOT INDEXED ORDER BY ${order}`,
      );
      for (const row of all.iterate()) {
        rows.set(JSON.stringify(shape.key.map((column) => row[column])), row);
      }
      return true;
    });
    if (isWhole) {
      return { rows: [...rows.values()], unreadable: direction === "ASC" ? 0 : 1 };
    }
  }
  return { rows: [...rows.values()], unreadable: 1 };
}

/** Undefined where SQLite cannot read on. */
function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_")) {
      return undefined;
    }
    throw error;
  }
}
