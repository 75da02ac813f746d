import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { fileNameOf } from "./file-name.ts";
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
    expect(name).toBe(`${"👩‍👧".repeat(19)}.md`);
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
