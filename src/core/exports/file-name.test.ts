import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createFileNames, fileNameOf } from "./file-name.ts";
import { stringsOf, words } from "./testing/arbitrary-briefing.ts";

function expectHarmless(name: string): void {
  expect(name.length).toBeLessThanOrEqual(100);
  expect(name).toMatch(/^[^\s.~-][^]*\.md$/u);
  expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Bidi_Control}]/u);
  expect(name.slice(0, -".md".length)).not.toMatch(/[\s.]$/u);
  expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu);
  expect(name.isWellFormed()).toBe(true);
}

describe("fileNameOf", () => {
  it.each([
    ["Reassurance force", "Reassurance force.md"],
    ["a/b\\c", "a b c.md"],
    ["../../etc/passwd", "etc passwd.md"],
    ["CON", "_CON.md"],
    ["nul.txt", "_nul.txt.md"],
    ["Console", "Console.md"],
    ["-rf *", "rf.md"],
    [".hidden. . ", "hidden.md"],
    ["\u202Egnp.exe", "gnp.exe.md"],
    ["line\nend\0", "line end.md"],
    ["???", "Briefing.md"],
    ["Élysée 漢字 👩‍👧", "Élysée 漢字 👩‍👧.md"],
  ])("makes of %j the name %j", (title, name) => {
    expect(fileNameOf(title, "md")).toBe(name);
  });

  it("shortens a long title without tearing a character", () => {
    const name = fileNameOf("👩‍👧".repeat(100), "md");
    expect(name).toBe(`${"👩‍👧".repeat(18)}.md`); // 11 bytes each
  });

  it("stays within what file systems take, in bytes", () => {
    const name = fileNameOf("漢".repeat(100), "md");
    expect(name).toBe(`${"漢".repeat(66)}.md`);
  });

  it("is harmless whatever the title", () => {
    for (const title of stringsOf("hostile-file-names.json")) {
      expectHarmless(fileNameOf(title, "md"));
    }
    fc.assert(
      fc.property(words, (title) => {
        expectHarmless(fileNameOf(title, "md"));
      }),
    );
  });
});

describe("createFileNames", () => {
  it("gives no name twice, whatever a system takes for the same", () => {
    const nameOf = createFileNames("md", "Claim");
    expect(["A", "a", "É", "E\u0301", "ſ", "S", "?", "Claim", "A (2)"].map(nameOf)).toEqual([
      "A.md",
      "a (2).md",
      "É.md",
      "É (2).md",
      "ſ.md",
      "S (2).md",
      "Claim.md",
      "Claim (2).md",
      "A (2) (2).md",
    ]);
  });

  it("does so for any titles", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.constantFrom("a", "A", "")), { maxLength: 40 }),
        (titles) => {
          const names = titles.map(createFileNames("md", "Claim"));
          for (const name of names) {
            expect(name).toMatch(/^[^\s.~-][^/\\:*?"<>|\p{Cc}]*\.md$/u);
          }
          const same = names.map((name) => name.normalize("NFKD").toUpperCase().toLowerCase());
          expect(new Set(same).size).toBe(names.length);
        },
      ),
    );
  });
});
