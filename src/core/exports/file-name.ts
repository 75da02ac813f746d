const maxNameUtf16 = 96; // leaves room for an extension within 100
const maxNameBytes = 200; // most file systems take 255 bytes with everything that is added

/** Device names of Windows, with or without an extension: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const reservedName = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\s*\.|$)/iu;

/**
 * A title as the name of a file on any system, with its extension: no separators, control or invisible
 * characters, no reserved names, nothing that a shell reads as an option or hides. At most 100 UTF-16
 * code units.
 * @param fallback the name where nothing of the title is left
 */
export function fileNameOf(title: string, extension: string, fallback = "Briefing"): string {
  const plain = title
    .replaceAll(/[/\\:*?"<>|]|\p{Cc}|\p{Cs}|\p{Zl}|\p{Zp}|\p{Bidi_Control}|[\u200B\uFEFF]/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .replace(/^[\s.~-]+/u, "");
  const short = withinLength(plain).replace(/[\s.]+$/u, "");
  const free = reservedName.test(short) ? `_${short}` : short;
  return `${free === "" ? fallback : free}.${extension}`;
}

/** Cuts between characters as people see them, so that no accent or emoji is torn. */
function withinLength(name: string): string {
  let length = 0;
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(name)) {
    bytes += Buffer.byteLength(segment);
    if (length + segment.length > maxNameUtf16 || bytes > maxNameBytes) {
      break;
    }
    length += segment.length;
  }
  return name.slice(0, length);
}

/**
 * Gives each title a name that no other has, on any system: names that differ only in case or in how their
 * accents are written are the same to some.
 */
export function createFileNames(extension: string, fallback: string): (title: string) => string {
  const taken = new Set<string>();
  return (title) => {
    const stem = fileNameOf(title.normalize("NFC"), extension, fallback).slice(
      0,
      -extension.length - 1,
    );
    for (let count = 1; ; count += 1) {
      const name = `${stem}${count === 1 ? "" : ` (${count})`}.${extension}`;
      const key = name.normalize("NFKC").toUpperCase().toLowerCase();
      if (!taken.has(key)) {
        taken.add(key);
        return name;
      }
    }
  };
}
