import type { Database } from "better-sqlite3";

import type { ChangeEvent } from "#contract/changes";
import { Failure } from "#contract/failure";
import type { Reply } from "#contract/failure";
import { backupRequests, isCommandName, isRequestName, requests } from "#contract/requests";
import type {
  BackupRequestName,
  CommandName,
  ParsedInputOf,
  RequestName,
} from "#contract/requests";

import type { ReadContext, WriteContext } from "./core-context.ts";
import { handlers } from "./handlers.ts";
import { touchedHighlights } from "./highlights/touched-highlights.ts";
import { appendChange, dropUndone } from "./history/change-store.ts";
import { Journal, topicsOf } from "./history/journal.ts";
import { writableDb } from "./store/db.ts";
import { failureOfSqlite, isDriveFailure } from "./store/sqlite-failures.ts";

/** Deeper input is refused before it is parsed. */
const maxDepth = 64;

export type DispatchOptions = {
  readonly database: Database;
  readonly fileName: string;
  readonly search: WriteContext["search"];
  readonly who: string;
  readonly uploads: WriteContext["uploads"];
  readonly now: () => string;
  readonly newId: () => string;
  readonly announce: (event: ChangeEvent) => void;
  /** Called when the drive failed: the connection is not to be used again. */
  readonly reportDriveFailure: () => void;
  /** Called with what no one expected; the caller of the request is told only that it happened. */
  readonly reportBug: (error: unknown) => void;
};

export type Dispatch = (name: string, input: unknown) => Reply<unknown>;

/** Makes the core's only door: parse, run (a command inside a transaction), answer. Never throws. */
export function createDispatch(options: DispatchOptions): Dispatch {
  const db = writableDb(options.database);
  const readContext: ReadContext = {
    db,
    fileName: options.fileName,
    search: options.search,
    serialize: () => options.database.serialize(),
  };

  const runCommand = (name: Exclude<CommandName, BackupRequestName>, input: unknown): unknown => {
    const journal = new Journal(db);
    const context: WriteContext = {
      ...readContext,
      db,
      journal,
      uploads: options.uploads,
      now: options.now,
      newId: options.newId,
    };
    let event: ChangeEvent | null = null;
    const value = options.database
      .transaction(() => {
        const result = handlers[name](context, input as never);
        event = writeToJournal(name, journal);
        return result;
      })
      .immediate();
    if (event !== null) {
      options.announce(event);
    }
    return value;
  };

  const writeToJournal = (name: CommandName, journal: Journal): ChangeEvent | null => {
    const { reapplied } = journal;
    const edits = reapplied?.edits ?? journal.edits;
    if (reapplied === null && edits.length === 0) {
      return null;
    }
    const kind = reapplied?.kind ?? "do";
    const label = reapplied?.label ?? journal.currentLabel ?? name;
    if (kind === "do") {
      dropUndone(db);
    }
    const seq = appendChange(db, {
      id: options.newId(),
      at: options.now(),
      who: options.who,
      kind,
      request: name,
      label,
      targetSeq: reapplied?.targetSeq ?? null,
      edits: journal.edits,
    });
    const highlightIds = touchedHighlights(edits);
    return {
      seq,
      topics: topicsOf(edits),
      label,
      kind,
      ...(highlightIds === null ? {} : { highlightIds }),
    };
  };

  return (name, rawInput) => {
    try {
      if (!isRequestName(name)) {
        throw new Failure("invalid-request", `There is no request "${name.slice(0, 80)}".`);
      }
      const input: unknown = parseInput(name, rawInput);
      if (isBackupRequest(name)) {
        throw new Failure("conflict", "This project was opened without a place for backups.");
      }
      // The one cast of the door: `input` was parsed by the schema that the handler's type comes from.
      const value = isCommandName(name)
        ? runCommand(name, input)
        : handlers[name](readContext, input as never);
      return { ok: true, value };
    } catch (error) {
      if (isDriveFailure(error)) {
        options.reportDriveFailure();
      }
      return { ok: false, failure: reportOf(error, options.reportBug) };
    }
  };
}

export function isBackupRequest(name: string): name is BackupRequestName {
  return (backupRequests as readonly string[]).includes(name);
}

/** @throws Failure invalid-request that names the field */
export function parseInput<Name extends RequestName>(
  name: Name,
  input: unknown,
): ParsedInputOf<Name> {
  if (isDeeperThan(input, maxDepth)) {
    throw new Failure("invalid-request", `The input of ${name} is nested too deeply.`);
  }
  const parsed = requests[name].input.safeParse(input);
  if (parsed.success) {
    return parsed.data as ParsedInputOf<Name>; // by the schema of this name
  }
  const issue = parsed.error.issues[0];
  const path = (issue?.path ?? []).map((key) => (typeof key === "symbol" ? String(key) : key));
  const where = path.length === 0 ? "The input" : `"${path.join(".")}"`;
  throw new Failure(
    "invalid-request",
    `${where} of ${name} was not understood: ${issue?.message ?? "invalid"}.`,
    { path },
  );
}

/** Walks without recursion, so that hostile input cannot exhaust the stack. */
function isDeeperThan(input: unknown, limit: number): boolean {
  let level: unknown[] = [input];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) {
      return true;
    }
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value)) {
        for (const child of Object.values(value)) {
          if (typeof child === "object" && child !== null) {
            next.push(child);
          }
        }
      }
    }
    level = next;
  }
  return false;
}

/** What the caller of a request is told; bugs are reported elsewhere and called internal. */
export function reportOf(thrown: unknown, reportBug: (error: unknown) => void) {
  const error = failureOfSqlite(thrown);
  if (error instanceof Failure) {
    return error.report();
  }
  reportBug(error);
  return new Failure(
    "internal",
    "Something went wrong inside Corroboard. Nothing was changed; please report what you did.",
  ).report();
}
