import { readFileSync, writeFileSync } from "node:fs";

import Sqlite from "better-sqlite3";
import { expect, it } from "vitest";

import { journaledTables } from "../history/journaled-tables.ts";
import { migrate } from "./migrate.ts";

function migratedDatabase() {
  const database = new Sqlite(":memory:");
  migrate(database);
  return database;
}

/** Set UPDATE_SCHEMA=1 to write docs/schema.sql anew after a migration was added. */
it("is what docs/schema.sql says", () => {
  const document = new URL("../../../docs/schema.sql", import.meta.url);
  const statements = migratedDatabase()
    .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
    .pluck()
    .all();
  const schema = `-- Made from the migrations; see docs/project-file.md.\n\n${statements.join(";\n\n")};\n`;
  if (process.env["UPDATE_SCHEMA"] === "1") {
    writeFileSync(document, schema);
  }
  expect(readFileSync(document, "utf8")).toBe(schema);
});

it("has an index for every foreign key", () => {
  const database = migratedDatabase();
  const missing = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .pluck()
    .all()
    .flatMap((table) => {
      const firstColumns = new Set([
        ...(database.pragma(`index_list(${String(table)})`) as { name: string }[]).map(
          ({ name }) => (database.pragma(`index_info(${name})`) as { name: string }[])[0]?.name,
        ),
        ...(database.pragma(`table_info(${String(table)})`) as { name: string; pk: number }[])
          .filter((column) => column.pk === 1)
          .map((column) => column.name),
      ]);
      return (database.pragma(`foreign_key_list(${String(table)})`) as { from: string }[])
        .filter(({ from }) => !firstColumns.has(from))
        .map(({ from }) => `${String(table)}.${from}`);
    });
  expect(missing).toEqual([]);
});

it("journals every table but those that never change, the journal and the view", () => {
  const tables = migratedDatabase()
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all();
  const unjournaled = ["block", "canonical_text", "change", "original", "view"];
  expect(tables).toEqual([...Object.keys(journaledTables), ...unjournaled].toSorted());
});
