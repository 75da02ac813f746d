import { Failure } from "#contract/failure";
import type { History } from "#contract/history";

import type { WriteContext } from "../core-context.ts";
import { firstUndone, lastApplied, readHistory, setChangeState } from "./change-store.ts";
import { applyEdit } from "./journal.ts";
import { editsToApply } from "./stored-edits.ts";

export function undo({ db, journal }: WriteContext): History {
  const change = lastApplied(db);
  if (change === undefined) {
    throw new Failure("conflict", "There is nothing to undo.");
  }
  const edits = editsToApply(db, change.edits);
  db.run("PRAGMA defer_foreign_keys = ON");
  for (const edit of edits.toReversed()) {
    applyEdit(db, edit, "backwards");
  }
  setChangeState(db, change.seq, "undone");
  journal.reapplied = { kind: "undo", targetSeq: change.seq, label: change.label, edits };
  return readHistory(db);
}

export function redo({ db, journal }: WriteContext): History {
  const change = firstUndone(db);
  if (change === undefined) {
    throw new Failure("conflict", "There is nothing to redo.");
  }
  const edits = editsToApply(db, change.edits);
  db.run("PRAGMA defer_foreign_keys = ON");
  for (const edit of edits) {
    applyEdit(db, edit, "forwards");
  }
  setChangeState(db, change.seq, "applied");
  journal.reapplied = { kind: "redo", targetSeq: change.seq, label: change.label, edits };
  return readHistory(db);
}
