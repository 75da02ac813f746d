import { createHash } from "node:crypto";

import type { ReadableDb, WritableDb } from "../store/db.ts";
import { countWords } from "./count-words.ts";
import { recogniseBlocks } from "./recognise-blocks.ts";
import type { RecognisedBlock } from "./recognise-blocks.ts";

// What an article is made of never changes and is kept once by its SHA-256. None of it is journaled:
// undoing an import leaves it, and the same article imported again finds it.

type BlockRow = {
  span_start: number;
  span_end: number;
  kind: RecognisedBlock["kind"];
  level: number;
  boilerplate: 0 | 1;
  dateline_end: number | null;
};

/** Lower-case hex; a string is hashed as UTF-8. */
export function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

export function keepOriginal(db: WritableDb, bytesSha256: string, bytes: Uint8Array): void {
  db.run("INSERT OR IGNORE INTO original (sha256, bytes) VALUES (:sha256, :bytes)", {
    sha256: bytesSha256,
    bytes,
  });
}

/** Keeps a canonical text with its blocks and returns them. */
export function keepText(
  db: WritableDb,
  text: string,
): { textSha256: string; blocks: RecognisedBlock[] } {
  const textSha256 = sha256(text);
  const known = db.get("SELECT 1 FROM canonical_text WHERE sha256 = :textSha256", { textSha256 });
  if (known !== undefined) {
    return { textSha256, blocks: readBlocks(db, textSha256) };
  }
  db.run(
    `INSERT INTO canonical_text (sha256, text, length, word_count)
    VALUES (:sha256, :text, :length, :wordCount)`,
    { sha256: textSha256, text, length: text.length, wordCount: countWords(text) },
  );
  const blocks = recogniseBlocks(text);
  for (const [ordinal, block] of blocks.entries()) {
    insertBlock(db, textSha256, ordinal, block);
  }
  return { textSha256, blocks };
}

function insertBlock(
  db: WritableDb,
  textSha256: string,
  ordinal: number,
  block: RecognisedBlock,
): void {
  db.run(
    `INSERT INTO block (
      text_sha256, ordinal, span_start, span_end, kind, level, boilerplate, dateline_end
    )
    VALUES (:textSha256, :ordinal, :start, :end, :kind, :level, :boilerplate, :datelineEnd)`,
    {
      textSha256,
      ordinal,
      start: block.start,
      end: block.end,
      kind: block.kind,
      level: block.level,
      boilerplate: block.boilerplate ? 1 : 0,
      datelineEnd: block.datelineEnd,
    },
  );
}

/** Blocks of a canonical text, in order. */
export function readBlocks(db: ReadableDb, textSha256: string): RecognisedBlock[] {
  const rows = db.all<BlockRow>(
    `SELECT span_start, span_end, kind, level, boilerplate, dateline_end
    FROM block
    WHERE text_sha256 = :textSha256
    ORDER BY ordinal`,
    { textSha256 },
  );
  return rows.map((row) => ({
    start: row.span_start,
    end: row.span_end,
    kind: row.kind,
    level: row.level,
    boilerplate: row.boilerplate === 1,
    datelineEnd: row.dateline_end,
  }));
}
