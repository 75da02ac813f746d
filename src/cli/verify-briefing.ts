import { readFile } from "node:fs/promises";
import { basename, extname, resolve } from "node:path";

import { Failure } from "#contract/failure";
import { maxRequestBytes } from "#contract/limits";
import type { BriefingFileKind, CheckedQuote, ReadQuote } from "#contract/verification";
import { readBriefingQuotes } from "#core/exports/read-briefing-quotes";

import { UsageError } from "./parse-command.ts";
import { ask, openDoor } from "./project-door.ts";
import { oneLine, writeOut } from "./write-out.ts";

const kindOfExtension: ReadonlyMap<string, BriefingFileKind> = new Map([
  [".md", "markdown"],
  [".markdown", "markdown"],
  [".html", "html"],
  [".htm", "html"],
]);

/**
 * Says of each quote of an exported briefing whether it still stands in the project's articles, one line
 * each. Without a project nothing can be compared: it says what was read, and that this proves nothing.
 * Returns the exit status: 0 only if there are quotes and each stands at its place.
 */
export async function verifyBriefing(file: string, project: string | null): Promise<number> {
  const kind = kindOfExtension.get(extname(file).toLowerCase());
  if (kind === undefined) {
    throw new UsageError("verify reads a briefing in Markdown (.md) or HTML (.html).");
  }
  const text = await readUtf8(file);
  return project === null ? listQuotes(kind, text) : compareQuotes(kind, text, project);
}

async function listQuotes(kind: BriefingFileKind, text: string): Promise<number> {
  const quotes = readBriefingQuotes(kind, text);
  for (const { footnote, words, place } of quotes) {
    const cited = place === null ? "" : citation(place.source, place);
    await writeOut(`not compared: ${named(footnote, words)}${cited}\n`);
  }
  await writeOut(
    `${count(quotes.length)} read, none compared: name the project that has the articles with --project.\n`,
  );
  return 1;
}

async function compareQuotes(
  kind: BriefingFileKind,
  text: string,
  project: string,
): Promise<number> {
  const door = await openDoor(project, { mustExist: true });
  try {
    // Read here and sent in parts: a file may be larger than what a running host takes at once.
    const quotes: CheckedQuote[] = [];
    for (const part of inParts(readBriefingQuotes(kind, text))) {
      const checked = await ask(door, "briefing.check-quotes", { quotes: part });
      for (const quote of checked.quotes) {
        await writeOut(`${lineFor(quote)}\n`);
      }
      quotes.push(...checked.quotes);
    }
    const standing = quotes.filter(({ verdict }) => verdict === "stands").length;
    await writeOut(
      quotes.length === 0
        ? "no quotes found: nothing was verified\n"
        : `${standing} of ${count(quotes.length)} verbatim at the given place\n`,
    );
    return quotes.length > 0 && standing === quotes.length ? 0 : 1;
  } finally {
    door.close();
  }
}

/** As many quotes as surely fit into one request. */
function* inParts(quotes: readonly ReadQuote[]): Generator<ReadQuote[]> {
  const mostQuotes = 5_000;
  const mostBytes = maxRequestBytes / 2;
  let part: ReadQuote[] = [];
  let bytes = 0;
  for (const quote of quotes) {
    const size = Buffer.byteLength(JSON.stringify(quote));
    if (part.length > 0 && (part.length === mostQuotes || bytes + size > mostBytes)) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(quote);
    bytes += size;
  }
  if (part.length > 0) {
    yield part;
  }
}

function lineFor({ verdict, footnote, words, source, place, foundAt, otherTitle }: CheckedQuote) {
  const cited = place === null ? "" : citation(source, place);
  const found =
    verdict === "stands elsewhere" && foundAt !== null
      ? `; found at characters ${foundAt.start}–${foundAt.end}`
      : "";
  const title = otherTitle === null ? "" : `; the project calls it “${oneLine(otherTitle)}”`;
  return `${verdict}: ${named(footnote, words)}${cited}${found}${title}`;
}

function named(footnote: string, words: string): string {
  return `[${footnote === "" ? "no footnote" : oneLine(footnote)}] “${oneLine(words)}”`;
}

function citation(source: string, { start, end }: { start: number; end: number }): string {
  return `, ${oneLine(source)}, characters ${start}–${end}`;
}

async function readUtf8(file: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(resolve(file));
  } catch (error) {
    throw new Failure("not-found", `${basename(file)} cannot be read.`, { cause: error });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Failure("unsupported-format", `${basename(file)} is not text in UTF-8.`, {
      cause: error,
    });
  }
}

function count(quotes: number): string {
  return `${quotes} quote${quotes === 1 ? "" : "s"}`;
}
