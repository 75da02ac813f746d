const folds = new Map<string, string>();

/**
 * The text with every accented letter as its plain one, unit by unit, so that offsets stay: é becomes e,
 * ё е. What is no letter with marks (ß, ø, a Hangul syllable) stays, and so do marks that stand alone.
 */
export function foldAccents(text: string): string {
  // Below U+00C0 no letter has an accent; most texts have few others.
  return text.replaceAll(/[\u00c0-\ud7ff\uf900-\uffef]/gu, (letter) => {
    const known = folds.get(letter);
    if (known !== undefined) {
      return known;
    }
    const folded = plainLetter(letter);
    folds.set(letter, folded);
    return folded;
  });
}

function plainLetter(letter: string): string {
  const [base = letter, ...marks] = letter.normalize("NFD");
  const isAccented = marks.length > 0 && marks.every((mark) => /\p{M}/u.test(mark));
  return isAccented && base.length === 1 ? base : letter;
}
