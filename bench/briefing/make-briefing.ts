import type { BriefingBlock, BriefingRun, BriefingText } from "#contract/briefing";
import type { InputOf, OutputOf, RequestName } from "#contract/requests";
import { createCore } from "#core/create-core";

import { randomNumbers } from "../random-numbers.ts";
import { makeMarkedText, makeProject } from "../reader/make-project.ts";

export type BriefingSize = {
  readonly title: string;
  readonly words: number;
  readonly citations: number;
};

/** Words between two headings. */
const wordsOfSection = 500;
const articles = 5;
const claims = 100;
/** Every so-manieth citation is of a claim, the others are quotes. */
const claimEvery = 5;

/**
 * A project with briefings of these sizes: typed words in paragraphs under headings, and citations of claims
 * and of quotes of 3 to 40 words spread evenly between them. Always the same but for its ids.
 */
export function makeBriefingProject(
  folder: string,
  name: string,
  sizes: readonly BriefingSize[],
): string {
  const most = Math.max(...sizes.map(({ citations }) => citations));
  const marked = Array.from({ length: articles }, (_, index) =>
    makeMarkedText(20_000, Math.ceil(most / articles), 50 + index),
  );
  const bare = marked.map(({ text }) => ({ text, spans: [] }));
  const projectFile = makeProject(folder, name, bare);
  const core = createCore({ projectFile, who: "bench" });
  const ask = <Name extends RequestName>(request: Name, input: InputOf<Name>): OutputOf<Name> => {
    const reply = core.dispatch(request, input);
    if (!reply.ok) {
      throw new Error(reply.failure.message);
    }
    return reply.value as OutputOf<Name>;
  };
  const cited = Array.from({ length: claims }, (_, index): BriefingRun => {
    const words = `Claim number ${index} of the bench`;
    const { claim } = ask("claim.create", { statement: words });
    return { kind: "claim", claimId: claim.id, part: "statement", words };
  });
  const quotes = ask("article.list", {}).flatMap(({ id: articleId }) => {
    const { text } = ask("article.read", { articleId });
    const spans = marked.find((one) => one.text === text)?.spans ?? [];
    return spans.map(({ start, end }): BriefingRun => {
      const { id, exact } = ask("highlight.create", { articleId, start, end });
      return { kind: "quote", highlightId: id, articleId, start, end, words: exact };
    });
  });
  for (const size of sizes) {
    const runAt = (at: number) => {
      const from = at % claimEvery === 0 ? cited : quotes;
      const run = from[at % from.length];
      if (run === undefined) {
        throw new Error("the project has claims and quotes");
      }
      return run;
    };
    ask("briefing.create", { title: size.title, text: textOf(size, runAt) });
  }
  core.close();
  return projectFile;
}

function textOf(
  { words, citations }: BriefingSize,
  runAt: (at: number) => BriefingRun,
): BriefingText {
  const random = randomNumbers(7);
  const blocks: BriefingBlock[] = [];
  let made = 0;
  let citedCount = 0;
  while (made < words) {
    if (made % wordsOfSection < 80) {
      blocks.push({
        kind: "heading",
        level: 2,
        runs: [{ kind: "text", text: `Section ${blocks.length}` }],
      });
    }
    const count = Math.min(80, words - made);
    const runs: BriefingRun[] = [];
    for (let taken = 0; taken < count; taken += 10) {
      const some = Array.from({ length: Math.min(10, count - taken) }, () =>
        Math.floor(20_000 ** random()).toString(36),
      );
      runs.push({ kind: "text", text: `${some.join(" ")} ` });
      made += some.length;
      if (citedCount < Math.floor((citations * made) / words)) {
        runs.push(runAt(citedCount), { kind: "text", text: ". " });
        citedCount += 1;
      }
    }
    blocks.push({ kind: "paragraph", runs });
  }
  return { version: 1, blocks, ticked: [] };
}
