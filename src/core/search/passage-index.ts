import type { Database, Statement } from "better-sqlite3";

import { stemOfWord } from "../claims/stem-of-word.ts";
import { wordsOf } from "../wording/words.ts";
import { decodeStemIds, encodeStemIds } from "./stem-ids.ts";

/** A stretch of canonical text with the numbers of its stems, each once. */
export type IndexedSentence = {
  /** Place in the index; tells the text, see `textIdOf`. */
  readonly id: number;
  readonly start: number;
  readonly end: number;
  readonly stemIds: readonly number[];
};

/** A text that is being read, or was. */
export type IndexedText = {
  readonly id: number;
  readonly sha256: string;
  readonly language: string;
  readonly blocksDone: number;
  readonly isDone: 0 | 1;
  readonly sentences: number;
};

/** What a stem is worth: its number, and in how many sentences it stands. */
export type KnownStem = { readonly id: number; readonly sentences: number };

/** Sentences of one text are numbered from its id times this; 128 MB hold fewer. */
const sentencesPerText = 2 ** 24;

/** Distinct words, and stems, about which is kept at hand what is asked again and again; a large vocabulary fits. */
const maxCached = 300_000;

/** The tables of the index: which sentence of which text has which stems. Knows nothing of the project. */
export class PassageIndex {
  readonly database: Database;
  private readonly sql: ReturnType<typeof statementsOf>;
  /** Number of a word's stem, by the word. */
  private readonly idOfWord = new Map<string, number>();
  /** Sentences per stem as the table has them: a question weighs thousands of stems, mostly the same ones. */
  private readonly counted = new Map<number, number>();
  /** Sentences per stem that are not counted in the table yet. */
  private readonly uncounted = new Map<number, number>();
  private sentences: number;

  constructor(database: Database) {
    this.database = database;
    this.sql = statementsOf(database);
    this.sentences = Number(this.sql.countSentences.pluck().get() ?? 0);
  }

  /** Of all texts, also of those whose article went to the trash since. */
  get sentenceCount(): number {
    return this.sentences;
  }

  textOf(sha256: string, language: string | null): IndexedText | undefined {
    return this.sql.readText.get({ sha256, language: language ?? "" }) as IndexedText | undefined;
  }

  textOfId(id: number): IndexedText | undefined {
    return this.sql.readTextOfId.get({ id }) as IndexedText | undefined;
  }

  /** In no order; a text that is not there is left out. */
  textsOfIds(ids: readonly number[]): IndexedText[] {
    return this.sql.readTextsOfIds.all({ ids: JSON.stringify(ids) }) as IndexedText[];
  }

  addText(sha256: string, language: string | null): IndexedText {
    this.sql.insertText.run({ sha256, language: language ?? "" });
    const text = this.textOf(sha256, language);
    if (text === undefined) {
      throw new Error("a text vanished from the index");
    }
    return text;
  }

  /** Says how far a text was read. */
  keepProgress(text: IndexedText): void {
    this.sql.updateText.run({
      id: text.id,
      blocksDone: text.blocksDone,
      isDone: text.isDone,
      sentences: text.sentences,
    });
  }

  /** @param ordinal place among the text's sentences, from 0 */
  addSentence(textId: number, ordinal: number, start: number, end: number, words: string): boolean {
    const stemIds = this.stemIdsOf(words);
    if (stemIds.size === 0) {
      return false;
    }
    const id = textId * sentencesPerText + ordinal;
    this.sql.insertSentence.run({ id, start, end, stems: encodeStemIds(stemIds) });
    // Numbers in base 36 are words to the tokeniser, so no text of an article is ever parsed as a query.
    const tokens = [...stemIds].map((stemId) => stemId.toString(36)).join(" ");
    this.sql.insertStems.run({ id, tokens });
    for (const stemId of stemIds) {
      this.uncounted.set(stemId, (this.uncounted.get(stemId) ?? 0) + 1);
    }
    this.sentences += 1;
    return true;
  }

  /** Writes counts until the time is over; true when all are written. */
  writeCounts(untilMs: number): boolean {
    for (const [id, sentences] of this.uncounted) {
      this.sql.countStem.run({ id, sentences });
      this.uncounted.delete(id);
      this.counted.delete(id);
      if (performance.now() >= untilMs) {
        break;
      }
    }
    return this.uncounted.size === 0;
  }

  /** Undefined for a stem that no sentence has. */
  stem(stem: string): KnownStem | undefined {
    const id = this.sql.readStem.pluck().get({ stem }) as number | undefined;
    return id === undefined ? undefined : { id, sentences: this.sentencesWith(id) };
  }

  /** Numbers of those of the stems that are known. */
  knownIdsOf(stems: Iterable<string>): number[] {
    return [...stems].flatMap((stem) => this.stem(stem)?.id ?? []);
  }

  sentencesWith(stemId: number): number {
    return this.countOf(stemId) + (this.uncounted.get(stemId) ?? 0);
  }

  /** Numbers of sentences that have the stem, at most so many. */
  sentenceIdsWith(stemId: number, limit: number): number[] {
    return this.sentenceIdsWithAll([stemId], limit);
  }

  /** Numbers of sentences that have all of the stems, at most so many. */
  sentenceIdsWithAll(stemIds: readonly number[], limit: number): number[] {
    const query = stemIds.map((id) => `"${id.toString(36)}"`).join(" AND ");
    return this.sql.matchStem.pluck().all({ query, limit }) as number[];
  }

  sentence(id: number): IndexedSentence | undefined {
    const row = this.sql.readSentence.get({ id }) as SentenceRow | undefined;
    return row === undefined ? undefined : sentenceOf(row);
  }

  /** Numbers of sentences of one text that have the stem. */
  sentenceIdsIn(textId: number, stemId: number): number[] {
    const from = textId * sentencesPerText;
    const query = `"${stemId.toString(36)}"`;
    return this.sql.matchStemIn
      .pluck()
      .all({ query, from, to: from + sentencesPerText - 1 }) as number[];
  }

  private countOf(stemId: number): number {
    const known = this.counted.get(stemId);
    if (known !== undefined) {
      return known;
    }
    const count = (this.sql.readCount.pluck().get({ id: stemId }) as number | undefined) ?? 0;
    if (this.counted.size >= maxCached) {
      this.counted.clear();
    }
    this.counted.set(stemId, count);
    return count;
  }

  /** Per word its number, made where there is none yet. Only while sentences are added. */
  private stemIdsOf(words: string): Set<number> {
    const ids = new Set<number>();
    for (const { folded } of wordsOf(words)) {
      ids.add(this.idOfWord.get(folded) ?? this.newIdOf(folded));
    }
    return ids;
  }

  private newIdOf(folded: string): number {
    const stem = stemOfWord(folded);
    const known = this.sql.readStem.pluck().get({ stem }) as number | undefined;
    const id = known ?? Number(this.sql.insertStem.run({ stem }).lastInsertRowid);
    if (this.idOfWord.size >= maxCached) {
      this.idOfWord.clear();
    }
    this.idOfWord.set(folded, id);
    return id;
  }
}

export function textIdOf(sentenceId: number): number {
  return Math.floor(sentenceId / sentencesPerText);
}

type SentenceRow = { id: number; start: number; end: number; stems: Uint8Array };

function sentenceOf({ id, start, end, stems }: SentenceRow): IndexedSentence {
  return { id, start, end, stemIds: decodeStemIds(stems) };
}

function statementsOf(database: Database) {
  const prepare = (sql: string): Statement<[Record<string, unknown>?]> => database.prepare(sql);
  const text = `
    SELECT id, sha256, language, blocks_done AS blocksDone, is_done AS isDone, sentences
    FROM text`;
  const sentence = `SELECT id, span_start AS start, span_end AS "end", stems FROM sentence`;
  return {
    countSentences: prepare("SELECT sum(sentences) FROM text"),
    readText: prepare(`${text} WHERE sha256 = :sha256 AND language = :language`),
    readTextOfId: prepare(`${text} WHERE id = :id`),
    readTextsOfIds: prepare(`${text} WHERE id IN (SELECT value FROM json_each(:ids))`),
    insertText: prepare(
      `INSERT INTO text (sha256, language, blocks_done, is_done, sentences)
      VALUES (:sha256, :language, 0, 0, 0)`,
    ),
    updateText: prepare(
      `UPDATE text
      SET blocks_done = :blocksDone, is_done = :isDone, sentences = :sentences
      WHERE id = :id`,
    ),
    readStem: prepare("SELECT id FROM stem WHERE stem = :stem"),
    insertStem: prepare("INSERT INTO stem (stem, sentences) VALUES (:stem, 0)"),
    readCount: prepare("SELECT sentences FROM stem WHERE id = :id"),
    countStem: prepare("UPDATE stem SET sentences = sentences + :sentences WHERE id = :id"),
    insertSentence: prepare(
      `INSERT INTO sentence (id, span_start, span_end, stems)
      VALUES (:id, :start, :end, :stems)`,
    ),
    readSentence: prepare(`${sentence} WHERE id = :id`),
    insertStems: prepare("INSERT INTO sentence_stem (rowid, stems) VALUES (:id, :tokens)"),
    matchStem: prepare(
      "SELECT rowid FROM sentence_stem WHERE sentence_stem MATCH :query LIMIT :limit",
    ),
    matchStemIn: prepare(
      `SELECT rowid FROM sentence_stem
      WHERE sentence_stem MATCH :query AND rowid BETWEEN :from AND :to`,
    ),
  };
}
