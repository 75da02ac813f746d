import { Failure } from "#contract/failure";
import type { HighlightId } from "#contract/ids";
import type { ParsedInputOf } from "#contract/requests";
import type { TrashRef } from "#contract/trash";

import { shortened } from "../articles/propose-title.ts";
import type { WriteContext } from "../core-context.ts";
import { findHighlightAt } from "../highlights/highlight-store.ts";
import type { Row } from "../history/journal.ts";
import { tableOfKind } from "./trash-store.ts";

/**
 * Takes things out of the trash, with all that belongs to them. A highlight brings back its article; a tag
 * whose key was given to another one comes back without a key, and one whose parent is gone at the top.
 * @throws Failure conflict when something else has taken a thing's place; then none is restored
 */
export function restoreThings(
  context: WriteContext,
  { things }: ParsedInputOf<"trash.restore">,
): { readonly restored: number } {
  let restored = 0;
  let lastName = "";
  for (const [index, thing] of uniqueThings(things).entries()) {
    lastName = restoreThing(context, thing, ["things", index]);
    restored += 1;
  }
  context.journal.label(
    restored === 1 ? `restore “${lastName}” from trash` : `restore ${restored} things from trash`,
  );
  return { restored };
}

export function uniqueThings(things: readonly TrashRef[]): TrashRef[] {
  return [...new Map(things.map((thing) => [`${thing.kind} ${thing.id}`, thing])).values()];
}

/** @throws Failure not-found when it is not in the trash any more */
export function requireTrashed(
  { db }: WriteContext,
  { kind, id }: TrashRef,
  path: readonly (string | number)[],
): Row {
  const row = db.get<Row>(
    `SELECT * FROM ${tableOfKind[kind]} WHERE id = :id AND trashed_at IS NOT NULL`,
    { id },
  );
  if (row === undefined) {
    throw new Failure("not-found", "This is no longer in the trash. Look at the list again.", {
      path,
    });
  }
  return row;
}

/** What a message calls it. */
export function nameOfRow(row: Row): string {
  const words = String(row["title"] ?? row["statement"] ?? row["name"] ?? row["exact"] ?? "");
  const line = words.replaceAll(/\s+/gu, " ").trim();
  return shortened(line);
}

function restoreThing(
  context: WriteContext,
  thing: TrashRef,
  path: readonly (string | number)[],
): string {
  const { journal } = context;
  const row = requireTrashed(context, thing, path);
  let patch: Row = {};
  switch (thing.kind) {
    case "article":
      refuseImportedAgain(context, row, path);
      break;
    case "highlight":
      refuseSameSpan(context, row, path);
      restoreArticleOf(context, row, path);
      break;
    case "tag":
      refuseSameName(context, row, { table: "tag", word: "tag" }, path);
      patch = whatATagLoses(context, row);
      break;
    case "query":
      refuseSameName(context, row, { table: "highlight_query", word: "query" }, path);
      break;
    case "claim":
    case "board":
    case "briefing":
      break;
  }
  journal.update(tableOfKind[thing.kind], { id: thing.id }, { ...patch, trashed_at: null });
  return nameOfRow(row);
}

type Path = readonly (string | number)[];

function refuseImportedAgain({ db }: WriteContext, row: Row, path: Path): void {
  const twin = db.get<Row>(
    "SELECT title FROM article WHERE bytes_sha256 = :hash AND trashed_at IS NULL",
    { hash: row["bytes_sha256"] ?? null },
  );
  if (twin !== undefined) {
    throw new Failure(
      "conflict",
      `“${nameOfRow(row)}” was imported again as “${nameOfRow(twin)}”. Remove that one first, or keep it; nothing was restored.`,
      { path },
    );
  }
}

function restoreArticleOf(context: WriteContext, row: Row, path: Path): void {
  const { db, journal } = context;
  const articleId = row["article_id"] ?? null;
  const article = db.get<Row>(
    "SELECT * FROM article WHERE id = :articleId AND trashed_at IS NOT NULL",
    { articleId },
  );
  if (article !== undefined) {
    refuseImportedAgain(context, article, path);
    journal.update("article", { id: articleId }, { trashed_at: null });
  }
}

function refuseSameSpan({ db }: WriteContext, row: Row, path: Path): void {
  const place = { articleId: row["article_id"], start: row["span_start"], end: row["span_end"] };
  const twin: HighlightId | null = findHighlightAt(
    db,
    place as Parameters<typeof findHighlightAt>[1], // columns of a STRICT table
  );
  if (twin !== null) {
    throw new Failure(
      "conflict",
      `“${nameOfRow(row)}” was highlighted again. Remove that highlight first, or keep it; nothing was restored.`,
      { path },
    );
  }
}

function refuseSameName(
  { db }: WriteContext,
  row: Row,
  { table, word }: { readonly table: "tag" | "highlight_query"; readonly word: string },
  path: Path,
): void {
  const name = nameOfRow(row);
  const twin = db
    .all<{ name: string }>(`SELECT name FROM ${table} WHERE trashed_at IS NULL`)
    .find((other) => other.name.toLowerCase() === String(row["name"]).toLowerCase());
  if (twin !== undefined) {
    throw new Failure(
      "conflict",
      `There is a ${word} “${twin.name}” now. Rename it first to restore “${name}”; nothing was restored.`,
      { path },
    );
  }
}

function whatATagLoses({ db }: WriteContext, row: Row): Row {
  const shortcut = row["shortcut"] ?? null;
  const parentId = row["parent_id"] ?? null;
  const isTaken =
    db.get("SELECT 1 FROM tag WHERE shortcut = :shortcut AND trashed_at IS NULL", { shortcut }) !==
    undefined;
  const hasParent =
    db.get("SELECT 1 FROM tag WHERE id = :parentId AND trashed_at IS NULL", { parentId }) !==
    undefined;
  return { shortcut: isTaken ? null : shortcut, parent_id: hasParent ? parentId : null };
}
