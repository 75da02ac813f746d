import type { Journal } from "./history/journal.ts";
import type { Search } from "./search/search.ts";
import type { ReadableDb, WritableDb } from "./store/db.ts";

/** What a query gets. */
export type ReadContext = {
  readonly db: ReadableDb;
  /** Name of the project file, without its folder. */
  readonly fileName: string;
  /** Which passages are like which; read from what the articles say, and never part of the project. */
  readonly search: Search;
  /** The bytes of the project file as all that was saved makes it. */
  readonly serialize: () => Uint8Array;
};

/** What a command gets; it runs inside one transaction. */
export type WriteContext = ReadContext & {
  readonly db: WritableDb;
  /** The only way to change a journaled table: each write is kept with its inverse. */
  readonly journal: Journal;
  readonly uploads: Uploads;
  /** UTC, ISO 8601, milliseconds. */
  readonly now: () => string;
  /** A new UUIDv7. Callers cast it to the id's brand. */
  readonly newId: () => string;
};

/** Bytes that were handed over and wait for their import. */
export type Uploads = {
  readonly put: (id: string, bytes: Uint8Array) => void;
  /** Undefined when the handle was never given or was used already. */
  readonly take: (id: string) => Uint8Array | undefined;
};
