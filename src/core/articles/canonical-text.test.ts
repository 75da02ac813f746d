import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { canonicalText } from "./canonical-text.ts";

describe("canonicalText", () => {
  it("folds line ends and changes nothing else", () => {
    const decoded = " a\r\nb\rc\n\r\n\td \u2028e\u2029f\u0085g\0h\u000bi\u000cj\u00a0 \n\n";
    expect(canonicalText(decoded)).toBe(
      " a\nb\nc\n\n\td \u2028e\u2029f\u0085g\0h\u000bi\u000cj\u00a0 \n\n",
    );
  });

  it("composes characters and keeps compatibility forms", () => {
    expect(canonicalText("e\u0301 \u212b ﬁ")).toBe("é Å ﬁ");
  });

  it("leaves what it made as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (decoded) => {
        const once = canonicalText(decoded);
        expect(canonicalText(once)).toBe(once);
        expect(once).not.toContain("\r");
      }),
    );
  });
});
