import { existsSync, readFileSync } from "node:fs";

import { expect, it } from "vitest";

const root = new URL("../", import.meta.url);
const table = readFileSync(new URL("docs/security.md", root), "utf8");
const rows = table
  .split("\n")
  .map((line) => /^\| (?<ids>[AR]\d\d?(?:–[AR]\d\d?)?) \| (?<rest>.*) \|$/u.exec(line)?.groups)
  .filter((groups) => groups !== undefined);

/** "A01–A03" is each of them. */
function idsIn(ids: string): string[] {
  const [first = "", last = first] = ids.split("–");
  const [from, to] = [Number(first.slice(1)), Number(last.slice(1))];
  return Array.from({ length: to - from + 1 }, (_, index) => `${first.charAt(0)}${from + index}`);
}

it("says of each attack and each promise, once, what shows it or why it is skipped", () => {
  const wanted = (letter: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
  expect(rows.flatMap(({ ids = "" }) => idsIn(ids))).toEqual([
    ...wanted("A", 64),
    ...wanted("R", 16),
  ]);
  for (const { rest = "" } of rows) {
    expect(rest).toMatch(/`|[Ss]kipped/u);
  }
});

it("names tests that there are", () => {
  const named = rows.flatMap(({ rest = "" }) => [
    ...rest.matchAll(/`(?<file>[\w/-]+\.(?:test|spec)\.ts)`/gu),
  ]);
  expect(named.length).toBeGreaterThan(60);
  for (const { groups } of named) {
    const file = groups?.["file"] ?? "";
    expect(existsSync(new URL(file.startsWith("e2e/") ? file : `src/${file}`, root)), file).toBe(
      true,
    );
  }
});
