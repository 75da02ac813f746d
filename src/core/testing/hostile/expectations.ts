import type { RefusedFile } from "#contract/article";

import type { HostileFile } from "./corpus.ts";

/** What happens today when an analyst imports the file. */
export type Expectation = {
  /** Null: it is plain text, and is taken as such. */
  readonly refusal: { readonly code: RefusedFile["code"]; readonly says: RegExp } | null;
  /** Why what the manifest expects of the format cannot be asserted yet; null when it is. */
  readonly waitsFor: string | null;
};

const isText: Expectation = { refusal: null, waitsFor: null };

function refused(
  code: RefusedFile["code"],
  says: RegExp,
  waitsFor: string | null = null,
): Expectation {
  return { refusal: { code, says }, waitsFor };
}

const notImported = (format: string) => `${format} is not imported yet`;

/** By the folder of the corpus. Whoever builds an importer changes its line, and the manifest's tests run. */
const ofFolder: Readonly<Record<string, Expectation>> = {
  html: refused("unsupported-format", /web page \(HTML\)/u, notImported("HTML")),
  md: { refusal: null, waitsFor: "Markdown is read as plain text, not as Markdown" },
  txt: isText,
  docx: refused("unsupported-format", /Word \(DOCX\)/u, notImported("DOCX")),
  zip: refused("unsupported-format", /ZIP archive/u, notImported("what is in a ZIP archive")),
  epub: refused("unsupported-format", /EPUB book/u, notImported("EPUB")),
  qdpx: refused("unsupported-format", /ZIP archive/u, notImported("REFI-QDA")),
  eml: { refusal: null, waitsFor: "mail is read as plain text, not as mail" },
  pdf: refused("unsupported-format", /PDF/u, notImported("PDF")),
  json: { refusal: null, waitsFor: "other programs' JSON is read as plain text" },
  strings: isText,
};

const unmarked = refused("unreadable-article", /UTF-16 but has no byte order mark/u);
const notUtf8 = refused("unreadable-article", /not in UTF-8 \(byte \d+/u);

/** Where a file is not as the others of its folder. */
const ofFile: Readonly<Record<string, Expectation>> = {
  h17: refused("unreadable-article", /no byte order mark/u, notImported("HTML")),
  h20: { refusal: null, waitsFor: "SVG is read as plain text" },
  "t05-utf16le-nobom": unmarked,
  "t06-utf16be-nobom": unmarked,
  "t07-utf32le-bom": refused("unreadable-article", /UTF-32/u),
  "t08-gb18030": notUtf8,
  "t09-invalid-utf8": notUtf8,
  "t17-empty": refused("unreadable-article", /empty/u),
  "t18-binary": refused("unsupported-format", /binary/u),
  "t19-sjis": notUtf8,
  "t20-1252": notUtf8,
  d12: refused("unsupported-format", /ZIP archive/u, notImported("DOCX")),
  d13: refused("unsupported-format", /old Word/u, notImported("DOCX")),
  d14: refused("unsupported-format", /PDF/u, notImported("DOCX")),
  // A program that is also an archive is taken for the program.
  "z10-prefix": refused("unsupported-format", /program/u, notImported("EPUB")),
  c01: { refusal: null, waitsFor: notImported("a REFI-QDA codebook") },
  c02: { refusal: null, waitsFor: notImported("a REFI-QDA codebook") },
  c03: { refusal: null, waitsFor: notImported("a REFI-QDA codebook") },
};

/** @throws Error for a file that nothing is expected of: each must be thought of */
export function expectationOf({ id, file }: HostileFile): Expectation {
  const expectation = ofFile[id] ?? ofFolder[file.split("/")[0] ?? ""];
  if (expectation === undefined) {
    throw new Error(`nothing is expected of ${id}`);
  }
  return expectation;
}
