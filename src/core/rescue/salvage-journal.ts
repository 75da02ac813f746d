import { z } from "zod";

import { hashOfChange, firstPreviousHash } from "../history/journal.ts";
import type { ChangeEntry } from "../history/journal.ts";
import { journaledTables } from "../history/journaled-tables.ts";
import type { ReadRow } from "./read-tables.ts";
import type { ScannedRecord } from "./scan-pages.ts";

/** Names of columns become part of statements, and the file may be anyone's. */
const RowImage = z.record(
  z.string().regex(/^[a-z][a-z0-9_]*$/u),
  z.union([z.string(), z.number(), z.null()]),
);
const Edits = z.array(
  z.strictObject({
    table: z.enum(Object.keys(journaledTables)),
    before: RowImage.nullable(),
    after: RowImage.nullable(),
  }),
);

export type SalvagedChange = ChangeEntry & { readonly hash: string; readonly state: string };

export type SalvagedJournal = {
  /** From the first change on, as far as the chain of hashes holds. */
  readonly sound: readonly SalvagedChange[];
  /** In order: the sound ones, and what else could be read after the break. */
  readonly all: readonly SalvagedChange[];
  /** Whether the sound part is certainly all that there was. */
  readonly isWhole: boolean;
};

/**
 * Picks from all candidates, of which several may claim one place, the chain that holds.
 * @param isReadWhole whether the table of changes could be read from end to end
 */
export function salvageJournal(
  candidates: readonly SalvagedChange[],
  isReadWhole: boolean,
): SalvagedJournal {
  const bySeq = Map.groupBy(candidates, ({ seq }) => seq);
  const sound: SalvagedChange[] = [];
  let previousHash = firstPreviousHash;
  for (;;) {
    const hash = previousHash;
    const next = bySeq
      .get(sound.length + 1)
      ?.find((change) => hashOfChange(hash, change) === change.hash);
    if (next === undefined) {
      break;
    }
    sound.push(next);
    previousHash = next.hash;
  }
  const rest = [...bySeq.entries()]
    .filter(([seq]) => seq > sound.length)
    .toSorted(([a], [b]) => a - b)
    .flatMap(([, changes]) => changes.slice(0, 1));
  return { sound, all: [...sound, ...rest], isWhole: isReadWhole && rest.length === 0 };
}

export function changeOfRow(row: ReadRow): SalvagedChange | null {
  const { seq, id, at, who, kind, request, label, target_seq: targetSeq, edits, hash, state } = row;
  return asChange({ seq, id, at, who, kind, request, label, targetSeq, edits, hash, state });
}

/** Null where the record is not one of the journal. */
export function changeOfRecord({ rowid, values }: ScannedRecord): SalvagedChange | null {
  if (values.length !== 11 || values[0] !== null) {
    return null; // the first column is the rowid itself, which is stored as null
  }
  const [, id, at, who, kind, request, label, targetSeq, edits, hash, state] = values.map((value) =>
    typeof value === "object" && value !== null ? value.bytes.toString("utf8") : value,
  );
  return asChange({ seq: rowid, id, at, who, kind, request, label, targetSeq, edits, hash, state });
}

function asChange(fields: Readonly<Record<string, unknown>>): SalvagedChange | null {
  const { seq, id, at, who, kind, request, label, targetSeq, edits, hash, state } = fields;
  return typeof seq === "number" &&
    seq > 0 &&
    typeof id === "string" &&
    typeof at === "string" &&
    typeof who === "string" &&
    (kind === "do" || kind === "undo" || kind === "redo") &&
    typeof request === "string" &&
    typeof label === "string" &&
    (targetSeq === null || typeof targetSeq === "number") &&
    typeof edits === "string" &&
    isListOfEdits(edits) &&
    typeof hash === "string" &&
    typeof state === "string"
    ? { seq, id, at, who, kind, request, label, targetSeq, edits, hash, state }
    : null;
}

function isListOfEdits(json: string): boolean {
  try {
    return Edits.safeParse(JSON.parse(json)).success;
  } catch {
    return false;
  }
}
