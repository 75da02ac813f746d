/** Stand before a name or number, so a sentence never ends with one. Compared without case or full stop. */
const leading: ReadonlySet<string> = new Set(
  `adm amb art brig bros capt cf cllr cmdr col cpl cpt dr eds eg est fig figs ft gen gens gov govs hon ie
  insp lt maj messrs mr mrs ms msgr mt mx no nos nr op pres prof profs rep reps rev rs sen sens sgt sra ste
  st supt viz vol vs bzw ca dipl ing mme mlle z.b d.h u.a i.e e.g г ул пр тов проф акад им`.split(
    /\s+/u,
  ),
);

/** Stand before a day or year: "Sept. 5". Before a word they may end a sentence. */
const beforeNumbers: ReadonlySet<string> = new Set(
  "jan feb mar apr jun jul aug sep sept oct nov dec p pp ch sec art para no nr vol c ca".split(" "),
);

/** May end a sentence; what follows decides. Initials and "U.S." are found by their shape. */
const ambiguous: ReadonlySet<string> = new Set(
  "bn co corp dept est etc inc jr ltd mio mrd mln plc sr ph.d al m tel usw др тыс млн млрд ee".split(
    " ",
  ),
);

/** Begins sentences far oftener than it follows an abbreviation within one. */
const sentenceStarters: ReadonlySet<string> = new Set(
  `a according after all although among an and another any as asked at because before both but by despite
  during each earlier even every few finally first for from further had has have he her here his how
  however i if in instead is it its last later many meanwhile more most my neither no nor not now of on
  once one only or other our over several she since so some speaking still such that the their then there
  these they this those though through thus to under unless until we were what when where whether which
  while who why will with without yes yet you your he's it's that's there's они он она это но и в на по`.split(
    /\s+/u,
  ),
);

const monthNames =
  /^(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|januar|februar|mars|april|maj|juni|juli|august|september|oktober|november|desember|december)(?!\p{L})/u;

/**
 * Whether the full stop at the end of `before` belongs to an abbreviation, an initial or an ordinal, so
 * that the sentence goes on in `after`.
 * @param before text that ends with the full stop; its last word is looked at
 * @param after text after the white space
 */
export function isAbbreviatedBefore(before: string, after: string): boolean {
  const word = /([\p{L}\p{M}\p{N}.]+)\.$/u.exec(before.slice(-40))?.[1];
  if (word === undefined) {
    return false;
  }
  const key = word.toLowerCase();
  if (/^\p{N}/u.test(after) && beforeNumbers.has(key)) {
    return true;
  }
  if (/^\p{Nd}{1,2}$/u.test(word)) {
    return monthNames.test(after);
  }
  // "no" ends many sentences; it is a number's mark only before one.
  if (leading.has(key) && key !== "no" && key !== "art") {
    return true;
  }
  const initials = /^\p{L}(?:\.\p{L}{1,2})*$/u.test(word);
  return (initials || ambiguous.has(key)) && !startsSentence(after);
}

function startsSentence(after: string): boolean {
  const opening = /^[“"‘'«„([]/u.test(after);
  const word = /^[\p{L}\p{M}]+(?:['’]\p{L}+)?/u.exec(after)?.[0] ?? "";
  return opening || sentenceStarters.has(word.toLowerCase().replace("’", "'"));
}
