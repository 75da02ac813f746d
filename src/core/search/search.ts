import type { Database } from "better-sqlite3";

import type { SearchStatus } from "#contract/search";

import type { ReadableDb } from "../store/db.ts";
import { ArticleIndexer } from "./index-articles.ts";
import { discardIndexFile, isDamage, openIndexFile, openIndexInMemory } from "./index-file.ts";
import { PassageIndex } from "./passage-index.ts";

export type SearchOptions = {
  readonly db: ReadableDb;
  /** Null: the index is held in memory. */
  readonly indexFile: string | null;
  /**
   * True: whoever opened the project calls `work` again and again, and requests are answered from what was
   * read so far. False: the first request waits until everything is read.
   */
  readonly inBackground: boolean;
};

/** The index does not say what the articles say. */
export class IndexMismatch extends Error {}

/** What requests see of the index, and who keeps it whole: whatever is wrong with it, it is made anew. */
export class Search {
  private readonly options: SearchOptions;
  private opened: { index: PassageIndex; indexer: ArticleIndexer } | null = null;
  private fault: SearchStatus["fault"] = null;
  private timesDamaged = 0;
  private isClosed = false;
  /** Called when there is work to do that no change of the project asks for. */
  onWork: () => void = () => {};

  constructor(options: SearchOptions) {
    this.options = options;
  }

  status(): SearchStatus {
    // At least a first look, so that a project without articles, or with a few that were read, is ready.
    this.read((_, indexer) => {
      if (!indexer.isAtRest) {
        indexer.work(0);
      }
    });
    const { articles, waiting } = this.opened?.indexer.progress ?? { articles: 0, waiting: 0 };
    const isReady = this.opened?.indexer.isDone ?? false;
    return { state: isReady ? "ready" : "building", articles, waiting, fault: this.fault };
  }

  /** Reads from the index; a damaged one is started anew, and read from again. */
  read<Value>(reader: (index: PassageIndex, indexer: ArticleIndexer) => Value): Value {
    return this.guarded(({ index, indexer }) => {
      while (!this.options.inBackground && !indexer.isAtRest) {
        indexer.work(Infinity);
      }
      return reader(index, indexer);
    });
  }

  /** Reads articles until the time is over; false when there is nothing more to do. */
  work(untilMs: number): boolean {
    if (this.isClosed) {
      return false;
    }
    return this.guarded(({ indexer }) => {
      indexer.work(untilMs);
      return !indexer.isAtRest;
    });
  }

  /** The articles of the project changed. */
  noteArticles(): void {
    this.opened?.indexer.lookAgain();
  }

  close(): void {
    this.isClosed = true;
    try {
      this.opened?.indexer.close();
    } catch {
      // What could not be written is read again the next time.
    }
    this.opened?.index.database.close();
    this.opened = null;
  }

  private guarded<Value>(
    action: (opened: { index: PassageIndex; indexer: ArticleIndexer }) => Value,
  ): Value {
    try {
      return action(this.open());
    } catch (error) {
      if (!this.startAnew(error)) {
        throw error;
      }
      this.onWork();
      return action(this.open());
    }
  }

  private open(): { index: PassageIndex; indexer: ArticleIndexer } {
    if (this.opened === null) {
      const database = this.openDatabase();
      try {
        const index = new PassageIndex(database);
        this.opened = { index, indexer: new ArticleIndexer(this.options.db, index) };
      } catch (error) {
        database.close();
        throw error;
      }
    }
    return this.opened;
  }

  private openDatabase(): Database {
    const { indexFile } = this.options;
    if (indexFile === null || this.fault === "not kept") {
      return openIndexInMemory();
    }
    try {
      const { database, wasDamaged } = openIndexFile(indexFile);
      this.fault = wasDamaged ? "damaged" : this.fault;
      return database;
    } catch {
      // No room, no permission, or another process has it: searching works all the same.
      this.fault = "not kept";
      return openIndexInMemory();
    }
  }

  /** Whether the error is the index's, which is thrown away then. */
  private startAnew(error: unknown): boolean {
    const wasDamaged = isDamage(error) || error instanceof IndexMismatch;
    const isOfDisk = error instanceof Error && "code" in error && isOfDiskCode(String(error.code));
    const { indexFile } = this.options;
    if (!wasDamaged && !isOfDisk) {
      return false;
    }
    this.opened?.index.database.close();
    this.opened = null;
    // While it is not kept, the file is another process's.
    if (indexFile !== null && this.fault !== "not kept") {
      discardIndexFile(indexFile);
    }
    this.timesDamaged += 1;
    // A disk that damages what is written to it is not tried a third time.
    const isKept = wasDamaged && this.timesDamaged < 3 && this.fault !== "not kept";
    this.fault = isKept ? "damaged" : "not kept";
    return true;
  }
}

function isOfDiskCode(code: string): boolean {
  return /^SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN)/u.test(code);
}
