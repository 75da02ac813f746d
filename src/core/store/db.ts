import type { Database } from "better-sqlite3";

/**
 * A connection that may only be read from. Handlers of queries get this type, so that a query that
 * writes does not compile.
 */
export type ReadableDb = {
  /** All rows, as plain objects. Parameters are bound by name (`:name`). */
  readonly all: <Row>(sql: string, parameters?: Parameters) => Row[];
  /** The first row, or undefined. */
  readonly get: <Row>(sql: string, parameters?: Parameters) => Row | undefined;
};

/** A connection inside a transaction. */
export type WritableDb = ReadableDb & {
  /** Returns how many rows changed. */
  readonly run: (sql: string, parameters?: Parameters) => number;
};

export type SqlValue = string | number | null | Uint8Array;
export type Parameters = Readonly<Record<string, SqlValue>>;

/** Wraps a connection; statements are prepared once per SQL text. */
export function writableDb(database: Database): WritableDb {
  const statements = new Map<string, ReturnType<Database["prepare"]>>();
  const prepared = (sql: string) => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = database.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  return {
    // The caller names the row type beside its SQL; SQLite's STRICT tables keep it honest.
    all: <Row>(sql: string, parameters: Parameters = {}) => prepared(sql).all(parameters) as Row[],
    get: <Row>(sql: string, parameters: Parameters = {}) =>
      prepared(sql).get(parameters) as Row | undefined,
    run: (sql, parameters = {}) => prepared(sql).run(parameters).changes,
  };
}
