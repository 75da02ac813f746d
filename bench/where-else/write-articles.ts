import { randomNumbers } from "../random-numbers.ts";

const sentencesOfArticle = 12;
const wordsOfSentence = 22;
const vocabulary = 100_000;

export const wordsOfArticle = sentencesOfArticle * wordsOfSentence;

/** Writes articles of words as frequent as in language (Zipf's law); always the same ones. */
export class ArticleWriter {
  private readonly random = randomNumbers(20_250_905);
  /** Sentences that are quoted again and again, with other words in the place of some. */
  private readonly known: string[][] = [];

  next(): string {
    const sentences = Array.from({ length: sentencesOfArticle }, () => this.sentence());
    return sentences
      .map((words, at) => `${words.join(" ")}.${at % 3 === 2 ? "\n\n" : " "}`)
      .join("");
  }

  private sentence(): string[] {
    const old = this.known[Math.floor(this.random() * this.known.length * 4)];
    const words =
      old === undefined
        ? Array.from({ length: wordsOfSentence }, () => this.word())
        : old.map((word) => (this.random() < 0.3 ? this.word() : word));
    const at = Math.floor(this.random() * 5_000);
    this.known[Math.min(at, this.known.length)] = words;
    const [first = "", ...rest] = words;
    return [`W${first.slice(1)}`, ...rest];
  }

  private word(): string {
    // Letters only, so that endings are looked at as in English words.
    const rank = Math.floor(vocabulary ** this.random());
    return `w${rank.toString(26).replace(/\d/gu, (digit) => String.fromCodePoint(113 + Number(digit)))}`;
  }
}
