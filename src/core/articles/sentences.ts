import type { TextSpan } from "#contract/article";

import { isAbbreviatedBefore } from "./abbreviations.ts";

/**
 * The sentences of one block, in order, without the white space around them. Together they hold every
 * character of the block that is not white space, each in exactly one sentence.
 *
 * Unicode's rules (UAX 29) find the breaks; those after an abbreviation ("U.S. President", "Mr. X"), an
 * initial or a list number, and those between a quoted question and its attribution, are taken back.
 * @param start of the block within the text
 * @param end of the block, not included
 * @param language BCP 47; null or an unknown one gives the rules common to all
 */
export function sentencesOf(
  text: string,
  start: number,
  end: number,
  language: string | null,
): TextSpan[] {
  // Within a block a line end is only where a line was wrapped; to UAX 29 it would end the sentence.
  const block = text.slice(start, end).replaceAll("\n", " ");
  const sentences: TextSpan[] = [];
  let from = 0;
  for (const to of breaksOf(block, language)) {
    const piece = block.slice(from, to);
    const trimmed = piece.trim();
    if (trimmed !== "") {
      const first = start + from + piece.indexOf(trimmed);
      const span = { start: first, end: first + trimmed.length };
      const previous = sentences.at(-1);
      if (previous !== undefined && goesOn(block, start, previous, trimmed)) {
        sentences[sentences.length - 1] = { start: previous.start, end: span.end };
      } else {
        sentences.push(span);
      }
    }
    from = to;
  }
  return sentences;
}

/**
 * Where UAX 29 ends each sentence of a block, from its start. To UAX 29 an opening mark right after a full
 * stop closes the sentence, as a closing one does; where no space parts sentences that is wrong: 他说。“你好。”
 */
function* breaksOf(block: string, language: string | null): Generator<number> {
  for (const { segment, index } of segmenterFor(language).segment(block)) {
    const end = index + segment.length;
    const opening = /[.!?…。！？][”’"'»」』）)\]]*([“‘„«「『《（([]+)$/u.exec(segment)?.[1];
    if (opening === undefined || end === block.length) {
      yield end;
      continue;
    }
    const at = end - opening.length;
    // "[4][5]" is a note to the sentence before it.
    const note = /^(?:\[[^\]\s]{1,8}\])+/u.exec(block.slice(at, at + 100))?.[0];
    yield at + (note?.length ?? 0);
  }
}

/** Whether `next` belongs to the sentence before it. */
function goesOn(block: string, blockStart: number, previous: TextSpan, next: string): boolean {
  // The end of the sentence is all that matters, and a sentence may be as long as the block.
  const from = Math.max(previous.start, previous.end - 60);
  const before = block.slice(from - blockStart, previous.end - blockStart);
  return (
    !/[\p{L}\p{N}]/u.test(next) ||
    (from === previous.start &&
      /^\(?(?:\p{Nd}{1,3}|\p{L})[.)．、]?$|^[^\p{L}\p{N}]+$/u.test(before)) ||
    (/[?!…。！？]["'”’»」』)\]]+$/u.test(before) && isAttribution(next)) ||
    isAbbreviatedBefore(before, next)
  );
}

/** "he asked", "Macron asked.", "と述べた": what may follow a quoted question within its sentence. */
function isAttribution(next: string): boolean {
  return (
    /^(?:\p{Ll}|と|って)/u.test(next) ||
    (next.length <= 60 &&
      /^(?:\p{Lu}\S*\s+){1,4}(?:added|announced|asked|declared|insisted|replied|said|says|shouted|told|tweeted|warned|wrote)(?!\p{L})/u.test(
        next,
      ))
  );
}

/** Making one takes longer than segmenting a paragraph. Languages are few, but named by the user. */
const segmenters = new Map<string, Intl.Segmenter>();
const maxSegmenters = 50;

function segmenterFor(language: string | null): Intl.Segmenter {
  // Never the machine's own locale: the same project has the same sentences everywhere.
  const locale = language ?? "en";
  const known = segmenters.get(locale);
  if (known !== undefined) {
    return known;
  }
  if (segmenters.size >= maxSegmenters) {
    segmenters.clear();
  }
  const made = new Intl.Segmenter(isLanguageTag(locale) ? locale : "en", {
    granularity: "sentence",
  });
  segmenters.set(locale, made);
  return made;
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
