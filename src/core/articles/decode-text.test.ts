import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { Failure } from "#contract/failure";

import { decodeText } from "./decode-text.ts";

const sample = "Naïve café — “quoted” €5 中文 🧑‍🚀 é ﬁligature";

function bytesOf(text: string, encoding: "utf-8" | "utf-16le" | "utf-16be", mark: boolean) {
  const marked = mark ? `\ufeff${text}` : text;
  const bytes = Buffer.from(marked, encoding === "utf-8" ? "utf8" : "utf16le");
  return new Uint8Array(encoding === "utf-16be" ? bytes.swap16() : bytes);
}

function refusalOf(bytes: Uint8Array): Failure {
  try {
    decodeText(bytes);
  } catch (error) {
    if (error instanceof Failure) {
      return error;
    }
    throw error;
  }
  throw new Error("was not refused");
}

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

describe("decodeText", () => {
  it.each([
    ["utf-8", false],
    ["utf-8", true],
    ["utf-16le", true],
    ["utf-16be", true],
  ] as const)("reads %s (byte order mark: %s)", (encoding, hasByteOrderMark) => {
    const bytes = bytesOf(sample, encoding, hasByteOrderMark);
    const before = bytes.slice();
    expect(decodeText(bytes)).toEqual({ text: sample, encoding, hasByteOrderMark });
    expect(bytes).toEqual(before);
  });

  it("reads any text from each encoding that marks itself, and keeps a second mark as text", () => {
    const filled = fc
      .string({ unit: "binary", minLength: 1 })
      // NUL first would make UTF-16's mark that of UTF-32.
      .filter((text) => text.trim() !== "" && !text.startsWith("\0"));
    fc.assert(
      fc.property(
        filled,
        fc.constantFrom("utf-8", "utf-16le", "utf-16be"),
        fc.boolean(),
        (text, encoding, doubled) => {
          const content = doubled ? `\ufeff${text}` : text;
          expect(decodeText(bytesOf(content, encoding, true))).toEqual({
            text: content,
            encoding,
            hasByteOrderMark: true,
          });
        },
      ),
    );
  });

  it("reads bytes that are a part of a larger buffer", () => {
    const whole = new Uint8Array([1, 2, ...bytesOf(sample, "utf-16be", true), 3]);
    expect(decodeText(whole.subarray(2, -1)).text).toBe(sample);
  });

  it("keeps a NUL and a terminal's colours in what is otherwise text", () => {
    const text = "before\0after\u0001\u0002 \u001b[31mred\u0007 and the end";
    expect(decodeText(bytesOf(text, "utf-8", false)).text).toBe(text);
  });

  it.each([
    ["a lone continuation byte", "ok \x80", 3],
    ["an overlong form", "abc\xc0\xaf", 3],
    ["a character cut short by the end", "ab\xe2\x82", 2],
    ["a character cut short by another", "a\xe2\x82b", 1],
    ["a surrogate", "\xc3\xa9\xed\xa0\x80", 2],
    ["beyond Unicode", "x\xf5\x80\x80\x80", 1],
    ["Windows-1252", "He said \x93yes\x94", 8],
  ])("names the first byte that is not UTF-8: %s", (_, content, offset) => {
    const refusal = refusalOf(latin1(content));
    expect(refusal.code).toBe("unreadable-article");
    expect(refusal.message).toContain(`byte ${offset} is`);
    expect(refusal.message).toContain("save it as UTF-8");
  });

  it("refuses UTF-8 with a mark and a bad byte after it, counting from the start of the file", () => {
    expect(refusalOf(latin1("\xef\xbb\xbfab\xff")).message).toContain("byte 5 is");
  });

  it("refuses UTF-16 that ends in half of a character", () => {
    const bytes = bytesOf("word", "utf-16le", true).subarray(0, -1);
    expect(refusalOf(bytes)).toMatchObject({
      code: "unreadable-article",
      message: expect.stringContaining("ends in half of a character"),
    });
  });

  it("refuses UTF-16 with half of a surrogate pair and says where", () => {
    const bytes = Buffer.from("\ufeff😀a\ud83db", "utf16le");
    expect(refusalOf(new Uint8Array(bytes)).message).toContain("half of a character at byte 8");
    expect(refusalOf(new Uint8Array(bytes.swap16())).message).toContain("at byte 8");
  });

  it.each(["utf-16le", "utf-16be"] as const)("refuses %s that is not marked", (encoding) => {
    expect(refusalOf(bytesOf(sample, encoding, false))).toMatchObject({
      code: "unreadable-article",
      message: expect.stringContaining("UTF-16"),
    });
  });

  it("refuses UTF-32 rather than reading it as UTF-16", () => {
    expect(refusalOf(latin1("\xff\xfe\0\0a\0\0\0")).message).toContain("UTF-32");
    expect(refusalOf(latin1("\0\0\xfe\xff\0\0\0a")).message).toContain("UTF-32");
  });

  it("refuses ISO 2022, which would pass as ASCII", () => {
    const japanese = latin1("\x1b$B$3$s$K$A$O\x1b(B");
    expect(refusalOf(japanese).message).toContain("ISO 2022");
  });

  it.each([
    ["an empty file", "", "empty"],
    ["a blank file", " \r\n\t\n", "white space"],
    ["a file of nothing but a mark", "\xef\xbb\xbf", "white space"],
  ])("refuses %s", (_, content, reason) => {
    expect(refusalOf(latin1(content))).toMatchObject({
      code: "unreadable-article",
      message: expect.stringContaining(reason),
    });
  });

  it.each([
    ["a PDF", "%PDF-1.7\n%âãÏÓ"],
    [
      "a Word (DOCX) file",
      "PK\x03\x04\x14\0\0\0\x08\0[Content_Types].xml..PK\x03\x04word/document.xml",
    ],
    ["an EPUB book", "PK\x03\x04\x0a\0\0\0mimetypeapplication/epub+zip"],
    ["an OpenDocument file", "PK\x03\x04\x0a\0mimetypeapplication/vnd.oasis.opendocument.text"],
    ["a ZIP archive", "PK\x03\x04\x14\0articles.txt"],
    ["an old Word, Excel or Outlook file", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"],
    ["a rich text (RTF) file", "{\\rtf1\\ansi Hello}"],
    ["a PNG image", "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"],
    ["a JPEG image", "\xff\xd8\xff\xe0\0\x10JFIF"],
    ["a compressed (gzip) file", "\x1f\x8b\x08\0\0\0"],
    ["a database", "SQLite format 3\0\x10\0"],
    ["a program", "MZ\x90\0\x03\0\0\0"],
    ["a web page (HTML)", "\xef\xbb\xbf\n<!DOCTYPE html>\n<html><body>Text</body></html>"],
  ])("says that it is %s", (is, content) => {
    expect(refusalOf(latin1(content))).toMatchObject({
      code: "unsupported-format",
      message: `This is ${is}; Corroboard imports plain text for now.`,
    });
  });

  it("does not take a word for a signature", () => {
    expect(decodeText(latin1("MZ Wallace opened a shop.")).text).toContain("MZ");
    expect(decodeText(latin1("GIF files are old.")).text).toContain("GIF");
  });

  it("refuses binary data of no known format", () => {
    const everyByte = Uint8Array.from({ length: 16_384 }, (_, index) => index % 256);
    expect(refusalOf(everyByte).code).toBe("unsupported-format");
    const controls = Uint8Array.from({ length: 300 }, (_, index) => index % 32);
    expect(refusalOf(controls).code).toBe("unsupported-format");
  });

  it("refuses more than 128 MiB and more than 20 million characters", () => {
    expect(refusalOf(new Uint8Array(128 * 1024 * 1024 + 1)).message).toContain("128 MiB");
    const longest = Buffer.alloc(20_000_000, "word ");
    expect(decodeText(longest).text).toHaveLength(20_000_000);
    const tooLong = Buffer.concat([longest, Buffer.from(".")]);
    expect(refusalOf(tooLong).message).toContain("20 million characters");
  });

  it("never throws anything but a refusal, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          expect(decodeText(bytes).text.isWellFormed()).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
