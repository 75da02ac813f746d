/** What a format cannot hold, and what stands for it. */
export type Replacement = {
  readonly replace: (words: string) => string;
  /** Told to the reader where anything was replaced. */
  readonly sentence: string;
};

/** Of Markdown and HTML. */
export const nulReplacement: Replacement = {
  replace: picturesIn,
  sentence: "Characters that no document can hold (NUL) are shown as ␀.",
};

/** Pictures for the characters that the format cannot hold; `replaced` says so where there were any. */
export function withPictures<Document>(
  document: Document,
  { replace, sentence }: Replacement = nulReplacement,
): { document: Document; replaced: string[] } {
  let isReplaced = false;
  const copy: unknown = JSON.parse(JSON.stringify(document), (_key, value: unknown) => {
    if (typeof value !== "string") {
      return value;
    }
    const shown = replace(value);
    isReplaced ||= shown !== value;
    return shown;
  });
  // A copy of plain data has the type of what was copied.
  return { document: copy as Document, replaced: isReplaced ? [sentence] : [] };
}

/** The words with the same pictures in the same places: as long as before. */
export function picturesIn(words: string): string {
  return words.replaceAll("\0", "\u2400").toWellFormed();
}

/**
 * The marks that end every embedding, override and isolate that the words begin and leave open: see
 * https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings
 */
export function closersOf(words: string): string {
  const open: ("\u202C" | "\u2069")[] = [];
  for (const [control] of words.matchAll(/\p{Bidi_Control}/gu)) {
    if (/[\u202A\u202B\u202D\u202E]/u.test(control)) {
      open.push("\u202C");
    } else if (/[\u2066-\u2068]/u.test(control)) {
      open.push("\u2069");
    } else if (control === "\u202C" && open.at(-1) === "\u202C") {
      open.pop();
    } else if (control === "\u2069" && open.includes("\u2069")) {
      open.length = open.lastIndexOf("\u2069");
    }
  }
  return open.toReversed().join("");
}
