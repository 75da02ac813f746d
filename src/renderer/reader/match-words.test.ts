import { expect, it } from "vitest";

import type { ClaimId } from "#contract/ids";

import { wordsOfMatch } from "./match-words.ts";

it("says what was matched and why, shortly", () => {
  const claim = {
    kind: "claim" as const,
    claimId: "00000000-0000-7000-8000-000000000001" as ClaimId,
    statement: "Troops would be targets",
    stance: "disputes" as const,
  };
  const short = (reason: Parameters<typeof wordsOfMatch>[0]["reason"]) =>
    wordsOfMatch({ reason, score: 0.374 }).short;
  expect(short(claim)).toBe("Same claim, disputes: Troops would be targets");
  expect(short({ kind: "quotation", words: 7 })).toBe("Same quotation, 7 words");
  expect(short({ kind: "run", words: 9 })).toBe("9 words in a row");
  expect(short({ kind: "similar" })).toBe("Similar sentence");
  expect(wordsOfMatch({ reason: claim, score: 0.374 }).long).toContain("37 % alike");
});
