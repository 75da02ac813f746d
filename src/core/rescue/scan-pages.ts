import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** A stored record: its rowid and its values in order, text and blobs as bytes. */
export type ScannedRecord = {
  readonly rowid: number;
  readonly values: readonly (
    | number
    | null
    | { readonly kind: "text" | "blob"; readonly bytes: Buffer }
  )[];
};

const tableLeaf = 13;
/** Longer than any record of ours; a length beyond is damage. */
const maxRecordBytes = 1024 ** 3;

/**
 * Finds the records of rowid tables page by page, whatever leads to these pages: the file's schema and
 * the inner pages of its tables are not needed. Finds rows that were deleted, too; whoever uses a record
 * must be able to tell that it is right.
 * Format: https://www.sqlite.org/fileformat2.html#b_tree_pages
 */
export function* scanPages(file: string, pageBytes = 4_096): Generator<ScannedRecord> {
  const descriptor = openSync(file, "r");
  try {
    const pages = Math.floor(fstatSync(descriptor).size / pageBytes);
    const readPage = (page: number): Buffer | null => {
      const bytes = Buffer.alloc(pageBytes);
      return page >= 1 &&
        page <= pages &&
        readSync(descriptor, bytes, 0, pageBytes, (page - 1) * pageBytes) === pageBytes
        ? bytes
        : null;
    };
    for (let page = 1; page <= pages; page += 1) {
      const bytes = readPage(page);
      const start = page === 1 ? 100 : 0;
      if (bytes !== null && bytes[start] === tableLeaf) {
        yield* recordsOf(bytes, start, readPage);
      }
    }
  } finally {
    closeSync(descriptor);
  }
}

function* recordsOf(
  page: Buffer,
  start: number,
  readPage: (page: number) => Buffer | null,
): Generator<ScannedRecord> {
  const cells = page.readUInt16BE(start + 3);
  for (let cell = 0; cell < cells && start + 10 + cell * 2 <= page.length; cell += 1) {
    const record = unlessOutOfRange(() => {
      const at = page.readUInt16BE(start + 8 + cell * 2);
      const [length, afterLength] = readVarint(page, at);
      const [rowid, afterRowid] = readVarint(page, afterLength);
      const payload = readPayload(page, afterRowid, length, readPage);
      return payload === null ? null : { rowid, values: decodeRecord(payload) };
    });
    if (record !== null) {
      yield record;
    }
  }
}

/** Follows the chain of overflow pages; null where it is broken. */
function readPayload(
  page: Buffer,
  at: number,
  length: number,
  readPage: (page: number) => Buffer | null,
): Buffer | null {
  const usable = page.length;
  const most = usable - 35;
  if (length > maxRecordBytes) {
    return null;
  }
  if (length <= most) {
    return at + length <= usable ? page.subarray(at, at + length) : null;
  }
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((length - least) % (usable - 4));
  const local = fitting <= most ? fitting : least;
  const parts = [page.subarray(at, at + local)];
  let next = page.readUInt32BE(at + local);
  for (let missing = length - local; missing > 0; missing -= usable - 4) {
    const overflow = readPage(next);
    if (overflow === null) {
      return null;
    }
    parts.push(overflow.subarray(4, 4 + Math.min(missing, usable - 4)));
    next = overflow.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

function decodeRecord(payload: Buffer): ScannedRecord["values"] {
  const [headerBytes, first] = readVarint(payload, 0);
  const values: ScannedRecord["values"][number][] = [];
  let at = headerBytes;
  for (let header = first; header < headerBytes;) {
    const [type, after] = readVarint(payload, header);
    header = after;
    const size = sizeOfType(type);
    if (at + size > payload.length) {
      throw new RangeError("a value lies outside its record");
    }
    values.push(valueOf(payload.subarray(at, at + size), type));
    at += size;
  }
  return values;
}

function sizeOfType(type: number): number {
  return type >= 12
    ? (type - (type % 2 === 0 ? 12 : 13)) / 2
    : ([0, 1, 2, 3, 4, 6, 8, 8, 0, 0][type] ?? 0);
}

function valueOf(bytes: Buffer, type: number): ScannedRecord["values"][number] {
  if (type >= 12) {
    return { kind: type % 2 === 0 ? "blob" : "text", bytes };
  }
  switch (type) {
    case 0:
      return null;
    case 7:
      return bytes.readDoubleBE(0);
    case 8:
      return 0;
    case 9:
      return 1;
    case 6:
      return Number(bytes.readBigInt64BE(0));
    default:
      return bytes.readIntBE(0, bytes.length);
  }
}

/** @returns the value, and where it ends */
function readVarint(bytes: Buffer, at: number): [number, number] {
  let value = 0n;
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes.readUInt8(at + index);
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) {
      return [Number(value), at + index + 1];
    }
  }
  value = (value << 8n) | BigInt(bytes.readUInt8(at + 8));
  return [Number(BigInt.asIntN(64, value)), at + 9];
}

/** A damaged page leads anywhere: what does not lie in it is no record. */
function unlessOutOfRange<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) {
      return null;
    }
    throw error;
  }
}
