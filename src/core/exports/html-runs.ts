import type { Element, ElementContent } from "hast";
import { h } from "hastscript";

import type { PaperRun } from "./paper.ts";
import { closersOf } from "./plain-text.ts";
import { isWebAddress } from "./source-facts.ts";

export type NoteReferences = {
  /** A new reference to the quote's footnote. */
  readonly refer: (quote: number) => Element;
  /** How often the quote was referred to so far. */
  readonly timesReferred: (quote: number) => number;
};

/**
 * Runs as nodes of a page. Words are only ever the values of text nodes, which the writer escapes; white
 * space is shown as it is by the page's style.
 */
export function runsInHtml(
  runs: readonly PaperRun[],
  references: NoteReferences,
): ElementContent[] {
  return runs.flatMap((run): ElementContent[] => {
    switch (run.kind) {
      case "words":
        return [{ type: "text", value: run.words }];
      case "field":
        return [isolated(run.words)];
      case "strong":
        return [h("strong", run.words)];
      case "address":
        return isWebAddress(run.words)
          ? [h("a", { href: run.words, rel: "noreferrer" }, run.words)]
          : [isolated(run.words)];
      case "sign":
        return [
          h("span", { ariaHidden: "true" }, run.sign),
          h("span", { className: "spoken" }, run.spoken),
        ];
      case "break":
        return [h("br")];
      case "text":
        return [formatted(run)];
      case "reference":
        return [references.refer(run.quote)];
      case "inline quote": {
        const { exact, number } = run.quote;
        return [h("bdi", `“${exact}”${closersOf(exact)}`), references.refer(number)];
      }
      case "link":
        return [
          h(
            "a",
            { href: run.to.kind === "heading" ? `#${run.to.id}` : run.to.url },
            runsInHtml(run.runs, references),
          ),
        ];
    }
  });
}

/** Words whose direction does not spread to what surrounds them. */
function isolated(words: string): Element {
  return h("bdi", words + closersOf(words));
}

function formatted(run: Extract<PaperRun, { kind: "text" }>): ElementContent {
  let node: ElementContent = { type: "text", value: run.text };
  if (run.code === true) {
    node = h("code", [node]);
  }
  if (run.italic === true) {
    node = h("em", [node]);
  }
  if (run.bold === true) {
    node = h("strong", [node]);
  }
  return run.link !== undefined && isWebAddress(run.link)
    ? h("a", { href: run.link, rel: "noreferrer" }, [node])
    : node;
}
