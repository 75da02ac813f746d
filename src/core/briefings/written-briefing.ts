import type { AchWeight } from "#contract/ach";
import { conclusionOfAch, lettersOf, scoreWords } from "#contract/ach-words";
import type { Article } from "#contract/article";
import type { BriefingBlock, BriefingRun, BriefingText, Citation } from "#contract/briefing";
import { wordsOfClaim } from "#contract/briefing";
import { Stance } from "#contract/claim";
import type { Claim } from "#contract/claim";
import { Failure } from "#contract/failure";
import type { ArticleId, BoardId, BriefingId, ClaimId, HighlightId } from "#contract/ids";

import type { ReadContext } from "../core-context.ts";
import { listCoverage } from "../coverage/coverage-store.ts";
import { listEvidence } from "../evidence/evidence-store.ts";
import { boardFigure } from "../exports/board-figure.ts";
import type {
  BriefingCoverage,
  BriefingQuote,
  BriefingSource,
} from "../exports/briefing-document.ts";
import { sourceOf } from "../exports/build-briefing.ts";
import { chooseClaims } from "../exports/choose-claims.ts";
import type { PaperPicture } from "../exports/paper.ts";
import { createQuoteList } from "../exports/quote-list.ts";
import { readAch } from "../hypotheses/ach-store.ts";
import { readBriefing } from "./briefing-store.ts";
import { checkText, gatherCheckFacts } from "./check-briefing.ts";
import { citationsOf } from "./citations-of.ts";

/** A run as it leaves: citations hold what they show now. */
export type WrittenRun =
  | Exclude<BriefingRun, Citation>
  /** Words of the project; `isGone` where their subject was removed. */
  | { readonly kind: "cited words"; readonly words: string; readonly isGone: boolean }
  | { readonly kind: "cited quote"; readonly quote: BriefingQuote }
  | { readonly kind: "cited source"; readonly number: number; readonly title: string };

export type WrittenBlock =
  | {
      readonly kind: "heading";
      readonly level: number;
      readonly runs: readonly WrittenRun[];
    }
  | { readonly kind: "paragraph" | "quotation"; readonly runs: readonly WrittenRun[] }
  | { readonly kind: "code"; readonly text: string }
  | {
      readonly kind: "item";
      readonly ordered: boolean;
      readonly depth: number;
      readonly runs: readonly WrittenRun[];
    }
  | {
      readonly kind: "table";
      readonly header: boolean;
      readonly rows: readonly (readonly (readonly WrittenRun[])[])[];
    }
  | {
      readonly kind: "matrix";
      readonly claims: readonly {
        readonly statement: string;
        readonly coverage: readonly BriefingCoverage[];
      }[];
    }
  | {
      readonly kind: "ach";
      readonly hypotheses: readonly {
        readonly letter: string;
        readonly statement: string;
        /** Scores as they are shown. */
        readonly inconsistency: string;
        readonly weightedInconsistency: string;
      }[];
      readonly rows: readonly {
        readonly statement: string;
        readonly ratings: readonly string[];
        readonly credibility: AchWeight;
        readonly relevance: AchWeight;
        readonly diagnosticity: string;
      }[];
      /** What leads and what it rests on, in sentences. */
      readonly conclusion: readonly string[];
    }
  | PaperPicture;

/** A written briefing with all that it says filled in, before any file format. */
export type WrittenBriefing = {
  readonly title: string;
  readonly blocks: readonly WrittenBlock[];
  readonly quotes: readonly BriefingQuote[];
  /** Those that are cited, or stand in a table of claims and sources; in the order of the library. */
  readonly sources: readonly BriefingSource[];
};

/**
 * @throws Failure not-found when there is no such briefing; conflict while a quote in it does not verify
 */
export function readWrittenBriefing(context: ReadContext, briefingId: BriefingId): WrittenBriefing {
  const { briefing, text } = readBriefing(context, { briefingId });
  const facts = gatherCheckFacts(context, text);
  const { mayLeave, quoteCount, verifiedCount } = checkText(text, facts);
  if (!mayLeave) {
    const count = quoteCount - verifiedCount;
    throw new Failure(
      "conflict",
      `${count === 1 ? "A quote" : `${count} quotes`} in “${briefing.title}” cannot be verified, so the briefing was not written. The checks show where.`,
      { path: ["briefingId"] },
    );
  }
  const articles = [...facts.articles.values()].filter(
    usedArticles(text, context, [...facts.articles.values()]),
  );
  const grades = new Map<HighlightId, readonly string[]>(
    [...facts.quotes].map(([id, quote]) => [id, quote.grades]),
  );
  const quotes = createQuoteList(context.db, articles, grades);
  const numberOf = new Map(articles.map(({ id }, index) => [id, index + 1]));

  const written = (runs: readonly BriefingRun[]): WrittenRun[] =>
    runs.map((run): WrittenRun => {
      switch (run.kind) {
        case "text":
        case "break":
          return run;
        case "claim": {
          const claim = facts.claims.get(run.claimId);
          return {
            kind: "cited words",
            words: claim === undefined ? run.words : wordsOfClaim(claim, run.part),
            isGone: claim === undefined,
          };
        }
        case "quote": {
          const quote = facts.quotes.get(run.highlightId);
          if (quote === undefined) {
            throw new Error("a quote that is gone does not verify");
          }
          return { kind: "cited quote", quote: quotes.cite(quote) };
        }
        case "article": {
          const number = numberOf.get(run.articleId);
          const article = facts.articles.get(run.articleId);
          return number === undefined || article === undefined
            ? { kind: "cited words", words: run.words, isGone: true }
            : { kind: "cited source", number, title: article.title };
        }
      }
    });

  const blocks = text.blocks.flatMap((block): WrittenBlock | readonly WrittenBlock[] => {
    switch (block.kind) {
      case "heading":
      case "paragraph":
      case "quotation":
      case "item":
        return { ...block, runs: written(block.runs) };
      case "code":
        return block;
      case "table":
        return { ...block, rows: block.rows.map((cells) => cells.map(written)) };
      case "matrix":
        return { kind: "matrix", claims: matrixRows(context, block, articles) };
      case "ach":
        return achTable(context, facts.claims);
      case "board":
        return boardPicture(context, block.boardId);
    }
  });
  return { title: briefing.title, blocks, quotes: quotes.all(), sources: articles.map(sourceOf) };
}

/** Which of the articles are sources of the briefing: cited ones, and all where a matrix shows them. */
function usedArticles(
  text: BriefingText,
  context: ReadContext,
  all: readonly Article[],
): (article: Article) => boolean {
  const used = new Set<ArticleId>(
    citationsOf(text).flatMap((citation) => ("articleId" in citation ? [citation.articleId] : [])),
  );
  for (const block of text.blocks) {
    if (block.kind === "matrix") {
      const shown = new Set(claimsOfMatrix(context, block.boardId).map(({ id }) => id));
      for (const { claimId, articleId, state } of listCoverage(context)) {
        if (shown.has(claimId) && state !== "unchecked") {
          used.add(articleId);
        }
      }
    }
  }
  // Of a few articles all are shown: that none of them says anything is worth knowing too.
  const hasMatrix = text.blocks.some(({ kind }) => kind === "matrix");
  return ({ id }) => used.has(id) || (hasMatrix && all.length <= 12);
}

/** Nothing for a board without cards; where the board was removed it says so, as for any citation. */
function boardPicture(context: ReadContext, boardId: BoardId): readonly WrittenBlock[] {
  try {
    const picture = boardFigure(context, boardId);
    return picture === null ? [] : [picture];
  } catch (error) {
    if (error instanceof Failure && error.code === "not-found") {
      const gone = {
        kind: "cited words",
        words: "picture of a removed board",
        isGone: true,
      } as const;
      return [{ kind: "paragraph", runs: [gone] }];
    }
    throw error;
  }
}

function claimsOfMatrix(context: ReadContext, boardId: BoardId | null): readonly Claim[] {
  try {
    const choice = chooseClaims(
      context,
      boardId === null ? { kind: "project" } : { kind: "board", boardId },
    );
    return choice.claims.map(({ claim }) => claim);
  } catch (error) {
    if (error instanceof Failure && error.code === "not-found") {
      return []; // the board was removed
    }
    throw error;
  }
}

function matrixRows(
  context: ReadContext,
  { boardId }: Extract<BriefingBlock, { kind: "matrix" }>,
  articles: readonly Article[],
) {
  const stances = stancesByCell(context);
  const states = new Map(
    listCoverage(context).map(({ claimId, articleId, state }) => [
      `${claimId} ${articleId}`,
      state,
    ]),
  );
  return claimsOfMatrix(context, boardId).map(({ id, statement }) => ({
    statement,
    coverage: articles.map((article): BriefingCoverage => {
      const key = `${id} ${article.id}`;
      const taken = stances.get(key);
      if (taken !== undefined) {
        return { kind: "evidence", stances: Stance.options.filter((stance) => taken.has(stance)) };
      }
      return { kind: states.get(key) === "silent" ? "silent" : "unchecked" };
    }),
  }));
}

function stancesByCell(context: ReadContext): ReadonlyMap<string, ReadonlySet<Stance>> {
  const cells = new Map<string, Set<Stance>>();
  for (const { claimId, articleId, stance } of listEvidence(context, {})) {
    const key = `${claimId} ${articleId}`;
    cells.set(key, (cells.get(key) ?? new Set()).add(stance));
  }
  return cells;
}

function achTable(context: ReadContext, claims: ReadonlyMap<ClaimId, Claim>): WrittenBlock {
  const table = readAch(context);
  const letters = lettersOf(table);
  const statementOf = (id: ClaimId) => claims.get(id)?.statement ?? "";
  return {
    kind: "ach",
    hypotheses: table.hypotheses.map(({ claimId, inconsistency, weightedInconsistency }) => ({
      letter: letters.get(claimId) ?? "",
      statement: statementOf(claimId),
      inconsistency: scoreWords(inconsistency),
      weightedInconsistency: scoreWords(weightedInconsistency),
    })),
    rows: table.rows.map(({ claimId, ratings, credibility, relevance, diagnosticity }) => ({
      statement: statementOf(claimId),
      ratings: ratings.map((rating) => rating ?? ""),
      credibility,
      relevance,
      diagnosticity: diagnosticity.toFixed(2),
    })),
    conclusion: conclusionOfAch(table),
  };
}
