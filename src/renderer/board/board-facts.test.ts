import { describe, expect, it } from "vitest";

import {
  factsOfCards,
  linkBetween,
  linksOnBoard,
  nameOfCard,
  nameOfLink,
  shortened,
} from "./board-facts.ts";
import type { Sources } from "./board-facts.ts";
import { linkableCards } from "./linkable-cards.ts";
import { card } from "./testing/cards.ts";
import { articleOf, claimOf, evidenceOf, highlightOf, relationOf } from "./testing/facts.ts";

const counted = (highlights: number) => ({ highlights, articles: 1, independent: 1 });
const pledge = claimOf("pledge", {
  statement: "Twenty-six countries pledged forces",
  status: "disputed",
  counts: { ...claimOf("x").counts, supports: counted(3), disputes: counted(1) },
});
const targets = claimOf("targets", { statement: "Troops would be legitimate targets" });
const quote = highlightOf("quote", "article", "26 nations, led by France");
const loose = highlightOf("loose", "article", "Kyïv hailed the step");
const sources: Sources = {
  cards: [
    card("claim", { id: "pledge", x: 400 }),
    card("claim", { id: "targets", x: 800 }),
    card("quote", { id: "quote" }),
    card("quote", { id: "loose", y: 300 }),
    card("note", { id: "note", y: 600, groupId: "group" }),
    card("group", { id: "group", y: 900 }),
    card("claim", { id: "trashed", y: 1_200 }),
  ],
  claims: [pledge, targets, claimOf("elsewhere")],
  highlights: [quote, loose],
  articles: [articleOf("article", { outlet: "Reuters" })],
  evidence: [
    evidenceOf("e1", "pledge", quote, "supports"),
    evidenceOf("e2", "elsewhere", quote, "disputes", { verified: false }),
  ],
  relations: [
    relationOf("r1", "targets", "pledge", "contradicts"),
    relationOf("r2", "targets", "elsewhere", "supports"),
  ],
};
const facts = factsOfCards(sources);
const named = (id: string) => {
  const found = facts.find((each) => each.card.id === id);
  if (found === undefined) {
    throw new Error(`no card ${id}`);
  }
  return found;
};

describe("factsOfCards", () => {
  it("reads the cards in order, without those whose subject is not there", () => {
    expect(facts.map((each) => each.card.id)).toEqual([
      "quote",
      "pledge",
      "targets",
      "loose",
      "group",
      "note",
    ]);
  });
});

describe("linksOnBoard", () => {
  it("draws the relations and evidence that have both ends on the board", () => {
    expect(linksOnBoard(sources).map(({ id, from, to, type }) => [id, from, to, type])).toEqual([
      ["r1", "targets", "pledge", "contradicts"],
      ["e1", "quote", "pledge", "supports"],
    ]);
  });
});

describe("linkBetween", () => {
  it("makes evidence of a quote and a claim whichever is first, and a relation of two claims", () => {
    expect(linkBetween(named("pledge"), named("quote"))).toMatchObject({
      kind: "evidence",
      from: { kind: "quote" },
      to: { kind: "claim" },
    });
    expect(linkBetween(named("targets"), named("pledge"))?.kind).toBe("relation");
    expect(linkBetween(named("quote"), named("loose"))).toBeNull();
    expect(linkBetween(named("pledge"), named("pledge"))).toBeNull();
    expect(linkBetween(named("note"), named("pledge"))).toBeNull();
  });
});

describe("names for assistive technology", () => {
  it("says a claim's status and stances, and a quote's outlet and whether it is verified", () => {
    expect(nameOfCard(named("pledge"))).toBe(
      "Claim: Twenty-six countries pledged forces. Disputed, 3 supports, 1 disputes",
    );
    expect(nameOfCard(named("quote"))).toBe(
      "Quote from Reuters: “26 nations, led by France”. Not verified: the text of the article differs",
    );
    expect(nameOfCard(named("group"))).toBe("Group: group, 1 card");
  });

  it("says what a line stands for", () => {
    const [relation] = linksOnBoard(sources);
    expect(relation && nameOfLink(relation, named("targets"), named("pledge"))).toBe(
      "“Troops would be legitimate targets” contradicts “Twenty-six countries pledged forces”",
    );
  });

  it("shortens to whole characters on one line", () => {
    expect(shortened("a\n  b", 10)).toBe("a b");
    expect(shortened("👩🏽👩🏽👩🏽", 3).isWellFormed()).toBe(true);
    expect(shortened("abcdef", 4)).toBe("abc…");
  });
});

describe("linkableCards", () => {
  const links = linksOnBoard(sources);
  const found = (id: string, term: string) =>
    linkableCards(named(id), facts, links, term).map((each) => each.card.id);

  it("offers what can be linked, with what is linked already last", () => {
    expect(found("pledge", "")).toEqual(["loose", "quote", "targets"]);
    expect(found("quote", "")).toEqual(["targets", "pledge"]);
  });

  it("finds every typed word whatever its case or accents, also by outlet", () => {
    expect(found("pledge", "kyiv HAILED")).toEqual(["loose"]);
    expect(found("pledge", "reuters nations")).toEqual(["quote"]);
    expect(found("pledge", "nowhere")).toEqual([]);
  });
});
