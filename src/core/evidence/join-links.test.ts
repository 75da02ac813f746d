import { expect, it } from "vitest";

import type { Stance } from "#contract/claim";

import { joinLinks, joinNotes } from "./join-links.ts";

const link = (stance: Stance) => ({ stance, credibility: null, attribution: null, note: "" });

it.each<[Stance, Stance, Stance]>([
  ["mentions", "qualifies", "qualifies"],
  ["qualifies", "supports", "supports"],
  ["qualifies", "disputes", "disputes"],
  ["supports", "mentions", "supports"],
  ["supports", "disputes", "supports"],
  ["disputes", "supports", "disputes"],
])("a link that %s and one that %s become one that %s", (kept, joined, stance) => {
  expect(joinLinks(link(kept), link(joined)).stance).toBe(stance);
});

it("takes credibility and attribution from the link whose stance wins, else from the other", () => {
  const kept = { stance: "mentions", credibility: 3, attribution: "Macron", note: "" } as const;
  const joined = { stance: "supports", credibility: 2, attribution: null, note: "" } as const;
  expect(joinLinks(kept, joined)).toEqual({
    stance: "supports",
    credibility: 2,
    attribution: "Macron",
    note: "",
  });
});

it.each([
  ["one", "two", "one\n\ntwo"],
  ["", "two", "two"],
  ["one", " ", "one"],
  ["one and two", "two", "one and two"],
])("joins the notes %j and %j", (first, second, both) => {
  expect(joinNotes(first, second)).toBe(both);
});
