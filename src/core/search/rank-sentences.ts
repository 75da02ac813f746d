import type { IndexedSentence, PassageIndex } from "./passage-index.ts";

/**
 * At most so many places of stems are looked up for one question, so that its time does not grow with the
 * library: the rarest stems are asked for, and they find the most similar sentences.
 */
const maxPostings = 20_000;
/** "The rarest ten words" found as many paraphrases as all words did, in the measurements that led here. */
const maxStems = 12;
/** Sentences that have most of those stems' weight; these few are compared exactly. */
const maxCandidates = 300;
/** The same within one text. */
const maxCandidatesOfText = 100;

/** A stem that stands in more than this share of all sentences tells nothing by standing in two of them. */
const maxTellingShare = 0.2;
/** In a library of a few sentences any word is in a large share of them. */
const alwaysTellingSentences = 10;

export type ScoredSentence = IndexedSentence & {
  /** Weighted Jaccard with the most similar wording, above 0 and up to 1. */
  readonly score: number;
};

/** A question to the index: wordings, as numbers of stems with their weights. */
export class StemQuery {
  private readonly index: PassageIndex;
  /** Per wording, the stems that the index knows. */
  private readonly wordings: readonly ReadonlySet<number>[];
  /** Per wording, the weight of all its stems. */
  private readonly totals: readonly number[];
  private readonly weights = new Map<number, number>();
  /** Those that do not stand everywhere, by name. */
  readonly tellingStems: ReadonlySet<string>;

  constructor(index: PassageIndex, wordings: readonly ReadonlySet<string>[]) {
    this.index = index;
    const telling = new Set<string>();
    const maxTelling = Math.max(alwaysTellingSentences, index.sentenceCount * maxTellingShare);
    const known = wordings.map((stems) => {
      const ids = new Set<number>();
      let total = 0;
      for (const name of stems) {
        const stem = index.stem(name);
        if (stem !== undefined) {
          ids.add(stem.id);
        }
        total += stem === undefined ? weightOf(1, index.sentenceCount) : this.weight(stem.id);
        if ((stem?.sentences ?? 0) <= maxTelling) {
          telling.add(name);
        }
      }
      return { ids, total };
    });
    this.wordings = known.map(({ ids }) => ids);
    this.totals = known.map(({ total }) => total);
    this.tellingStems = telling;
  }

  /**
   * Sentences that have the rarest stems asked for, best first, though only roughly.
   * @param wantedOf leaves sentences out, such as those of texts in the trash; asked for many at once
   */
  candidates(wantedOf: (sentenceIds: readonly number[]) => readonly number[]): IndexedSentence[] {
    const found = new Map<number, number>();
    for (const { id, limit } of this.rarestStems()) {
      for (const sentenceId of this.index.sentenceIdsWith(id, limit)) {
        found.set(sentenceId, (found.get(sentenceId) ?? 0) + this.weight(id));
      }
    }
    const sorted = [...found]
      .toSorted(([a, weightA], [b, weightB]) => weightB - weightA || a - b)
      .map(([id]) => id);
    const wanted: number[] = [];
    for (let at = 0; at < sorted.length && wanted.length < maxCandidates; at += maxCandidates) {
      wanted.push(...wantedOf(sorted.slice(at, at + maxCandidates)));
    }
    return wanted.slice(0, maxCandidates).flatMap((id) => this.index.sentence(id) ?? []);
  }

  /** The same within one text, whose commonest words are few enough to be asked for. */
  candidatesIn(textId: number): IndexedSentence[] {
    const found = new Map<number, number>();
    for (const id of new Set(this.wordings.flatMap((wording) => [...wording]))) {
      for (const sentenceId of this.index.sentenceIdsIn(textId, id)) {
        found.set(sentenceId, (found.get(sentenceId) ?? 0) + this.weight(id));
      }
    }
    return [...found]
      .toSorted(([a, weightA], [b, weightB]) => weightB - weightA || a - b)
      .slice(0, maxCandidatesOfText)
      .flatMap(([id]) => this.index.sentence(id) ?? []);
  }

  /** With exact scores, best first; those that have nothing in common are left out. */
  ranked(sentences: readonly IndexedSentence[]): ScoredSentence[] {
    return sentences
      .map((sentence) => ({ ...sentence, score: this.scoreOf(sentence.stemIds) }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score || a.id - b.id);
  }

  /** Weighted Jaccard with the most similar wording: 0 where nothing is common, 1 for the same words. */
  scoreOf(stemIds: readonly number[]): number {
    if (!stemIds.some((id) => this.isAskedFor(id))) {
      return 0;
    }
    const own = stemIds.reduce((sum, id) => sum + this.weight(id), 0);
    let best = 0;
    for (const [place, wording] of this.wordings.entries()) {
      const common = stemIds.reduce((sum, id) => sum + (wording.has(id) ? this.weight(id) : 0), 0);
      const all = own + (this.totals[place] ?? 0) - common;
      best = Math.max(best, all === 0 ? 0 : common / all);
    }
    return best;
  }

  private isAskedFor(stemId: number): boolean {
    return this.wordings.some((wording) => wording.has(stemId));
  }

  private rarestStems(): { id: number; limit: number }[] {
    const ids = new Set(this.wordings.flatMap((wording) => [...wording]));
    const sorted = [...ids]
      .map((id) => ({ id, sentences: this.index.sentencesWith(id) }))
      .toSorted((a, b) => a.sentences - b.sentences || a.id - b.id)
      .slice(0, maxStems);
    let left = maxPostings;
    return sorted.flatMap(({ id, sentences }, place) => {
      // The rarest is always asked for, though a word that is everywhere may find only the first sentences.
      if (place > 0 && sentences > left) {
        return [];
      }
      const limit = Math.min(sentences, left);
      left -= limit;
      return [{ id, limit }];
    });
  }

  private weight(stemId: number): number {
    const known = this.weights.get(stemId);
    if (known !== undefined) {
      return known;
    }
    const weight = weightOf(this.index.sentencesWith(stemId), this.index.sentenceCount);
    this.weights.set(stemId, weight);
    return weight;
  }
}

/** The same weighting as in claims/word-similarity.ts, for counts that are known already. */
function weightOf(sentences: number, all: number): number {
  return Math.log(1 + Math.max(all, 1) / Math.max(sentences, 1));
}
