import { bandOfLikelihood, Likelihood, rowOfLikelihood } from "#contract/likelihood";
import type { LikelihoodRow } from "#contract/likelihood";

/** A word of one of the two rows of ICD 203's table, as it stands in a text. UTF-16, half-open. */
export type LikelihoodWord = {
  readonly start: number;
  readonly end: number;
  readonly likelihood: Likelihood;
  readonly row: LikelihoodRow;
  /** The word of the other row for the same band, in the same form. */
  readonly counterpart: string;
};

/** The adverbs of the table's words; their counterparts are the plain words, which read well as adverbs. */
const adverbs: Readonly<Record<string, Likelihood>> = {
  "almost certainly": "almost certain",
  "nearly certainly": "nearly certain",
  probably: "probable",
  improbably: "improbable",
};

/** By themselves they say nothing of likelihood: "a remote village". */
const needsNoun = new Set<string>(["remote"]);

const forms = [...Likelihood.options, ...Object.keys(adverbs)].toSorted(
  (a, b) => b.length - a.length,
);
const pattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?:${forms.join("|")})(?![\p{L}\p{N}-])`,
  "giu",
);

const likelihoodNouns = /^\s+(?:chance|possibility|likelihood|probability|prospect)/iu;
const nounBefore = /(?:chance|possibility|likelihood|probability|prospect)s?\b[^.;:]{0,30}$/iu;

/** Longer words first, so that "very likely" is not also "likely". */
export function likelihoodWordsIn(words: string): LikelihoodWord[] {
  return [...words.matchAll(pattern)].flatMap((match): LikelihoodWord[] => {
    const form = match[0].toLowerCase();
    const start = match.index;
    const end = start + form.length;
    if (
      needsNoun.has(form) &&
      !likelihoodNouns.test(words.slice(end)) &&
      !nounBefore.test(words.slice(0, start))
    ) {
      return [];
    }
    const likelihood = adverbs[form] ?? (form as Likelihood); // the pattern has only these
    const other = otherTerm(likelihood);
    const counterpart = form === "probably" || adverbs[form] === undefined ? other : `${other}ly`;
    return [
      {
        start,
        end,
        likelihood,
        row: rowOfLikelihood(likelihood),
        counterpart: startsWithCapital(match[0]) ? capitalised(counterpart) : counterpart,
      },
    ];
  });
}

/** The word of the other row for the same band. */
export function otherTerm(likelihood: Likelihood): Likelihood {
  const [first, second] = bandOfLikelihood(likelihood).terms;
  return likelihood === first ? second : first;
}

function startsWithCapital(words: string): boolean {
  return /^\p{Lu}/u.test(words);
}

function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
