import { stemOfWord } from "../claims/stem-of-word.ts";

/** Shorter names are alike by chance: "UK" and "US" are no slip of one another. */
const minLengthForSlip = 5;

/** Why two names of tags may mean the same; null when they do not look so. */
export function similarityOfNames(a: string, b: string): "same words" | "one letter" | null {
  const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)];
  if (stemsOf(wordsA) === stemsOf(wordsB)) {
    return "same words";
  }
  const [plainA, plainB] = [wordsA.join(""), wordsB.join("")];
  if (plainA === plainB) {
    return "same words"; // "cease fire" and "ceasefire"
  }
  const isLong = Math.min(plainA.length, plainB.length) >= minLengthForSlip;
  return isLong && isOneSlip(plainA, plainB) ? "one letter" : null;
}

/** In order of the alphabet; a stem's final e is no difference ("guarantee", "guarantees"). */
function stemsOf(words: readonly string[]): string {
  return words
    .map((word) => stemOfWord(word).replace(/e+$/u, ""))
    .toSorted()
    .join(" ");
}

/** Words without case, accents and punctuation; a name of nothing else stands for itself. */
function wordsOf(name: string): string[] {
  const words = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  return words.length === 0 ? [name] : words;
}

/** Whether one letter was added, left out or changed, or two neighbours swapped. Digits are never slips. */
function isOneSlip(a: string, b: string): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (longer.length - shorter.length > 1) {
    return false;
  }
  let from = 0;
  while (from < shorter.length && shorter[from] === longer[from]) {
    from += 1;
  }
  const differing = [longer[from], shorter[from]];
  if (differing.some((letter) => letter !== undefined && /\d/u.test(letter))) {
    return false;
  }
  if (longer.length > shorter.length) {
    return shorter.slice(from) === longer.slice(from + 1);
  }
  return (
    shorter.slice(from + 1) === longer.slice(from + 1) ||
    (shorter[from] === longer[from + 1] &&
      shorter[from + 1] === longer[from] &&
      shorter.slice(from + 2) === longer.slice(from + 2))
  );
}
