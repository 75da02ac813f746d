import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { InputOf, OutputOf, RequestName } from "#contract/requests";
import { createCore } from "#core/create-core";
import { openProject } from "#core/store/open-project";

import { compare, medianTimesMs } from "./measure.ts";
import type { Measure } from "./measure.ts";

const repeats = 101;
const wordsOfArticle = 100_000;

/**
 * Adding a highlight to a 100,000-word article: a parsed, journaled and durable command against one
 * durable row, and the same command with 10,000 highlights there against 10.
 */
export function measureAddHighlight(): Measure[] {
  const folder = mkdtempSync(join(tmpdir(), "corroboard-bench-"));
  try {
    const few = openArticle(join(folder, "few.corroboard"), 10);
    const many = openArticle(join(folder, "many.corroboard"), 10_000);
    const bare = openProject(join(folder, "bare.corroboard"));
    bare.exec("CREATE TABLE bare_row (id INTEGER PRIMARY KEY, exact TEXT)");
    const insert = bare.prepare("INSERT INTO bare_row (exact) VALUES ('legitimate targets')");

    const toRow = medianTimesMs(repeats, few.addNext, () => insert.run());
    const growth = medianTimesMs(repeats, many.addNext, few.addNext);
    few.close();
    many.close();
    bare.close();
    return [
      compare("add highlight / bare durable row", toRow.step, toRow.against, {
        unit: "ms",
        target: 8,
      }),
      compare("add highlight at 10,000 / at 10", growth.step, growth.against, {
        unit: "ms",
        target: 1.5,
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function openArticle(projectFile: string, highlights: number) {
  const core = createCore({ projectFile, who: "bench" });
  const ask = <Name extends RequestName>(name: Name, input: InputOf<Name>): OutputOf<Name> => {
    const reply = core.dispatch(name, input);
    if (!reply.ok) {
      throw new Error(reply.failure.message);
    }
    return reply.value as OutputOf<Name>;
  };
  const text = Array.from({ length: wordsOfArticle }, (_, index) =>
    index % 20 === 19 ? `word${index % 997}.\n` : `word${index % 997} `,
  ).join("");
  const { upload } = ask("upload.put", { bytes: new TextEncoder().encode(text) });
  const [article] = ask("article.import", { files: [{ name: "long.txt", upload }] }).imported;
  if (article === undefined) {
    throw new Error("the article was not imported");
  }
  let next = 0;
  const addNext = () => {
    const start = (next * 37) % (article.textLength - 60);
    next += 1;
    ask("highlight.create", { articleId: article.id, start, end: start + 20 + (next % 30) });
  };
  for (let made = 0; made < highlights; made += 1) {
    addNext();
  }
  return { addNext, close: core.close };
}
