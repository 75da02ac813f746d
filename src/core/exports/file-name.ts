const maxNameUtf16 = 96; // leaves room for an extension within 100

/** Device names of Windows, with or without an extension: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const reservedName = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\s*\.|$)/iu;

/**
 * A title as the name of a file on any system, with its extension: no separators, control or invisible
 * characters, no reserved names, nothing that a shell reads as an option or hides. At most 100 UTF-16
 * code units.
 */
export function fileNameOf(title: string, extension: string): string {
  const plain = title
    .replaceAll(/[/\\:*?"<>|]|\p{Cc}|\p{Cs}|\p{Zl}|\p{Zp}|\p{Bidi_Control}|[\u200B\uFEFF]/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .replace(/^[\s.~-]+/u, "");
  const short = withinLength(plain).replace(/[\s.]+$/u, "");
  const free = reservedName.test(short) ? `_${short}` : short;
  return `${free === "" ? "Briefing" : free}.${extension}`;
}

/** Cuts between characters as people see them, so that no accent or emoji is torn. */
function withinLength(name: string): string {
  let length = 0;
  for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(name)) {
    if (length + segment.length > maxNameUtf16) {
      break;
    }
    length += segment.length;
  }
  return name.slice(0, length);
}
