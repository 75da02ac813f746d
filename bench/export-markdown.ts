import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { BriefingBlock } from "#contract/briefing";
import type { InputOf, OutputOf, RequestName } from "#contract/requests";
import { createCore } from "#core/create-core";
import { writeWholeFile } from "#core/hosting/write-whole-file";

import { compare, median } from "./measure.ts";
import type { Measure } from "./measure.ts";
import { randomNumbers } from "./random-numbers.ts";

const repeats = 7;
const wordCount = 20_000;
const citationCount = 2_000;
const articleCount = 5;

/**
 * A briefing of 20,000 words that cites 2,000 quotes of five articles, from the project file to Markdown, every quote
 * compared with its article. Against writing the same bytes to a new file, whole and synced, as an export is.
 */
export async function measureExportMarkdown(): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), "corroboard-bench-"));
  const core = createCore({ projectFile: join(folder, "a.corroboard"), who: "bench" });
  try {
    const ask = <Name extends RequestName>(name: Name, input: InputOf<Name>): OutputOf<Name> => {
      const reply = core.dispatch(name, input);
      if (!reply.ok) {
        throw new Error(reply.failure.message);
      }
      return reply.value as OutputOf<Name>;
    };
    const briefingId = writeBriefing(ask);
    const exportTimes: number[] = [];
    const writeTimes: number[] = [];
    for (let round = 0; round < repeats; round += 1) {
      const began = performance.now();
      const { markdown } = ask("export.markdown", { briefingId });
      const exported = performance.now();
      await writeWholeFile(join(folder, `${round}.md`), markdown, { replace: false });
      exportTimes.push(exported - began);
      writeTimes.push(performance.now() - exported);
    }
    return [
      compare(
        "briefing of 20,000 words and 2,000 citations to Markdown / writing the file",
        median(exportTimes),
        median(writeTimes),
        { unit: "ms", target: 200 },
      ),
    ];
  } finally {
    core.close();
    rmSync(folder, { recursive: true });
  }
}

type Ask = <Name extends RequestName>(name: Name, input: InputOf<Name>) => OutputOf<Name>;

function writeBriefing(ask: Ask) {
  const random = randomNumbers(7);
  const word = () => `w${Math.floor(5_000 ** random()).toString(36)}`;
  const wordsOf = (count: number) => Array.from({ length: count }, word).join(" ");
  const { imported } = ask("article.import", {
    files: Array.from({ length: articleCount }, (_, index) => ({
      name: `${index}.txt`,
      upload: ask("upload.put", { bytes: new TextEncoder().encode(wordsOf(4_000)) }).upload,
    })),
  });
  const perArticle = citationCount / articleCount;
  const quotes = imported.flatMap(({ id }) => {
    const { text } = ask("article.read", { articleId: id });
    return Array.from({ length: perArticle }, (_, index) => {
      const start = text.indexOf(" ", index * 30) + 1;
      return ask("highlight.create", { articleId: id, start, end: text.indexOf(" ", start + 25) });
    });
  });
  const words = wordCount / citationCount;
  const blocks = quotes.map((quote): BriefingBlock => ({
    kind: "paragraph",
    runs: [
      { kind: "text", text: `${wordsOf(words)} ` },
      {
        kind: "quote",
        highlightId: quote.id,
        articleId: quote.articleId,
        start: quote.start,
        end: quote.end,
        words: quote.exact,
      },
    ],
  }));
  const { id, revision } = ask("briefing.create", { title: "Long" });
  ask("briefing.save", {
    briefingId: id,
    text: { version: 1, blocks, ticked: [] },
    baseRevision: revision,
  });
  return id;
}
