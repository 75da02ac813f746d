import fc from "fast-check";
import { expect, it } from "vitest";

import { hostileStrings } from "../exports/testing/arbitrary-briefing.ts";
import { beginsQuoted, quotationsOf } from "./quotations.ts";

function quotedIn(text: string, goesOn = false) {
  return quotationsOf(text, { start: 0, end: text.length }, goesOn).map(({ start, end, depth }) =>
    "> ".repeat(depth).concat(text.slice(start, end)),
  );
}

it.each([
  ["troops “by land, sea or air” if", ["by land, sea or air"]],
  ['He said "no deal" and "no talks".', ["no deal", "no talks"]],
  ["“We agreed,” he said. “All of us.”", ["We agreed,", "All of us."]],
  ["“He called it ‘a danger’ to us,” she said", ["He called it ‘a danger’ to us,", "> a danger"]],
  ["\"He said 'never' twice\"", ["He said 'never' twice", "> never"]],
  ["‘It’s Russia’s choice,’ he said", ["It’s Russia’s choice,"]],
  ["'It's Russia's choice,' he said", ["It's Russia's choice,"]],
  ["the allies’ forces and Ukraine’s skies", []],
  ["the allies' forces in Moscow's reach", []],
  ["„Wir reden“, sagte er", ["Wir reden"]],
  ["« Jamais », dit-il", [" Jamais "]],
  ["»Niemals«, sagte er", ["Niemals"]],
  ["”Aldrig”, sade han", ["Aldrig"]],
  ["他说：“不会。”", ["不会。"]],
  ["彼は「攻撃だ」と述べた", ["攻撃だ"]],
  ["his ‘‘nested’’ slip", ["‘nested’", "> nested"]],
  ["an unclosed “mark", []],
  ["a 6' wall and a 5\" screen", []],
  ["“” empty", []],
])("finds what is quoted in %j", (text, quotations) => {
  expect(quotedIn(text)).toEqual(quotations);
});

it("takes speech that goes on in the next block to the end of this one", () => {
  expect(quotedIn("He said: “First we talk.", true)).toEqual(["First we talk."]);
  expect(quotedIn("“One” and “two", true)).toEqual(["One", "two"]);
  expect(beginsQuoted("“Then we sign.”", { start: 0, end: 15 })).toBe(true);
  expect(beginsQuoted("Then we sign.", { start: 0, end: 13 })).toBe(false);
});

it("keeps within the block and never crosses another quotation, whatever the text", () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(..."“”„‟\"'‘’«»‹›「」『』 a,.é—", "Russia’s ", "\n"),
      fc.constantFrom(...hostileStrings),
    ),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(pieces, fc.boolean(), (parts, goesOn) => {
      const text = parts.join("");
      const block = { start: Math.min(2, text.length), end: text.length };
      const found = quotationsOf(text, block, goesOn);
      for (const [index, a] of found.entries()) {
        expect(a.start).toBeGreaterThan(block.start);
        expect(a.end).toBeLessThanOrEqual(block.end);
        expect(a.end).toBeGreaterThan(a.start);
        for (const b of found.slice(index + 1)) {
          expect(b.start >= a.end || b.end <= a.end).toBe(true);
        }
      }
    }),
    { numRuns: 500 },
  );
});
