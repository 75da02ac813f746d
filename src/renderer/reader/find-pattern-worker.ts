// oxlint-disable unicorn/require-post-message-target-origin -- a worker has one page to answer to
import type { TextSpan } from "#contract/article";

import { hitsOfPattern } from "./pattern-hits.ts";
import type { PatternTerm } from "./pattern-hits.ts";

export type PatternQuestion = {
  readonly term: PatternTerm;
  readonly texts: readonly { readonly text: string; readonly blocks: readonly TextSpan[] }[];
};

/** Hits of each text, or what is wrong with the pattern; first of all that it listens. */
export type PatternReply =
  | { readonly kind: "ready" }
  | { readonly kind: "found"; readonly hits: readonly (readonly TextSpan[])[] }
  | { readonly kind: "invalid"; readonly message: string };

/** A worker's own scope, which the library of the page does not know. */
const page = self as unknown as Pick<Worker, "postMessage">;

// A pattern may run for ever; here it holds up nothing, and whoever asked stops this worker.
self.addEventListener("message", ({ data }: MessageEvent<PatternQuestion>) => {
  page.postMessage(replyTo(data));
});

page.postMessage({ kind: "ready" } satisfies PatternReply);

function replyTo({ term, texts }: PatternQuestion): PatternReply {
  try {
    return {
      kind: "found",
      hits: texts.map(({ text, blocks }) => hitsOfPattern(text, blocks, term)),
    };
  } catch (error) {
    if (error instanceof SyntaxError) {
      return { kind: "invalid", message: error.message };
    }
    throw error;
  }
}
