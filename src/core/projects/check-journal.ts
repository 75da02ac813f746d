import type { Fault } from "#contract/check";

import { readJournal } from "../history/change-store.ts";
import { firstPreviousHash, hashOfChange } from "../history/journal.ts";
import type { ReadableDb } from "../store/db.ts";
import { named } from "./check-articles.ts";

/** Gaps in the chain of changes, and changes that are not as they were recorded. */
export function journalFaults(db: ReadableDb): Fault[] {
  const faults: Fault[] = [];
  let expectedSeq = 1;
  /** What the entry before is recorded to have, and what it should have: either may be the altered one. */
  let previousHashes = [firstPreviousHash];
  for (const entry of readJournal(db)) {
    const hashes = previousHashes.map((hash) => hashOfChange(hash, entry));
    if (entry.seq !== expectedSeq) {
      const last = entry.seq - 1;
      faults.push(
        journalFault(
          last === expectedSeq
            ? `change ${last} is missing.`
            : `changes ${expectedSeq} to ${last} are missing.`,
        ),
      );
    } else if (!hashes.includes(entry.hash)) {
      faults.push(
        journalFault(`change ${entry.seq} (“${named(entry.label)}”) is not as it was recorded.`),
      );
    }
    expectedSeq = entry.seq + 1;
    previousHashes = [...new Set([entry.hash, ...hashes.slice(0, 1)])];
  }
  return faults;
}

function journalFault(message: string): Fault {
  return { kind: "journal", message: `The journal is broken: ${message}` };
}
