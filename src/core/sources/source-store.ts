import type { Source } from "#contract/article";
import { Failure } from "#contract/failure";
import type { Reliability } from "#contract/grades";
import type { SourceId } from "#contract/ids";
import type { ParsedInputOf } from "#contract/requests";

import type { ReadContext, WriteContext } from "../core-context.ts";
import type { ReadableDb } from "../store/db.ts";

type SourceRow = {
  readonly id: SourceId;
  readonly name: string;
  readonly reliability: Reliability;
  readonly note: string;
};

const sourceWithCount = `
  SELECT id, name, reliability, note,
    (
      SELECT count(*)
      FROM article
      WHERE article.source_id = source.id AND article.trashed_at IS NULL
    ) AS articleCount
  FROM source`;

/** By name, whatever its case. */
export function listSources({ db }: ReadContext): Source[] {
  // Not SQLite's order, which knows the case of ASCII only; a fixed locale, so that it is the same everywhere.
  const byName = new Intl.Collator("en");
  return db.all<Source>(sourceWithCount).toSorted((a, b) => byName.compare(a.name, b.name));
}

/** @throws Failure not-found */
export function gradeSource(
  { db, journal }: WriteContext,
  { sourceId, reliability, note }: ParsedInputOf<"source.grade">,
): Source {
  requireSource(db, sourceId);
  journal.update(
    "source",
    { id: sourceId },
    note === undefined ? { reliability } : { reliability, note },
  );
  journal.label("grade source");
  return requireSource(db, sourceId);
}

/** The source of this name, whatever the case and the space around it; a new, ungraded one if there is none. */
export function findOrCreateSource({ db, journal, newId }: WriteContext, name: string): SourceId {
  const spelling = spellingOf(name);
  const sources = db.all<SourceRow>("SELECT id, name, reliability, note FROM source");
  const found =
    sources.find((source) => source.name === spelling) ??
    sources.find((source) => foldedName(source.name) === foldedName(spelling));
  if (found !== undefined) {
    return found.id;
  }
  const id = newId() as SourceId; // a new UUIDv7
  journal.insert("source", { id, name: spelling, reliability: "F", note: "" });
  return id;
}

/** Writes a source's name as given; to be used with a name that differs in case only. */
export function respellSource({ journal }: WriteContext, id: SourceId, name: string): void {
  journal.update("source", { id }, { name: spellingOf(name) });
}

/** Removes a source that no article names and about which the analyst said nothing. */
export function dropUnusedSource({ db, journal }: WriteContext, id: SourceId | null): void {
  const unused = db.get<{ id: SourceId }>(
    `SELECT id
    FROM source
    WHERE id = :id
      AND reliability = 'F'
      AND note = ''
      AND NOT EXISTS (SELECT 1 FROM article WHERE article.source_id = source.id)`,
    { id },
  );
  if (unused !== undefined) {
    journal.remove("source", { id: unused.id });
  }
}

function requireSource(db: ReadableDb, id: SourceId): Source {
  const source = db.get<Source>(`${sourceWithCount} WHERE id = :id`, { id });
  if (source === undefined) {
    throw new Failure("not-found", "This source is not in the project any more.", {
      path: ["sourceId"],
    });
  }
  return source;
}

function spellingOf(name: string): string {
  return name.trim().normalize("NFC");
}

function foldedName(name: string): string {
  return name.toLowerCase();
}
