import { describe, expect, it } from "vitest";

import { fileNameOf } from "../../exports/file-name.ts";
import { createTestCore, importFiles, sampleArticles } from "../test-core.ts";
import type { TestCore } from "../test-core.ts";
import { someOf } from "../thorough.ts";
import { bytesOfHostile, hostileFiles, hostileStringsOf, scriptPayloads } from "./corpus.ts";
import { expectInert, expectPlainName } from "./expect-inert.ts";

const files = hostileFiles();
const strings = [
  ...hostileStringsOf("injection_strings"),
  ...hostileStringsOf("fts_queries"),
  ...hostileStringsOf("filenames"),
  ...hostileStringsOf("regexes"),
  ...hostileStringsOf("naughty-strings"),
  ...scriptPayloads(),
].map((text) => text.toWellFormed());

/** In parts, so that no project gets large. */
const tried = someOf(strings, 4);
const parts = Array.from({ length: Math.ceil(tried.length / 100) }, (_, index) => ({
  part: index + 1,
  some: tried.slice(index * 100, index * 100 + 100),
}));

/** The reply's failure, of which the user is told; null when the request was answered. */
function failureOf(core: TestCore, name: string, input: unknown) {
  const reply = core.dispatch(name, input);
  return reply.ok ? null : reply.failure;
}

it("there are hundreds of strings", () => {
  expect(strings.length).toBeGreaterThan(900);
});

describe("a string that attacks", () => {
  it.each(parts)("is only words to every question (A52, A53): part $part", ({ some }) => {
    const core = createTestCore();
    importFiles(core, sampleArticles());
    core.ask("claim.create", { statement: "26 countries" });
    for (const words of some) {
      for (const [name, input] of [
        ["claim.list", { text: words.slice(0, 1_000).toWellFormed() }],
        ["claim.nearest", { text: words.slice(0, 10_000).toWellFormed(), limit: 5 }],
        ["highlight.view", { filter: { query: words } }],
        ["highlight-query.save", { name: "a", text: words }],
        ["briefing.verify", { kind: "markdown", text: words }],
        ["briefing.verify", { kind: "html", text: words }],
        ["tag.import-csv", { csv: words }],
        ["tag.import-csv", { csv: `name,parent,colour,key,description\n${words}` }],
      ] as const) {
        const failure = failureOf(core, name, input);
        // A second query of one name is a conflict, too.
        expect(["invalid-request", "conflict", undefined], words).toContain(failure?.code);
      }
    }
    expectInert(core);
    core.close();
  });

  it.each(parts)("stays words in every export (A15, A44, A50, A51): part $part", ({ some }) => {
    const core = createTestCore();
    const [article] = importFiles(core, sampleArticles());
    const tags = new Set<string>();
    for (const [index, words] of some.entries()) {
      const name = words.slice(0, 900).toWellFormed().trim();
      if (name === "" || article === undefined) {
        continue;
      }
      const key = name.toLowerCase().normalize("NFKC");
      const tag = tags.has(key)
        ? null
        : failureOf(core, "tag.create", {
            name,
            description: words.slice(0, 9_000).toWellFormed(),
          });
      tags.add(key);
      expect(tag?.code ?? "conflict").toBe("conflict");
      core.ask("claim.create", {
        statement: name,
        note: words.slice(0, 9_000).toWellFormed(),
        passage: { articleId: article.id, start: index, end: index + 3 },
        stance: "mentions",
      });
    }
    expectInert(core);
    core.close();
  });

  it("names no file that a system takes for something else (A54)", () => {
    for (const words of strings) {
      expectPlainName(fileNameOf(words, "md"));
    }
  });
});

describe("a file that is no project", () => {
  it.each(files)("is refused as a project's JSON, and changes nothing: $id", ({ file }) => {
    const core = createTestCore();
    const { upload } = core.ask("upload.put", { bytes: bytesOfHostile(file) });
    const failure = failureOf(core, "project.import-json", { upload });
    expect(["invalid-request", "unsupported-format", "unreadable-article"]).toContain(
      failure?.code,
    );
    expect(failure?.message).not.toMatch(/\n\s+at /u);
    expect(core.ask("change.list", { limit: 1 })).toEqual([]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    core.close();
  });

  const texts = files.filter(({ file }) => /^(?:html|md|txt|eml|json|strings)\//u.test(file));
  it.each(texts)("is a codebook and a briefing only as far as it is one: $id", ({ file }) => {
    const core = createTestCore();
    const text = Buffer.from(bytesOfHostile(file)).toString("utf8").toWellFormed();
    for (const [name, input] of [
      ["tag.import-csv", { csv: text }],
      ["briefing.verify", { kind: "markdown", text }],
      ["briefing.verify", { kind: "html", text }],
    ] as const) {
      // What is nested without end is of a form that cannot be read.
      const code = failureOf(core, name, input)?.code;
      expect(["invalid-request", "unsupported-format", undefined]).toContain(code);
    }
    core.close();
  });
});
