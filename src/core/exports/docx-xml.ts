import type { Element, Root } from "xast";
import { toXml } from "xast-util-to-xml";

import type { Replacement } from "./plain-text.ts";

/** XML 1.0, section 2.2, has no way to write these, not even as references. */
const noCharacter =
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;

/** Each character that XML cannot hold becomes one that shows it, so that the words stay as long as they were. */
export const xmlReplacement: Replacement = {
  replace: (words) =>
    words
      .toWellFormed()
      .replaceAll(noCharacter, (character) =>
        character > "\u001F" ? "\uFFFD" : String.fromCharCode(0x2400 + character.charCodeAt(0)),
      ),
  sentence: "Control characters, which a Word document cannot hold, are shown as signs such as ␀.",
};

/** One part of the package. */
export function xmlPart(element: Element): Uint8Array {
  const root: Root = {
    type: "root",
    children: [
      {
        type: "instruction",
        name: "xml",
        value: 'version="1.0" encoding="UTF-8" standalone="yes"',
      },
      element,
    ],
  };
  // The library leaves these as they are. XML asks for a reference where ">" would end a section that there is none
  // of, and a reader turns a carriage return into a line feed that is not written as one.
  const text = toXml(root).replaceAll("]]>", "]]&gt;").replaceAll("\r", "&#xD;");
  return new TextEncoder().encode(text);
}
