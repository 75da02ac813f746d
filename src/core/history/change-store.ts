import type { Change, History } from "#contract/history";
import type { ParsedInputOf } from "#contract/requests";

import type { ReadableDb, WritableDb } from "../store/db.ts";
import { firstPreviousHash, hashOfChange } from "./journal.ts";
import type { ChangeEntry, Edit } from "./journal.ts";

type StackedRow = { seq: number; request: string; label: string; edits: string };

/** The change that undo would take back. */
export function lastApplied(db: ReadableDb): StackedRow | undefined {
  return db.get<StackedRow>(
    "SELECT seq, request, label, edits FROM change WHERE state = 'applied' ORDER BY seq DESC LIMIT 1",
  );
}

/** The change that redo would put again: changes are undone from the newest, so redone from the oldest. */
export function firstUndone(db: ReadableDb): StackedRow | undefined {
  return db.get<StackedRow>(
    "SELECT seq, request, label, edits FROM change WHERE state = 'undone' ORDER BY seq LIMIT 1",
  );
}

/** Appends an entry and returns its place. */
export function appendChange(
  db: WritableDb,
  entry: Omit<ChangeEntry, "seq" | "edits"> & { edits: readonly Edit[] },
): number {
  const last = db.get<{ seq: number; hash: string }>(
    "SELECT seq, hash FROM change ORDER BY seq DESC LIMIT 1",
  );
  const complete = { ...entry, seq: (last?.seq ?? 0) + 1, edits: JSON.stringify(entry.edits) };
  db.run(
    `INSERT INTO change (seq, id, at, who, kind, request, label, target_seq, edits, hash, state)
    VALUES (:seq, :id, :at, :who, :kind, :request, :label, :targetSeq, :edits, :hash, :state)`,
    {
      ...complete,
      hash: hashOfChange(last?.hash ?? firstPreviousHash, complete),
      state: entry.kind === "do" ? "applied" : "log",
    },
  );
  return complete.seq;
}

export function setChangeState(db: WritableDb, seq: number, state: "applied" | "undone"): void {
  db.run("UPDATE change SET state = :state WHERE seq = :seq", { seq, state });
}

/** A new change ends the redo line: what was undone stays in the journal but cannot come back. */
export function dropUndone(db: WritableDb): void {
  db.run("UPDATE change SET state = 'dropped' WHERE state = 'undone'");
}

export function readHistory(db: ReadableDb): History {
  const counts = db.get<{ undoCount: number; redoCount: number }>(
    `SELECT count(*) FILTER (WHERE state = 'applied') AS undoCount,
      count(*) FILTER (WHERE state = 'undone') AS redoCount
    FROM change
    WHERE state IN ('applied', 'undone')`,
  );
  const undo = lastApplied(db);
  const redo = firstUndone(db);
  return {
    undo: undo === undefined ? null : { label: undo.label },
    redo: redo === undefined ? null : { label: redo.label },
    undoCount: counts?.undoCount ?? 0,
    redoCount: counts?.redoCount ?? 0,
  };
}

export function listChanges(db: ReadableDb, input: ParsedInputOf<"change.list">): Change[] {
  return db.all<Change>(
    `SELECT id, seq, at, who, kind, request, label, state
    FROM change
    WHERE seq < :beforeSeq
    ORDER BY seq DESC
    LIMIT :limit`,
    { limit: input.limit, beforeSeq: input.beforeSeq ?? Number.MAX_SAFE_INTEGER },
  );
}

/** Every entry in order, with what its hash is computed from. */
export function readJournal(db: ReadableDb): (ChangeEntry & { hash: string })[] {
  return db.all<ChangeEntry & { hash: string }>(
    `SELECT seq, id, at, who, kind, request, label, target_seq AS targetSeq, edits, hash
    FROM change
    ORDER BY seq`,
  );
}
