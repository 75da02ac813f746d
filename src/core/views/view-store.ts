import type { OutputOf, ParsedInputOf } from "#contract/requests";

import type { ReadContext, WriteContext } from "../core-context.ts";

export function readView(
  { db }: ReadContext,
  { key }: ParsedInputOf<"view.read">,
): OutputOf<"view.read"> {
  const row = db.get<{ value: string }>("SELECT value FROM view WHERE key = :key", { key });
  return row === undefined ? null : (JSON.parse(row.value) as OutputOf<"view.read">); // written below
}

export function saveView(
  { db }: WriteContext,
  { key, value }: ParsedInputOf<"view.save">,
): Record<string, never> {
  db.run(
    `INSERT INTO view (key, value) VALUES (:key, :value)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    { key, value: JSON.stringify(value) },
  );
  return {};
}
