import type { Element } from "xast";
import { x } from "xastscript";

import type { BriefingSource } from "./briefing-document.ts";
import { languageTagOf } from "./source-facts.ts";

/** What the body of a document needs from the other parts of its package. */
export type DocxParts = {
  readonly footnotes: {
    /** A footnote where the quote is referred to first, and the number of that footnote later on. */
    readonly refer: (quote: number) => Element[];
    /** Numbers of the quotes that were referred to, in the order of their footnotes. */
    readonly order: () => readonly number[];
  };
  /** Wraps content, so that links can lead there. */
  readonly bookmark: (name: string, content: readonly Element[]) => Element[];
  /** Id of the relationship that leads to an address. */
  readonly linkTo: (address: string) => string;
  /** Addresses by the ids of their relationships. */
  readonly links: () => ReadonlyMap<string, string>;
  /** Id of the list that has bullets. */
  readonly bullets: number;
  /** Id of a new list that counts from 1. */
  readonly numberedList: () => number;
  readonly numberedLists: () => readonly number[];
  /** The language of a source's quotes; null where none is known. */
  readonly languageOf: (source: number) => string | null;
};

/** Ids are counted, never drawn by chance: the same document gives the same bytes. */
export function createDocxParts(sources: readonly BriefingSource[]): DocxParts {
  const places = new Map<number, number>();
  const links = new Map<string, string>();
  const idOfAddress = new Map<string, string>();
  const numbered: number[] = [];
  const bulletId = 1;
  let bookmarks = 0;
  const bookmark: DocxParts["bookmark"] = (name, content) => {
    bookmarks += 1;
    const id = String(bookmarks);
    return [
      x("w:bookmarkStart", { "w:id": id, "w:name": name }),
      ...content,
      x("w:bookmarkEnd", { "w:id": id }),
    ];
  };
  return {
    footnotes: {
      refer: (quote) => {
        const known = places.get(quote);
        if (known !== undefined) {
          // A footnote has one mark of its own; further ones are references to that mark.
          return [
            x("w:fldSimple", { "w:instr": ` NOTEREF ${noteBookmark(quote)} \\f \\h ` }, [
              x("w:r", [referenceLook(), x("w:t", String(known))]),
            ]),
          ];
        }
        places.set(quote, places.size + 1);
        const id = String(places.size + reservedFootnotes);
        return bookmark(noteBookmark(quote), [
          x("w:r", [referenceLook(), x("w:footnoteReference", { "w:id": id })]),
        ]);
      },
      order: () => [...places.keys()],
    },
    bookmark,
    linkTo: (address) => {
      const id = idOfAddress.get(address) ?? `link${idOfAddress.size + 1}`;
      idOfAddress.set(address, id);
      links.set(id, address);
      return id;
    },
    links: () => links,
    bullets: bulletId,
    numberedList: () => {
      const id = bulletId + numbered.length + 1;
      numbered.push(id);
      return id;
    },
    numberedLists: () => numbered,
    languageOf: (source) => languageTagOf(sources[source - 1]),
  };
}

/** Ids 0 and 1 are the lines that part footnotes from the text. */
export const reservedFootnotes = 1;

export function referenceLook(): Element {
  return x("w:rPr", [x("w:rStyle", { "w:val": "FootnoteReference" })]);
}

function noteBookmark(quote: number): string {
  return `note_${quote}`;
}
