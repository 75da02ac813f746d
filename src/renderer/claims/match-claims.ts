export type ClaimMatches<Some> = {
  /** Hold every typed word, best first; everything when nothing is typed. */
  readonly matching: readonly Some[];
  /** Hold at least half of the typed words: shown so that a near-duplicate is seen before it is made. */
  readonly similar: readonly Some[];
};

/**
 * Claims for a type-ahead. Case, accents and the order of words do not matter. Better is: the words as
 * they were typed in a row, then words that begin a word, then words early in the statement; else the
 * given order stays. With nothing typed, `firstId` comes first.
 */
export function matchClaims<Some extends { readonly id: string; readonly statement: string }>(
  claims: readonly Some[],
  typed: string,
  firstId: Some["id"] | null = null,
): ClaimMatches<Some> {
  const phrase = plain(typed).trim();
  const words = [...new Set(phrase.split(/\s+/u).filter((word) => word !== ""))];
  if (words.length === 0) {
    const first = claims.filter((claim) => claim.id === firstId);
    return { matching: [...first, ...claims.filter((claim) => claim.id !== firstId)], similar: [] };
  }
  const scored = claims.map((claim) => ({
    claim,
    ...scoreOf(plain(claim.statement), phrase, words),
  }));
  const best = (some: typeof scored) =>
    some.toSorted((one, other) => other.score - one.score).map(({ claim }) => claim);
  return {
    matching: best(scored.filter(({ found }) => found === words.length)),
    similar: best(
      scored.filter(({ found }) => found < words.length && found > 0 && found * 2 >= words.length),
    ),
  };
}

/** Whether the words differ at most in case, accents and white space. */
export function isSameStatement(one: string, other: string): boolean {
  const squeezed = (words: string) => plain(words).trim().replaceAll(/\s+/gu, " ");
  return squeezed(one) === squeezed(other);
}

function scoreOf(
  statement: string,
  phrase: string,
  words: readonly string[],
): { found: number; score: number } {
  let found = 0;
  let score = statement.includes(phrase) ? 100 : 0;
  for (const word of words) {
    const at = statement.indexOf(word);
    if (at >= 0) {
      found += 1;
      score += beginsWord(statement, word) ? 20 : 10;
      score += 1 / (1 + at); // earlier is a little better; never as much as beginning a word
    }
  }
  return { found, score };
}

/** Whether the word stands at the beginning of a word somewhere in the statement. */
function beginsWord(statement: string, word: string): boolean {
  for (let at = statement.indexOf(word); at >= 0; at = statement.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(statement.charAt(at - 1))) {
      return true;
    }
  }
  return false;
}

/** Without case and accents: "Élysée" and "elysee" are the same. */
function plain(words: string): string {
  return words.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
