/** Shorter words are left alone, and no stem is shorter than three letters. */
const minWordLength = 4;
const minStemLength = 3;

const suffixes = ["ing", "ed", "es", "ly", "s"] as const;

/**
 * A rough stem, good enough to compare claims by: without accents, possessive and the commonest English
 * endings ("pledged", "pledges" and "pledge" are one). Words of other scripts stay as they are.
 * @param folded in lower case, with straight apostrophes
 */
export function stemOfWord(folded: string): string {
  const plain = folded
    .normalize("NFD")
    .replace(/[\u0300-\u036F]/gu, "")
    .normalize("NFC")
    .replace(/'s?$/u, "");
  if (plain.length < minWordLength || !/^[a-z]+$/u.test(plain)) {
    return plain;
  }
  if (plain.endsWith("ies") && plain.length > minWordLength) {
    return `${plain.slice(0, -3)}y`;
  }
  const suffix = plain.endsWith("ss") ? undefined : suffixes.find((end) => plain.endsWith(end));
  const stem = suffix === undefined ? plain : plain.slice(0, -suffix.length);
  if (stem.length < minStemLength) {
    return plain;
  }
  const undoubled =
    suffix !== "s" && /([b-df-hj-np-rtv-z])\1$/u.test(stem) ? stem.slice(0, -1) : stem;
  return undoubled.length > minStemLength && undoubled.endsWith("e")
    ? undoubled.slice(0, -1)
    : undoubled;
}
