import type { InputOf, OutputOf, RequestName } from "#contract/requests";
import { createCore } from "#core/create-core";
import { wordsOf } from "#core/wording/words";

import { compare, medianTimesMs } from "./measure.ts";
import type { Measure } from "./measure.ts";
import { randomNumbers } from "./random-numbers.ts";

const repeats = 5;
const articleCount = 1_000;
const wordsOfArticle = 600;

/**
 * All pairs of 1,000 articles of 600 words, half of which copy a passage from an earlier one, as a user
 * asks for them: from the project file to the answer. Against cutting the same texts, which are in memory
 * already, into words once.
 */
export function measureSharedWording(): Measure[] {
  const texts = makeTexts();
  const core = createCore({ projectFile: ":memory:", who: "bench" });
  const ask = <Name extends RequestName>(name: Name, input: InputOf<Name>): OutputOf<Name> => {
    const reply = core.dispatch(name, input);
    if (!reply.ok) {
      throw new Error(reply.failure.message);
    }
    return reply.value as OutputOf<Name>;
  };
  ask("article.import", {
    files: texts.map((text, index) => ({
      name: `${index}.txt`,
      upload: ask("upload.put", { bytes: new TextEncoder().encode(text) }).upload,
    })),
  });
  const readOnce = () => {
    for (const text of texts) {
      wordsOf(text);
    }
  };
  const pairs = medianTimesMs(repeats, () => ask("wording.overview", {}), readOnce);
  const quotations = medianTimesMs(repeats, () => ask("quotation.list", {}), readOnce);
  core.close();
  return [
    compare("shared wording, all pairs of 1,000 / reading once", pairs.step, pairs.against, {
      unit: "ms",
      target: 8,
    }),
    compare(
      "shared wording, quotations of 1,000 / reading once",
      quotations.step,
      quotations.against,
      { unit: "ms", target: 10 },
    ),
  ];
}

/** Words as frequent as in language (Zipf's law), in paragraphs, with quotations; always the same. */
function makeTexts(): string[] {
  const random = randomNumbers(20_250_905);
  const word = () => `w${Math.floor(20_000 ** random()).toString(36)}`;
  const texts: string[] = [];
  for (let index = 0; index < articleCount; index += 1) {
    const words = Array.from({ length: wordsOfArticle }, word);
    const earlier = texts[Math.floor(random() * index)];
    if (earlier !== undefined && random() < 0.5) {
      const at = Math.floor(random() * (wordsOfArticle - 60));
      words.splice(at, 60, ...earlier.split(/\s+/u).slice(at, at + 60));
    }
    for (let quote = 0; quote < 8; quote += 1) {
      const at = Math.floor(random() * (wordsOfArticle - 20));
      const end = at + 1 + Math.floor(random() * 18);
      words[at] = `“${words[at]}`;
      words[end] = `${words[end]},”`;
    }
    texts.push(words.map((each, at) => (at % 60 === 59 ? `${each}.\n` : `${each} `)).join(""));
  }
  return texts;
}
