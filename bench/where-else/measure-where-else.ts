import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";

import type { ArticleId } from "#contract/ids";
import type { InputOf, OutputOf, RequestName } from "#contract/requests";
import { createCore } from "#core/create-core";

import { compare, percentile } from "../measure.ts";
import type { Measure } from "../measure.ts";
import { randomNumbers } from "../random-numbers.ts";
import { ArticleWriter, wordsOfArticle } from "./write-articles.ts";

/** Articles, and how long "where else is this said" may take over so many at the 95th percentile. */
const steps = [
  { articles: 10_000, limitMs: 50 },
  { articles: 100_000, limitMs: 300 },
] as const;

const questions = 300;
const articlesAtOnce = 500;
/** So many of these are asked about. */
const askedOfThem = 20;
/** An answer that takes longer is felt to come late. */
const feltMs = 100;

type Ask = <Name extends RequestName>(name: Name, input: InputOf<Name>) => OutputOf<Name>;
type Passage = { readonly articleId: ArticleId; readonly start: number; readonly end: number };

/**
 * "Where else is this said", asked as the page asks it for sentences of articles, in a growing library, by the
 * core itself; and what a request waits while the index is made in the background.
 */
export async function measureWhereElse(): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), "corroboard-bench-"));
  const core = createCore({
    projectFile: join(folder, "p.corroboard"),
    indexFolder: join(folder, "indexes"),
    indexInBackground: true,
    who: "bench",
  });
  const ask: Ask = (name, input) => {
    const reply = core.dispatch(name, input);
    if (!reply.ok) {
      throw new Error(reply.failure.message);
    }
    return reply.value as OutputOf<typeof name>;
  };
  try {
    const writer = new ArticleWriter();
    const random = randomNumbers(7);
    const asked: Passage[] = [];
    const measures: Measure[] = [];
    let articles = 0;
    for (const { articles: wanted, limitMs } of steps) {
      const family = `where else / ${wanted.toLocaleString("en")} articles of ${wordsOfArticle} words`;
      let importMs = 0;
      while (articles < wanted) {
        const texts = Array.from({ length: articlesAtOnce }, () => writer.next());
        const startMs = performance.now();
        asked.push(...importTexts(ask, texts, articles, random));
        importMs += performance.now() - startMs;
        articles += texts.length;
      }
      process.stderr.write(`  ${articles} articles, imported in ${Math.round(importMs)} ms\n`);
      const { buildMs, waitsMs } = await watchBuilding(ask);
      process.stderr.write(`  their index, made in ${Math.round(buildMs)} ms\n`);
      const timesMs = timesOfQuestions(ask, asked, random);
      measures.push(
        compare(`${family}: answer, p95`, percentile(timesMs, 0.95), limitMs, {
          unit: "ms",
          target: 1,
        }),
        compare(
          `${family}: what a request waits while the index is made, p95`,
          percentile(waitsMs, 0.95),
          feltMs,
          { unit: "ms", target: 1 },
        ),
      );
    }
    return measures;
  } finally {
    core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Answers some passages of the articles to ask about: sentences, without their full stops. */
function importTexts(
  ask: Ask,
  texts: readonly string[],
  before: number,
  random: () => number,
): Passage[] {
  const { imported } = ask("article.import", {
    files: texts.map((text, at) => ({
      name: `${before + at}.txt`,
      upload: ask("upload.put", { bytes: new TextEncoder().encode(text) }).upload,
    })),
  });
  return imported.slice(0, askedOfThem).flatMap(({ id }, at) => {
    const text = texts[at] ?? "";
    const sentences = text.split(/\.\s+/u).filter((sentence) => sentence !== "");
    const sentence = sentences[Math.floor(random() * sentences.length)] ?? "";
    const start = text.indexOf(sentence);
    return [{ articleId: id, start, end: start + sentence.length }];
  });
}

/** Asks again and again how far the index is, as a page would ask anything, until it is made. */
async function watchBuilding(ask: Ask): Promise<{ buildMs: number; waitsMs: number[] }> {
  const startMs = performance.now();
  const waitsMs: number[] = [];
  const seen = new Set<number>();
  for (;;) {
    const askedAtMs = performance.now();
    await nextTurn();
    const { state, waiting } = ask("search.status", {});
    waitsMs.push(performance.now() - askedAtMs);
    seen.add(waiting);
    if (state === "ready") {
      break;
    }
  }
  if (seen.size < 100) {
    throw new Error("the index told no progress while it was made");
  }
  return { buildMs: performance.now() - startMs, waitsMs };
}

function timesOfQuestions(ask: Ask, asked: readonly Passage[], random: () => number): number[] {
  let found = 0;
  const timesMs = Array.from({ length: questions }, () => {
    const passage = asked[Math.floor(random() * asked.length)];
    if (passage === undefined) {
      throw new Error("no articles were imported");
    }
    const startMs = performance.now();
    found += ask("passage.similar", { ...passage, limit: 50 }).length;
    return performance.now() - startMs;
  });
  if (found < questions) {
    throw new Error("too little was found: sentences are copied again and again");
  }
  return timesMs;
}
