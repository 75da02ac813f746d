type Signature = {
  /** Bytes as Latin-1 text, at `offset` from the start of the file. */
  readonly bytes: string;
  readonly offset?: number;
  /** Completes the sentence "This is …". */
  readonly is: string;
};

/** How much of the start of a file is looked at to tell what it is. */
const lookBytes = 4096;

/** From https://www.garykessler.net/library/file_sigs.html; only what is likely to meet an analyst. */
const signatures: readonly Signature[] = [
  { bytes: "%PDF-", is: "a PDF" },
  { bytes: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", is: "an old Word, Excel or Outlook file" },
  { bytes: "{\\rtf", is: "a rich text (RTF) file" },
  { bytes: "SQLite format 3\0", is: "a database" },
  { bytes: "\x89PNG\r\n\x1a\n", is: "a PNG image" },
  { bytes: "\xff\xd8\xff", is: "a JPEG image" },
  { bytes: "GIF87a", is: "a GIF image" },
  { bytes: "GIF89a", is: "a GIF image" },
  { bytes: "II*\0", is: "a TIFF image" },
  { bytes: "MM\0*", is: "a TIFF image" },
  { bytes: "WEBP", offset: 8, is: "a WebP image" },
  { bytes: "WAVE", offset: 8, is: "a sound recording" },
  { bytes: "OggS\0", is: "a sound or video recording" },
  { bytes: "ID3\x03", is: "a sound recording" },
  { bytes: "ID3\x04", is: "a sound recording" },
  { bytes: "ftyp", offset: 4, is: "a video or sound recording" },
  { bytes: "\x1a\x45\xdf\xa3", is: "a video recording" },
  { bytes: "\x1f\x8b", is: "a compressed (gzip) file" },
  { bytes: "BZh", is: "a compressed (bzip2) file" },
  { bytes: "\xfd7zXZ\0", is: "a compressed (xz) file" },
  { bytes: "7z\xbc\xaf\x27\x1c", is: "a 7-Zip archive" },
  { bytes: "Rar!\x1a\x07", is: "a RAR archive" },
  { bytes: "\x7fELF", is: "a program" },
];

/** A ZIP file says what it holds by the names of its first entries. */
const zipContents: readonly { readonly entry: string; readonly is: string }[] = [
  { entry: "mimetypeapplication/epub+zip", is: "an EPUB book" },
  { entry: "mimetypeapplication/vnd.oasis.opendocument", is: "an OpenDocument file" },
  { entry: "word/", is: "a Word (DOCX) file" },
  { entry: "xl/", is: "an Excel (XLSX) file" },
  { entry: "ppt/", is: "a PowerPoint (PPTX) file" },
];

/** Words that complete "This is …" when the bytes are those of a known format other than plain text. */
export function knownFormatOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, lookBytes));
  const start = head.toString("latin1");
  if (start.startsWith("PK\x03\x04")) {
    return zipContents.find(({ entry }) => start.includes(entry))?.is ?? "a ZIP archive";
  }
  if (start.startsWith("MZ") && start.slice(0, 64).includes("\0")) {
    return "a program";
  }
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)[\s>]/iu.test(start)) {
    return "a web page (HTML)";
  }
  return (
    signatures.find(({ bytes: mark, offset = 0 }) => start.startsWith(mark, offset))?.is ?? null
  );
}
