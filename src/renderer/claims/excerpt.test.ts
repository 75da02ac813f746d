import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { excerpt } from "./excerpt.ts";

describe("excerpt", () => {
  it("keeps whole words", () => {
    expect(excerpt("26 countries pledged forces", 15)).toBe("26 countries…");
    expect(excerpt("26 countries", 15)).toBe("26 countries");
  });

  it("is one line, short, and never ends in half a character", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.integer({ min: 4, max: 30 }),
        (text, longest) => {
          const short = excerpt(text, longest);
          expect(short.length).toBeLessThanOrEqual(longest + 1);
          expect(short.isWellFormed()).toBe(true);
          expect(short).not.toContain("\n");
        },
      ),
    );
  });
});
