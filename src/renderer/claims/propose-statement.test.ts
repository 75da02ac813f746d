import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { statementText } from "#contract/text";

import { proposeStatement } from "./propose-statement.ts";

describe("proposeStatement", () => {
  it("makes one line of several", () => {
    expect(proposeStatement("  26 countries\n had pledged\u00a0forces. ")).toBe(
      "26 countries had pledged forces.",
    );
  });

  it("takes off the quotation marks around the whole", () => {
    expect(proposeStatement("“It is nearly impossible to reach agreement.”")).toBe(
      "It is nearly impossible to reach agreement.",
    );
    expect(proposeStatement("« Rien n’est décidé »")).toBe("Rien n’est décidé");
    expect(proposeStatement("「合意は難しい」")).toBe("合意は難しい");
  });

  it("keeps marks that belong to two quotations", () => {
    expect(proposeStatement("“Never,” he said, “not now.”")).toBe("“Never,” he said, “not now.”");
  });

  it("keeps marks inside, and takes off one that lost its partner", () => {
    expect(proposeStatement("Macron said “by land, sea or air”")).toBe(
      "Macron said “by land, sea or air”",
    );
    expect(proposeStatement("“This is not about waging war against Russia")).toBe(
      "This is not about waging war against Russia",
    );
    expect(proposeStatement("the soldiers’")).toBe("the soldiers’");
  });

  it("always proposes one line that can be stored, or nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (passage) => {
        const statement = proposeStatement(passage);
        expect(statement).not.toMatch(/[\n\r\t]/u);
        expect(statement).toBe(statement.trim());
        expect(statement === "" || statementText.safeParse(statement).success).toBe(true);
      }),
    );
  });

  it("shortens what is too long without cutting a character in half", () => {
    for (const lead of ["", "x"]) {
      const statement = proposeStatement(lead + "😀".repeat(9_000));
      expect(statementText.safeParse(statement).success).toBe(true);
      expect(statement.endsWith("😀…")).toBe(true);
    }
  });
});
