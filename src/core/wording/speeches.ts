import { spanOfWords } from "./article-words.ts";
import type { ArticleWords, QuotedWords } from "./article-words.ts";

/** A stretch of an article's words; `to` is not included. */
export type WordRange = { readonly from: number; readonly to: number };

/** "UK Defence Secretary John Healey told the BBC on Friday" has ten; a statement seldom fits. */
const maxAttributionWords = 10;

/**
 * Quotations that an attribution splits (“We will,” he said, “decide later.”), each as its parts: two or
 * more quotations of one block with little between them, where a comma, a dash, or the mark of a question
 * shows that the speech goes on.
 */
export function speechesOf(article: ArticleWords): WordRange[][] {
  const speeches: WordRange[][] = [];
  let current: QuotedWords[] = [];
  const finish = () => {
    if (current.length > 1) {
      speeches.push(current.map(({ from, to }) => ({ from, to })));
    }
    current = [];
  };
  for (const quotation of article.quotations) {
    if (quotation.depth > 0) {
      continue;
    }
    const last = current.at(-1);
    if (last !== undefined && !goesOn(article, last, quotation)) {
      finish();
    }
    current.push(quotation);
  }
  finish();
  return speeches;
}

function goesOn(article: ArticleWords, last: QuotedWords, next: QuotedWords): boolean {
  if (last.block !== next.block || next.from - last.to > maxAttributionWords) {
    return false;
  }
  const { end } = spanOfWords(article, last.from, last.to);
  const { start } = spanOfWords(article, next.from, next.to);
  // Up to the first word or space of the attribution: “…,” he said · “…”, he said · «…», — сказал он
  const mark = /^[^\p{L}\p{N}\s]*(?:\s+[—–-])?/u.exec(article.text.slice(end, start))?.[0] ?? "";
  return /[,，、!?！？…—–-]/u.test(mark);
}
