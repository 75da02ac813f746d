import { createHash } from "node:crypto";

import Sqlite from "better-sqlite3";

import { journaledTables } from "../history/journaled-tables.ts";

/** SHA-256 over every row of every journaled table of a closed project file: the state of the analysis. */
export function stateHash(projectFile: string): string {
  const database = new Sqlite(projectFile, { readonly: true });
  const hash = createHash("sha256");
  for (const [table, { key }] of Object.entries(journaledTables)) {
    const rows = database.prepare(`SELECT * FROM ${table} ORDER BY ${key.join(", ")}`).all();
    hash.update(JSON.stringify([table, rows]));
  }
  database.close();
  return hash.digest("hex");
}
