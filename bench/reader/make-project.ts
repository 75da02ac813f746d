import { join } from "node:path";

import type { InputOf, OutputOf, RequestName } from "#contract/requests";
import { createCore } from "#core/create-core";
import { openProject } from "#core/store/open-project";

import { randomNumbers } from "../random-numbers.ts";

/** Stands where the term of the find measure does. */
export const commonWord = "pledges";
/** One word in so many is the common one: 20,000 of 100,000. */
const commonEvery = 5;

export type Span = { readonly start: number; readonly end: number };
export type Marked = { readonly text: string; readonly spans: readonly Span[] };

/** Text of paragraphs of 60 to 120 words, and overlapping spans of 3 to 40 words; always the same. */
export function makeMarkedText(words: number, highlights: number, seed: number): Marked {
  const random = randomNumbers(seed);
  const paragraphs: string[] = [];
  for (let made = 0; made < words;) {
    const count = Math.min(60 + Math.floor(random() * 60), words - made);
    const paragraph = Array.from({ length: count }, (_, at) => {
      const isCommon = (made + at) % commonEvery === 0;
      const word = isCommon ? commonWord : `w${Math.floor(20_000 ** random()).toString(36)}`;
      return at % 15 === 14 || at === count - 1 ? `${word}.` : word;
    });
    paragraphs.push(paragraph.join(" "));
    made += count;
  }
  const text = paragraphs.join("\n\n");
  const starts = [...text.matchAll(/\S+/gu)].map(({ index }) => index);
  const spans = new Map<string, Span>();
  while (spans.size < highlights) {
    const first = Math.floor(random() * starts.length);
    const last = first + 3 + Math.floor(random() * 38);
    const start = starts[first] ?? 0;
    const end = (starts[last] ?? text.length + 1) - 1;
    spans.set(`${start} ${end}`, { start, end });
  }
  return { text, spans: [...spans.values()] };
}

/** A project with these articles and four tags with the keys 1 to 4, which the highlights have in turn. */
export function makeProject(folder: string, name: string, articles: readonly Marked[]): string {
  const projectFile = join(folder, `${name}.corroboard`);
  const core = createCore({ projectFile, who: "bench" });
  const ask = <Name extends RequestName>(request: Name, input: InputOf<Name>): OutputOf<Name> => {
    const reply = core.dispatch(request, input);
    if (!reply.ok) {
      throw new Error(reply.failure.message);
    }
    return reply.value as OutputOf<Name>;
  };
  const tags = ["Threat", "Pledge", "Troops", "Place"].map(
    (tagName) => ask("tag.create", { name: tagName }).id,
  );
  const { imported } = ask("article.import", {
    files: articles.map(({ text }, index) => ({
      name: `article-${index}.txt`,
      upload: ask("upload.put", { bytes: new TextEncoder().encode(text) }).upload,
    })),
  });
  core.close();
  // Ten thousand commands would take half a minute; the rows are those that they would write.
  const database = openProject(projectFile);
  const addHighlight = database.prepare(
    `INSERT INTO highlight
      (id, article_id, span_start, span_end, exact, prefix, suffix, note, created_at, trashed_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, '', '2026-01-01T00:00:00.000Z', NULL)`,
  );
  const addTag = database.prepare(
    "INSERT INTO highlight_tag (highlight_id, tag_id, position) VALUES (?, ?, 0)",
  );
  database.transaction(() => {
    for (const [index, { text, spans }] of articles.entries()) {
      for (const [at, { start, end }] of spans.entries()) {
        const id = crypto.randomUUID();
        const exact = text.slice(start, end);
        const prefix = text.slice(Math.max(start - 32, 0), start);
        const suffix = text.slice(end, end + 32);
        addHighlight.run(id, imported[index]?.id, start, end, exact, prefix, suffix);
        addTag.run(id, tags[at % tags.length]);
      }
    }
  })();
  database.close();
  return projectFile;
}
