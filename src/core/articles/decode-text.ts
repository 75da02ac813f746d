import { isUtf8 } from "node:buffer";

import type { TextEncoding } from "#contract/article";
import { Failure } from "#contract/failure";

import { knownFormatOf } from "./file-signatures.ts";

export type DecodedText = {
  /** Without the byte order mark. Never has a lone surrogate. */
  readonly text: string;
  readonly encoding: TextEncoding;
  readonly hasByteOrderMark: boolean;
};

const maxBytes = 128 * 1024 * 1024;
/** UTF-16 code units: thirty times War and Peace, and a few seconds of work. */
const maxTextLength = 20_000_000;
/** Real text with control sequences (a terminal's log) has far fewer; compressed bytes have about this. */
const maxControlShare = 0.3;

/**
 * Reads a plain text file: UTF-8 with or without a byte order mark, UTF-16 with one. Nothing is guessed
 * and nothing is replaced: bytes that are no such text are refused.
 * @throws Failure unsupported-format when it is something else than plain text, unreadable-article when
 * it is text that cannot be read with certainty
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.byteLength === 0) {
    throw unreadable("This file is empty.");
  }
  if (bytes.byteLength > maxBytes) {
    throw unreadable("This file is larger than 128 MiB; split it into parts and import those.");
  }
  refuseOtherFormats(bytes);
  const decoded = decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (decoded.text.length > maxTextLength) {
    throw unreadable(
      "This text is longer than 20 million characters; split it into parts and import those.",
    );
  }
  if (decoded.text.trim() === "") {
    throw unreadable("This file holds nothing but white space.");
  }
  return decoded;
}

function refuseOtherFormats(bytes: Uint8Array): void {
  const format = knownFormatOf(bytes);
  if (format !== null) {
    throw new Failure(
      "unsupported-format",
      `This is ${format}; Corroboard imports plain text for now.`,
    );
  }
}

function decode(bytes: Buffer): DecodedText {
  const startsWith = (...mark: number[]) => mark.every((byte, index) => bytes[index] === byte);
  if (startsWith(0xff, 0xfe, 0, 0) || startsWith(0, 0, 0xfe, 0xff)) {
    throw unreadable("This file is in UTF-32; save it as UTF-8 and import it again.");
  }
  if (startsWith(0xff, 0xfe)) {
    return { text: utf16(bytes, "le"), encoding: "utf-16le", hasByteOrderMark: true };
  }
  if (startsWith(0xfe, 0xff)) {
    return { text: utf16(bytes, "be"), encoding: "utf-16be", hasByteOrderMark: true };
  }
  if (startsWith(0xef, 0xbb, 0xbf)) {
    return { text: utf8(bytes, 3), encoding: "utf-8", hasByteOrderMark: true };
  }
  refuseUnmarkedUtf16(bytes);
  refuseBinary(bytes);
  const text = utf8(bytes, 0);
  refuseSwitchedCharacterSets(text);
  return { text, encoding: "utf-8", hasByteOrderMark: false };
}

/** @param start where the text begins, after a byte order mark */
function utf8(bytes: Buffer, start: number): string {
  if (!isUtf8(bytes)) {
    const offset = firstInvalidUtf8(bytes);
    throw unreadable(
      `This file is not in UTF-8 (byte ${offset} is the first that does not fit); save it as UTF-8 and import it again.`,
    );
  }
  return bytes.toString("utf8", start);
}

function utf16(bytes: Buffer, order: "le" | "be"): string {
  const name = order === "le" ? "UTF-16 LE" : "UTF-16 BE";
  if (bytes.length % 2 !== 0) {
    throw unreadable(
      `This file is marked as ${name} but ends in half of a character; get it again, or save it as UTF-8.`,
    );
  }
  // swap16 works in place, and the original must stay as it is.
  const littleEndian = order === "le" ? bytes : Buffer.from(bytes).swap16();
  const text = littleEndian.toString("utf16le", 2);
  if (!text.isWellFormed()) {
    const offset = 2 + 2 * firstLoneSurrogate(text);
    throw unreadable(
      `This file is marked as ${name} but has half of a character at byte ${offset}; get it again, or save it as UTF-8.`,
    );
  }
  return text;
}

/** Position of the first byte that cannot be part of UTF-8 (RFC 3629), or of a character cut short. */
function firstInvalidUtf8(bytes: Buffer): number {
  // Character by character: isUtf8 says only whether, not where.
  let offset = 0;
  while (offset < bytes.length) {
    const length = lengthOfUtf8Character(bytes[offset] ?? 0);
    if (length === 0 || !isUtf8(bytes.subarray(offset, offset + length))) {
      return offset;
    }
    offset += length;
  }
  return offset;
}

function lengthOfUtf8Character(lead: number): number {
  if (lead < 0x80) {
    return 1;
  }
  if (lead < 0xc2) {
    return 0;
  }
  if (lead < 0xe0) {
    return 2;
  }
  if (lead < 0xf0) {
    return 3;
  }
  return lead < 0xf5 ? 4 : 0;
}

function firstLoneSurrogate(text: string): number {
  for (let index = 0; index < text.length; index += 1) {
    const codePoint = text.codePointAt(index) ?? 0;
    if (codePoint >= 0xd800 && codePoint <= 0xdfff) {
      return index;
    }
    if (codePoint > 0xffff) {
      index += 1;
    }
  }
  return text.length;
}

/** Every other byte of Latin text in UTF-16 is zero; such a file is text, so the user can save it again. */
function refuseUnmarkedUtf16(bytes: Buffer): void {
  const head = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) {
      zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
    }
  });
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) > head.length * 0.3 && Math.min(even, odd) < head.length * 0.02) {
    throw unreadable(
      "This file seems to be in UTF-16 but has no byte order mark to say so; save it as UTF-8 and import it again.",
    );
  }
}

/**
 * A few control characters occur in real text and are kept. Many of them, or a NUL in what is not UTF-8
 * either, are not text.
 */
function refuseBinary(bytes: Buffer): void {
  const head = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of head) {
    // Tab, line feed, vertical tab, form feed and carriage return are white space.
    if (byte < 0x09 || (byte > 0x0d && byte < 0x20) || byte === 0x7f) {
      controls += 1;
    }
  }
  if (controls > head.length * maxControlShare || (bytes.includes(0) && !isUtf8(bytes))) {
    throw new Failure(
      "unsupported-format",
      "This is not text but binary data; Corroboard imports plain text for now.",
    );
  }
}

/** ISO 2022 (JP, KR, CN) is ASCII byte by byte and would come out as rubbish without any error. */
function refuseSwitchedCharacterSets(text: string): void {
  // oxlint-disable-next-line no-control-regex -- the escape character is what these encodings are known by
  if (/\u001b(?:\$[@ABCD)*+(]|\([IJ])/u.test(text)) {
    throw unreadable(
      "This file is in an ISO 2022 encoding (Japanese, Korean or Chinese); save it as UTF-8 and import it again.",
    );
  }
}

function unreadable(message: string): Failure {
  return new Failure("unreadable-article", message);
}
