import type { Paragraph, PhrasingContent } from "mdast";

import { closersOf } from "./plain-text.ts";
import { isWebAddress } from "./source-facts.ts";

/**
 * How a user's words become Markdown nodes, such that a GFM parser reads exactly these words again.
 *
 * Escaping is the writer's work (markdown-syntax.ts). Three things cannot be escaped and are given a
 * shape here: line ends, characters that Markdown cannot hold, and addresses that GFM turns into links
 * even when they are escaped.
 */

/** Words on one line, for headings, table cells and lists of fields. Line ends become references (`&#xA;`). */
export function wordsOnOneLine(words: string): PhrasingContent[] {
  return withoutAutolinks(words);
}

/** The same inside a template's sentence: its direction controls cannot reorder what follows. */
export function field(words: string): PhrasingContent[] {
  return withoutAutolinks(words + closersOf(words));
}

/**
 * Words with their lines: a line end is a hard break, an empty line starts a new paragraph, each further
 * empty line is one hard break at the start of that paragraph. Line ends that close the words are written
 * as references (`&#xA;`), as Markdown has no break at the end of a paragraph.
 *
 * @param lead stands before the words, in the first paragraph
 * @param tail stands behind the words, in the last paragraph
 */
export function paragraphsOf(
  words: string,
  { lead = [], tail = [] }: { lead?: PhrasingContent[]; tail?: PhrasingContent[] } = {},
): Paragraph[] {
  const bodyLength = words.replace(/\n+$/u, "").length;
  const body = words.slice(0, bodyLength);
  const lineEnds = words.slice(bodyLength);
  const paragraphs = body.split(/(?<=[^\n])\n\n/u).map<Paragraph>((part) => ({
    type: "paragraph",
    children: part
      .split("\n")
      .flatMap((line, index) => [
        ...(index === 0 ? [] : [{ type: "break" } as const]),
        ...withoutAutolinks(line),
      ]),
  }));
  paragraphs[0]?.children.unshift(...lead);
  paragraphs.at(-1)?.children.push(...withoutAutolinks(lineEnds), ...tail);
  return paragraphs;
}

/** A link where the address is plainly one of the web; otherwise its words. */
export function address(url: string): PhrasingContent[] {
  return isWebAddress(url)
    ? [{ type: "link", url, children: [{ type: "text", value: url }] }]
    : field(url);
}

/**
 * A letter of "www.", of "http://" and of "ftp://", and the first letter behind the at sign of "a@b"; the
 * sign itself where no letter follows.
 */
const autolinkPoints =
  /(?<=ww)w(?=\.)|(?<=htt)p(?=s?:\/\/)|(?<=ft)p(?=:\/\/)|(?<=[\w+\-.]@)[a-z\d]|(?<=[\w+\-.])@(?=[-._])/gi;

/**
 * GFM looks for addresses in the text that is left after escapes were read, so escaping does not stop it;
 * but it looks in one text node at a time. Emphasis on one character of what makes an address parts the
 * text there, is hardly seen, and changes no character. Letters are chosen because emphasis on them never
 * makes the writer turn the characters around them into references, which some characters do not have.
 */
function withoutAutolinks(words: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let done = 0;
  for (const match of words.matchAll(autolinkPoints)) {
    if (match.index > done) {
      nodes.push({ type: "text", value: words.slice(done, match.index) });
    }
    nodes.push({ type: "emphasis", children: [{ type: "text", value: match[0] }] });
    done = match.index + match[0].length;
  }
  if (done < words.length) {
    nodes.push({ type: "text", value: words.slice(done) });
  }
  return nodes;
}
