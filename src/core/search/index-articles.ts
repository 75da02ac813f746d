import type { ArticleId } from "#contract/ids";

import { sentencesOfBlock } from "../articles/article-store.ts";
import { readBlocks } from "../articles/content-store.ts";
import type { RecognisedBlock } from "../articles/recognise-blocks.ts";
import type { ReadableDb } from "../store/db.ts";
import type { IndexedText, PassageIndex } from "./passage-index.ts";
import { piecesOf } from "./sentence-pieces.ts";

/** Articles that are looked at in one go, to see whether they were read. */
const articlesAtOnce = 200;

/** What was written is made safe at least so often, and when there is nothing more to do. */
const commitEveryMs = 1_000;

type TextKey = { readonly sha256: string; readonly language: string | null };

type Reading = {
  indexed: IndexedText;
  readonly text: string;
  readonly blocks: readonly RecognisedBlock[];
  readonly language: string | null;
};

/**
 * Brings the index up to the project's articles, in slices, so that whoever runs it can do other things
 * in between. Texts are known by the hash of their content: what was read once is never read again, and
 * an article that comes back from the trash is there at once.
 */
export class ArticleIndexer {
  private readonly db: ReadableDb;
  private readonly index: PassageIndex;
  /** The article that was looked at last; null when all were. */
  private lookedAt: string | null = "";
  private articles = 0;
  private found = 0;
  private queue: TextKey[] = [];
  private reading: Reading | null = null;
  private committedAtMs = 0;

  constructor(db: ReadableDb, index: PassageIndex) {
    this.db = db;
    this.index = index;
  }

  /** Articles that are known of, and those whose text is still to be read. */
  get progress(): { articles: number; waiting: number } {
    const waiting = this.queue.length + (this.reading === null ? 0 : 1);
    return { articles: Math.max(this.articles, this.found), waiting };
  }

  /** Whether every article can be found. */
  get isDone(): boolean {
    return this.lookedAt === null && this.queue.length === 0 && this.reading === null;
  }

  /** Whether that is safe on the disk as well, so that there is nothing more to do. */
  get isAtRest(): boolean {
    return this.isDone && !this.index.database.inTransaction;
  }

  /** The articles changed: looks at all of them again. */
  lookAgain(): void {
    this.lookedAt = "";
    this.found = 0;
    this.queue = [];
  }

  /** Works until the time is over or there is nothing more to do. At least one step is made. */
  work(untilMs: number): void {
    do {
      this.step();
    } while (!this.isDone && performance.now() < untilMs);
    if (this.reading !== null) {
      this.index.keepProgress(this.reading.indexed);
    }
    this.commit(untilMs);
  }

  /** Reads these texts now, before all others. */
  readNow(keys: readonly TextKey[]): void {
    this.finishReading();
    for (const key of keys) {
      if (this.index.textOf(key.sha256, key.language)?.isDone !== 1) {
        this.begin(key);
        this.finishReading();
      }
    }
  }

  /** Makes safe what was written. */
  close(): void {
    if (this.reading !== null) {
      this.index.keepProgress(this.reading.indexed);
    }
    this.index.writeCounts(Infinity);
    this.commitNow();
  }

  private step(): void {
    if (this.reading !== null) {
      this.readBlock(this.reading);
    } else if (this.lookedAt !== null) {
      this.lookAtArticles(this.lookedAt); // first, so that it is soon known how much there is to read
    } else {
      const next = this.queue.pop();
      if (next !== undefined && this.index.textOf(next.sha256, next.language)?.isDone !== 1) {
        this.begin(next);
      }
    }
  }

  private lookAtArticles(after: string): void {
    const rows = this.db.all<TextKey & { id: ArticleId }>(
      `SELECT id, text_sha256 AS sha256, language
      FROM article
      WHERE id > :after AND trashed_at IS NULL
      ORDER BY id
      LIMIT :limit`,
      { after, limit: articlesAtOnce },
    );
    this.found += rows.length;
    for (const { sha256, language } of rows) {
      if (this.index.textOf(sha256, language)?.isDone !== 1) {
        this.queue.push({ sha256, language });
      }
    }
    this.lookedAt = rows.length < articlesAtOnce ? null : (rows.at(-1)?.id ?? null);
    if (this.lookedAt === null) {
      this.articles = this.found;
    }
  }

  private begin({ sha256, language }: TextKey): void {
    const row = this.db.get<{ text: string }>(
      "SELECT text FROM canonical_text WHERE sha256 = :sha256",
      { sha256 },
    );
    if (row === undefined) {
      return; // the article is gone meanwhile, and its text with it
    }
    this.beginWriting();
    const indexed = this.index.textOf(sha256, language) ?? this.index.addText(sha256, language);
    this.reading = { indexed, text: row.text, blocks: readBlocks(this.db, sha256), language };
  }

  private finishReading(): void {
    while (this.reading !== null) {
      this.readBlock(this.reading);
    }
  }

  private readBlock(reading: Reading): void {
    this.beginWriting();
    const { text, blocks, language, indexed } = reading;
    const block = blocks[indexed.blocksDone];
    let { sentences } = indexed;
    if (block !== undefined && !block.boilerplate) {
      for (const sentence of sentencesOfBlock(text, block, language)) {
        for (const { start, end } of piecesOf(text, sentence)) {
          const words = text.slice(start, end);
          if (this.index.addSentence(indexed.id, sentences, start, end, words)) {
            sentences += 1;
          }
        }
      }
    }
    const blocksDone = indexed.blocksDone + 1;
    const isDone = blocksDone >= blocks.length ? 1 : 0;
    reading.indexed = { ...indexed, blocksDone, isDone, sentences };
    if (isDone === 1) {
      this.index.keepProgress(reading.indexed);
      this.reading = null;
    }
  }

  private beginWriting(): void {
    if (!this.index.database.inTransaction) {
      this.index.database.exec("BEGIN");
      this.committedAtMs = performance.now();
    }
  }

  private commit(untilMs: number): void {
    const isDue = this.isDone || performance.now() - this.committedAtMs >= commitEveryMs;
    // Counts are written bit by bit as well: tens of thousands may wait.
    if (isDue && this.index.writeCounts(Math.max(untilMs, performance.now() + 2))) {
      this.commitNow();
    }
  }

  private commitNow(): void {
    if (this.index.database.inTransaction) {
      this.index.database.exec("COMMIT");
    }
  }
}
