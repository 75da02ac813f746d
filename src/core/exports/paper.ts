import type { BriefingQuote, BriefingSource } from "./briefing-document.ts";

/**
 * A finished document before any file format: what is drafted from claims and what is written in the editor both
 * become one, and every writer (Markdown, HTML, DOCX) takes nothing else. Plain data; words are still exactly
 * those of the project, and each writer makes them safe for its format.
 */
export type Paper = {
  readonly title: string;
  /** Title and what stands before the contents. */
  readonly head: readonly PaperBlock[];
  readonly body: readonly PaperBlock[];
  /** Each becomes a footnote, by its number. */
  readonly quotes: readonly BriefingQuote[];
  /** What footnotes refer to. */
  readonly sources: readonly BriefingSource[];
  /** What a reader must know before using it, one sentence each. */
  readonly warnings: readonly string[];
};

export type PaperBlock =
  | PaperHeading
  /** `isQuiet`: a remark below something, such as a quote's source and grade. */
  | { readonly kind: "paragraph"; readonly runs: readonly PaperRun[]; readonly isQuiet?: true }
  /** Words with their own lines and paragraphs: an empty line parts paragraphs, other line ends are kept. */
  | {
      readonly kind: "words";
      readonly words: string;
      /** Before the words, in the first paragraph. */
      readonly lead: readonly PaperRun[];
    }
  /** A quote by itself: a block quotation, or, where it could not be verified, words that are marked. */
  | { readonly kind: "quote"; readonly quote: BriefingQuote }
  | { readonly kind: "quotation"; readonly runs: readonly PaperRun[] }
  | { readonly kind: "code"; readonly text: string }
  | PaperList
  | { readonly kind: "facts"; readonly facts: readonly SourceFact[] }
  | PaperTable
  | PaperPicture
  /** Stands at the top where a reader must know something first. */
  | { readonly kind: "caution"; readonly warnings: readonly string[] };

export type PaperHeading = {
  readonly kind: "heading";
  readonly level: 1 | 2 | 3 | 4;
  readonly runs: readonly PaperRun[];
  /** What links lead to; unique in the document. Null where none do. */
  readonly id: string | null;
  /** Whether it stands in the contents; only if it has an id. */
  readonly isListed: boolean;
};

export type PaperList = {
  readonly kind: "list";
  readonly ordered: boolean;
  readonly items: readonly (readonly PaperBlock[])[];
};

export type PaperTable = {
  readonly kind: "table";
  /** What it shows, for those who cannot see it. */
  readonly name: string;
  /** Null where no row is a header. */
  readonly head: readonly PaperCell[] | null;
  readonly rows: readonly (readonly PaperCell[])[];
  /** "first": each row begins with its header, and the other columns hold short signs. */
  readonly headColumn: "first" | "none";
};

export type PaperPicture = {
  readonly kind: "picture";
  /** A whole SVG file that needs nothing else. */
  readonly svg: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** What it is, and all that it says: in place of it where a format shows no pictures, and for those who cannot see. */
  readonly name: string;
  readonly words: string;
};

/** Something that is known of a source. */
export type SourceFact = {
  readonly name: string;
  readonly words: string;
  /** Whether the words are an address, which may become a link. */
  readonly isAddress?: true;
};

export type PaperCell = readonly PaperRun[];

export type PaperRun =
  /** Words of the template, or of a user where nothing follows them in the line. */
  | { readonly kind: "words"; readonly words: string }
  /** A user's words inside a sentence: their direction does not spread to what follows. */
  | { readonly kind: "field"; readonly words: string }
  /** What the analyst wrote, with its look. */
  | {
      readonly kind: "text";
      readonly text: string;
      readonly bold?: true | undefined;
      readonly italic?: true | undefined;
      readonly code?: true | undefined;
      /** An address of the web. */
      readonly link?: string | undefined;
    }
  | { readonly kind: "strong"; readonly words: string }
  | { readonly kind: "break" }
  /** An address as it was given: a link where it is plainly one of the web. */
  | { readonly kind: "address"; readonly words: string }
  /** The mark of a quote's footnote. */
  | { readonly kind: "reference"; readonly quote: number }
  /** A quote between quotation marks, with its footnote. */
  | { readonly kind: "inline quote"; readonly quote: BriefingQuote }
  /** A sign for the eye, and the words for the ear. */
  | { readonly kind: "sign"; readonly sign: string; readonly spoken: string }
  | {
      readonly kind: "link";
      readonly to:
        | { readonly kind: "heading"; readonly id: string }
        /** Relative, percent-encoded. */
        | { readonly kind: "file"; readonly url: string };
      readonly runs: readonly PaperRun[];
    };

export function words(text: string): PaperRun {
  return { kind: "words", words: text };
}

export function field(text: string): PaperRun {
  return { kind: "field", words: text };
}

export function label(text: string): PaperRun[] {
  return [{ kind: "strong", words: text }, words(" ")];
}

/** A paragraph of the template's own words and of fields. */
export function paragraph(...parts: readonly (string | PaperRun | readonly PaperRun[])[]) {
  return {
    kind: "paragraph",
    runs: parts.flatMap((part) => (typeof part === "string" ? [words(part)] : part)),
  } as const;
}

export function heading(
  level: PaperHeading["level"],
  runs: string | readonly PaperRun[],
  id: string | null = null,
  options: { readonly isListed: boolean } = { isListed: false },
): PaperHeading {
  return {
    kind: "heading",
    level,
    runs: typeof runs === "string" ? [words(runs)] : runs,
    id,
    ...options,
  };
}

export function list(items: readonly (readonly PaperBlock[])[]): PaperList {
  return { kind: "list", ordered: false, items };
}

/** The words of runs, without their look and without footnotes. */
export function plainWords(runs: readonly PaperRun[]): string {
  return runs
    .map((run) => {
      switch (run.kind) {
        case "words":
        case "field":
        case "strong":
        case "address":
          return run.words;
        case "text":
          return run.text;
        case "break":
          return "\n";
        case "reference":
          return "";
        case "inline quote":
          return `“${run.quote.exact}”`;
        case "sign":
          return run.sign;
        case "link":
          return plainWords(run.runs);
      }
    })
    .join("");
}
