/** Text to compare by: without case and accents, with single spaces. */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/\s+/gu, " ")
    .trim();
}

/** Whether every word occurs somewhere in the texts, whatever its case or accents. */
export function holdsWords(texts: readonly string[], words: string): boolean {
  const whole = folded(texts.join("\n"));
  return folded(words)
    .split(" ")
    .every((word) => whole.includes(word));
}
