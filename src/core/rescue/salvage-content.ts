import { canonicalText } from "../articles/canonical-text.ts";
import { keepOriginal, keepText, sha256 } from "../articles/content-store.ts";
import { decodeText } from "../articles/decode-text.ts";
import type { WritableDb } from "../store/db.ts";
import type { ReadRow } from "./read-tables.ts";
import type { ScannedRecord } from "./scan-pages.ts";

/** Bytes and texts by their hash: each is what it was, or it is not taken. */
export type SalvagedContent = {
  readonly originals: Map<string, Uint8Array>;
  readonly texts: Map<string, string>;
};

export function addContentOfRow(content: SalvagedContent, table: string, row: ReadRow): void {
  const { sha256: key, bytes, text } = row;
  if (table === "original" && bytes instanceof Uint8Array) {
    addOriginal(content, key, bytes);
  } else if (table === "canonical_text" && typeof text === "string") {
    addText(content, key, text);
  }
}

export function addContentOfRecord(content: SalvagedContent, { values }: ScannedRecord): void {
  const [key, ...rest] = values;
  const last = rest.at(-1);
  if (typeof key !== "object" || key === null || typeof last !== "object" || last === null) {
    return;
  }
  if (values.length === 2 && last.kind === "blob") {
    addOriginal(content, key.bytes.toString("latin1"), last.bytes);
  } else if (values.length === 4 && last.kind === "text") {
    addText(content, key.bytes.toString("latin1"), last.bytes.toString("utf8"));
  }
}

/** A text that is lost is made again from the bytes that it was made from. */
export function addTextsOfOriginals(content: SalvagedContent): void {
  for (const bytes of content.originals.values()) {
    try {
      const text = canonicalText(decodeText(bytes).text);
      content.texts.set(sha256(text), text);
    } catch {
      // Not a text that this version can decode; the text itself may have been read.
    }
  }
}

/** Writes what articles refer to; blocks are recognised anew. Returns the hashes that are not there. */
export function writeContent(
  db: WritableDb,
  content: SalvagedContent,
  wanted: readonly { readonly bytes: string; readonly text: string }[],
): Set<string> {
  const missing = new Set<string>();
  for (const { bytes, text } of wanted) {
    const original = content.originals.get(bytes);
    const canonical = content.texts.get(text);
    if (original === undefined) {
      missing.add(bytes);
    } else {
      keepOriginal(db, bytes, original);
    }
    if (canonical === undefined) {
      missing.add(text);
    } else {
      keepText(db, canonical);
    }
  }
  return missing;
}

function addOriginal({ originals }: SalvagedContent, key: unknown, bytes: Uint8Array): void {
  if (typeof key === "string" && sha256(bytes) === key) {
    originals.set(key, bytes);
  }
}

function addText({ texts }: SalvagedContent, key: unknown, text: string): void {
  if (typeof key === "string" && sha256(text) === key) {
    texts.set(key, text);
  }
}
