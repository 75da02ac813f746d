import { readFileSync } from "node:fs";

/** One file of the corpus, as its manifest describes it. */
export type HostileFile = {
  /** "h01"; also how docs/security.md names it. */
  readonly id: string;
  /** Path below the corpus, with its format as the folder. */
  readonly file: string;
  readonly attack: string;
  /** What the file says, where that is known. */
  readonly text?: string;
};

/** The port at which the corpus's files would report; five digits, as every port that a system hands out. */
export const beaconPort = "48999";

/** Every file that corpus/manifest.json names, in its order. */
export function hostileFiles(): HostileFile[] {
  return JSON.parse(read("manifest.json").toString("utf8")) as HostileFile[]; // written by the generator
}

export function bytesOfHostile(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(read(file));
}

/** Strings that break search, names, tables or markup: `fts_queries`, `filenames`, `regexes` and so on. */
export function hostileStringsOf(name: string): string[] {
  return JSON.parse(read(`strings/${name}.json`).toString("utf8")) as string[]; // lists of strings
}

/** Markup that ran script in some browser or got through some sanitiser. */
export function scriptPayloads(): string[] {
  const dompurify = JSON.parse(read("xss/dompurify.json").toString("utf8")) as {
    readonly payload: string;
  }[];
  // Each vector is in a division of its own.
  const h5sc = read("xss/h5sc-vectors.txt")
    .toString("utf8")
    .split(/(?=<div id="\d+">)/u);
  return [...dompurify.map(({ payload }) => payload), ...h5sc];
}

function read(file: string): Buffer {
  return readFileSync(new URL(`corpus/${file}`, import.meta.url));
}
