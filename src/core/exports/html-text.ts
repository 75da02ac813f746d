import type { Element, ElementContent } from "hast";
import { h } from "hastscript";

import { closersOf } from "./plain-text.ts";
import { isWebAddress } from "./source-facts.ts";

// How a user's words become nodes of a page. They are only ever the values of text nodes, which the
// writer escapes; white space is shown as it is by the page's style.

/** Words inside a template's sentence, whose direction does not spread to what surrounds them. */
export function field(words: string): Element {
  return h("bdi", words + closersOf(words));
}

/** A link where the address is plainly one of the web; otherwise its words. */
export function address(url: string): Element {
  return isWebAddress(url) ? h("a", { href: url, rel: "noreferrer" }, url) : field(url);
}

/**
 * Words with their lines: an empty line starts a new paragraph, other line ends are kept.
 * @param lead stands before the words, in the first paragraph
 * @param tail stands behind the words, in the last paragraph
 */
export function paragraphsOf(
  words: string,
  { lead = [], tail = [] }: { lead?: ElementContent[]; tail?: ElementContent[] } = {},
): Element[] {
  const parts = words.split(/(?<=[^\n])\n\n/u);
  return parts.map((part, index) =>
    h("p", { dir: "auto" }, [
      ...(index === 0 ? lead : []),
      part,
      ...(index === parts.length - 1 ? tail : []),
    ]),
  );
}

export function label(words: string): ElementContent[] {
  return [h("strong", words), { type: "text", value: " " }];
}

export function isBlank(words: string): boolean {
  return words.trim() === "";
}
