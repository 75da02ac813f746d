import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { ClaimId } from "#contract/ids";

import { isSameStatement, matchClaims } from "./match-claims.ts";

const idOf = (place: number) =>
  ClaimId.parse(`01990000-0000-7000-8000-${String(place).padStart(12, "0")}`);

const claimsOf = (...statements: string[]) =>
  statements.map((statement, place) => ({ id: idOf(place), statement }));

const pledge = "26 countries pledged forces";
const targets = "Foreign troops would be legitimate targets";
const ground = "US will send ground troops";
const germany = "Germany has committed troops";
const all = claimsOf(pledge, targets, ground, germany);

const statementsOf = (some: readonly { statement: string }[]) => some.map((one) => one.statement);

describe("matchClaims", () => {
  it("answers every claim in its order when nothing is typed, the preferred one first", () => {
    expect(statementsOf(matchClaims(all, "  ").matching)).toEqual([
      pledge,
      targets,
      ground,
      germany,
    ]);
    expect(statementsOf(matchClaims(all, "", idOf(2)).matching)).toEqual([
      ground,
      pledge,
      targets,
      germany,
    ]);
  });

  it("finds words in any order and any case", () => {
    expect(statementsOf(matchClaims(all, "TROOPS germany").matching)).toEqual([germany]);
  });

  it("ignores accents on either side", () => {
    const claims = claimsOf("Das Élysée hat zugesagt", "Zelenskyj widerspricht");
    expect(statementsOf(matchClaims(claims, "elysee").matching)).toEqual([
      "Das Élysée hat zugesagt",
    ]);
    expect(statementsOf(matchClaims(claims, "Zelénskyj").matching)).toEqual([
      "Zelenskyj widerspricht",
    ]);
  });

  it("puts the words as typed before the same words apart, and beginnings before middles", () => {
    const claims = claimsOf("Troops stay on the ground", "An aground ship", "Ground troops leave");
    expect(statementsOf(matchClaims(claims, "ground troops").matching)).toEqual([
      "Ground troops leave",
      "Troops stay on the ground",
    ]);
    expect(statementsOf(matchClaims(claims, "ground").matching).at(-1)).toBe("An aground ship");
  });

  it("shows a near-duplicate although one word differs", () => {
    const { matching, similar } = matchClaims(all, "26 nations pledged forces");
    expect(matching).toEqual([]);
    expect(statementsOf(similar)).toEqual([pledge]);
  });

  it("finds every claim by any stretch of its own words, in any script", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
        fc.nat(),
        fc.nat(),
        (statement, from, length) => {
          const graphemes = [...new Intl.Segmenter().segment(statement)].map((one) => one.segment);
          const start = from % graphemes.length;
          const typed = graphemes.slice(start, start + 1 + (length % graphemes.length)).join("");
          const claims = claimsOf("something else", statement);
          expect(matchClaims(claims, typed).matching.map((claim) => claim.id)).toContain(idOf(1));
        },
      ),
    );
  });

  it("never names a claim twice", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (statements, typed) => {
        const { matching, similar } = matchClaims(claimsOf(...statements), typed);
        const ids = [...matching, ...similar].map((claim) => claim.id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});

describe("isSameStatement", () => {
  it("takes case, accents and spaces as no difference", () => {
    expect(isSameStatement(" Élysée  agrees", "elysee agrees ")).toBe(true);
    expect(isSameStatement("Élysée agrees", "Élysée disagrees")).toBe(false);
  });
});
