/** Where a footnote is referred to, and what stands before that in its paragraph. */
export type FoundReference = {
  readonly identifier: string;
  readonly before: string;
  /** How many code units at the end of `before` are nothing but words. */
  readonly plainBefore: number;
};

/** What a stretch of a file says. */
export type Reading = {
  readonly words: string;
  /** Whether it is nothing but words. */
  readonly isPlain: boolean;
  readonly references: readonly FoundReference[];
};

/** One reading of parts that follow each other. */
export function joinReadings(parts: readonly Reading[]): Reading {
  let words = "";
  let plainBefore = 0;
  const references = parts.flatMap((part) => {
    const found = part.references.map((one): FoundReference => ({
      identifier: one.identifier,
      before: words + one.before,
      plainBefore:
        one.plainBefore === one.before.length ? plainBefore + one.plainBefore : one.plainBefore,
    }));
    words += part.words;
    plainBefore = part.isPlain ? plainBefore + part.words.length : 0;
    return found;
  });
  return { words, isPlain: parts.every(({ isPlain }) => isPlain), references };
}

/** The same as something that may show other words than it says. */
export function notPlain({ words, references }: Reading): Reading {
  return {
    words,
    isPlain: false,
    references: references.map((one) => ({ ...one, plainBefore: 0 })),
  };
}

/**
 * The quote within a sentence that a reference follows: as many characters as the footnote gives it, between
 * quotation marks. Null where there are no such marks.
 */
export function quotedBefore(
  { before, plainBefore }: FoundReference,
  note: string | null,
): { words: string; isPlain: boolean } | null {
  const { start, end } =
    /, characters (?<start>\d{1,15})–(?<end>\d{1,15})/u.exec(note ?? "")?.groups ?? {};
  const marked = before.replace(/[\u202C\u2069]+$/u, ""); // marks of direction that the quote left open
  const length = Number(end) - Number(start);
  if (!(length > 0) || !marked.endsWith("”") || marked.at(-length - 2) !== "“") {
    return null;
  }
  const from = marked.length - length - 1;
  return { words: marked.slice(from, -1), isPlain: before.length - plainBefore <= from };
}
