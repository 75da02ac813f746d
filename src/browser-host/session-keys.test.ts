import { describe, expect, it } from "vitest";

import { createSessionKeys } from "./session-keys.ts";

describe("session keys", () => {
  it("lets a code live for 60 seconds", () => {
    let now = 0;
    const keys = createSessionKeys(() => now);
    const [early, late] = [keys.issueCode(), keys.issueCode()];
    now = 59_999;
    expect(keys.useCode(early)).toBe(true);
    now = 60_000;
    expect(keys.useCode(late)).toBe(false);
  });

  it("keeps few codes waiting: the oldest go first", () => {
    const keys = createSessionKeys(() => 0);
    const codes = Array.from({ length: 40 }, () => keys.issueCode());
    expect(keys.useCode(codes[0] ?? "")).toBe(false);
    expect(keys.useCode(codes[39] ?? "")).toBe(true);
  });

  it("makes 256-bit secrets that differ", () => {
    const keys = createSessionKeys();
    const secrets = [keys.token, keys.issueCode(), keys.issueCode()];
    expect(new Set(secrets).size).toBe(3);
    for (const secret of secrets) {
      expect(Buffer.from(secret, "base64url")).toHaveLength(32);
    }
    expect(keys.isToken(keys.token)).toBe(true);
    expect(keys.isToken(keys.token.slice(1))).toBe(false);
    expect(keys.isToken("")).toBe(false);
  });

  it("makes every wrong guess after the twentieth wait a second", async () => {
    const waits: number[] = [];
    const keys = createSessionKeys(
      () => 0,
      async (milliseconds) => {
        waits.push(milliseconds);
      },
    );
    for (let guess = 0; guess < 22; guess += 1) {
      await keys.countWrongGuess();
    }
    expect(waits).toEqual([1_000, 1_000]);
  });
});
