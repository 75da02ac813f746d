import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { BriefingFileKind } from "#contract/verification";
import type { BriefingFileKind as FileKind } from "#contract/verification";

import { createTestCore, importFiles } from "../testing/test-core.ts";
import type { TestCore } from "../testing/test-core.ts";
import { runsOf, someOf } from "../testing/thorough.ts";
import type { BriefingDocument } from "./briefing-document.ts";
import { readBriefingQuotes } from "./read-briefing-quotes.ts";
import { analysed, quoteOf } from "./testing/analysed-project.ts";
import { briefing, hostileStrings, stringsOf, words } from "./testing/arbitrary-briefing.ts";
import { briefingInHtml, briefingInMarkdown } from "./testing/briefing-files.ts";
import { everywhere, withoutNul } from "./testing/hostile-briefing.ts";

function exported(core: TestCore, format: FileKind): string {
  const { content } = core.ask("export.document", { format });
  if (content.kind !== "text") {
    throw new Error("a briefing is one text");
  }
  return content.text;
}

function verdicts(core: TestCore, kind: FileKind, text: string) {
  const { quotes } = core.ask("briefing.verify", { kind, text });
  return quotes.map(({ footnote, words: quoted, verdict }) => [footnote, quoted, verdict]);
}

/** Of text that is there; so that no test alters nothing. */
function altered(text: string, from: string | RegExp, to: string): string {
  const other = text.replace(from, to);
  if (other === text) {
    throw new Error(`there is no ${String(from)}`);
  }
  return other;
}

function readBack(kind: FileKind, document: BriefingDocument) {
  return kind === "markdown"
    ? readBriefingQuotes(kind, briefingInMarkdown(document).markdown)
    : readBriefingQuotes(kind, briefingInHtml(document).html);
}

function expectAllQuotes(kind: FileKind, document: BriefingDocument): void {
  const { claims, boardQuotes, sources } = withoutNul(document);
  const shown = [
    ...[true, false].flatMap((onBoard) =>
      claims
        .filter((claim) => claim.onBoard === onBoard)
        .flatMap(({ evidence }) =>
          (["supports", "disputes", "qualifies", "mentions"] as const).flatMap((stance) =>
            evidence.filter((item) => item.stance === stance).map(({ quote }) => quote),
          ),
        ),
    ),
    ...boardQuotes,
  ];
  expect(readBack(kind, document)).toEqual(
    shown.map(({ number, exact, start, end, source }) => ({
      footnote: String(number),
      words: exact,
      isPlain: true,
      place: {
        source: expect.stringContaining(sources[source - 1]?.title ?? "") as string,
        start,
        end,
        hash: sources[source - 1]?.bytesSha256.slice(0, 12),
      },
    })),
  );
}

describe.each(BriefingFileKind.options)("readBriefingQuotes of %s", (kind) => {
  it("finds every quote with its place, whatever the words around it", () => {
    fc.assert(
      fc.property(briefing, (document) => expectAllQuotes(kind, document)),
      { numRuns: runsOf(50) },
    );
  });

  it("finds strings of the corpora as a quote", { timeout: 240_000 }, () => {
    const strings = [...hostileStrings, ...stringsOf("injection-strings.json")].filter(
      (text) => text.trim() !== "",
    );
    for (const text of someOf(strings, 10)) {
      expectAllQuotes(kind, everywhere(text));
    }
  });

  it("reads any file, and finds no place in what is none of ours", () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(readBriefingQuotes(kind, text).filter(({ place }) => place !== null)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe.each(BriefingFileKind.options)("briefing.verify of %s", (kind) => {
  const mark = kind === "markdown" ? "> 26 countries" : ">26 countries<sup";

  it("says that every quote of an unchanged briefing stands", () => {
    const { core, first } = analysed();
    const { quotes } = core.ask("briefing.verify", { kind, text: exported(core, kind) });
    const { start, end } = quoteOf(core, first, "26 countries");
    expect(quotes).toHaveLength(3);
    expect(quotes.map(({ verdict, otherTitle }) => [verdict, otherTitle])).toEqual(
      quotes.map(() => ["stands", null]),
    );
    expect(quotes[0]).toMatchObject({
      footnote: "1",
      words: "26 countries",
      source: expect.stringMatching(
        /^Putin warns, The Outlet, A\. Writer, .*2025-09-06$/u,
      ) as string,
      place: { start, end },
      foundAt: { start, end },
      articleId: first,
    });
    core.close();
  });

  it("finds the one quote that was changed", () => {
    const { core } = analysed();
    const text = altered(exported(core, kind), mark, mark.replace("26", "62"));
    expect(verdicts(core, kind, text)).toEqual([
      ["1", "62 countries", "does not stand"],
      ["1", "26 countries", "stands"],
      ["2", "26", "stands"],
    ]);
    core.close();
  });

  it("finds a place that was changed, and says where the words stand", () => {
    const { core, first } = analysed();
    const { start, end } = quoteOf(core, first, "26 countries");
    const text = altered(
      exported(core, kind),
      `characters ${start}–${end}`,
      `characters ${start + 3}–${end + 3}`,
    );
    const { quotes } = core.ask("briefing.verify", { kind, text });
    expect(quotes.map(({ verdict }) => verdict)).toEqual([
      "stands elsewhere",
      "stands elsewhere",
      "stands",
    ]);
    expect(quotes[0]).toMatchObject({ foundAt: { start, end } });
    core.close();
  });

  it("knows no article of another project", () => {
    const { core } = analysed();
    const other = createTestCore();
    importFiles(other, [{ name: "a.txt", bytes: new TextEncoder().encode("A.\n\n26 countries") }]);
    const { quotes } = other.ask("briefing.verify", { kind, text: exported(core, kind) });
    expect(quotes.map(({ verdict }) => verdict)).toEqual(quotes.map(() => "no such article"));
    expect(quotes).toHaveLength(3);
    core.close();
    other.close();
  });

  it("tells when the footnote calls the article something else", () => {
    const { core } = analysed();
    const text = exported(core, kind).replaceAll("Putin warns", "The Times");
    const { quotes } = core.ask("briefing.verify", { kind, text });
    expect(quotes.map(({ verdict, otherTitle }) => [verdict, otherTitle])).toEqual([
      ["stands", "Putin warns"],
      ["stands", "Putin warns"],
      ["stands", null],
    ]);
    core.close();
  });

  it("takes a quote without a footnote for one that has no place", () => {
    const { core } = analysed();
    const text = altered(
      exported(core, kind),
      kind === "markdown" ? "[^1]" : /<sup>.*?<\/sup>/u,
      "",
    );
    expect(verdicts(core, kind, text)[0]).toEqual(["", "26 countries", "no place"]);
    core.close();
  });

  it("does not take for words what shows other words than it says", () => {
    const { core } = analysed();
    const struck = kind === "markdown" ? "> ~~26~~ countries" : "><del>26</del> countries<sup";
    const hidden =
      kind === "markdown"
        ? "> <span hidden>26</span> countries"
        : "><b hidden>26</b> countries<sup";
    for (const fake of [struck, hidden]) {
      const text = altered(exported(core, kind), mark, fake);
      expect(verdicts(core, kind, text)[0]?.[2]).toBe("does not stand");
    }
    core.close();
  });

  it("believes the first of two footnotes of one name, as readers do", () => {
    const { core } = analysed();
    const text = exported(core, kind);
    const fake =
      kind === "markdown"
        ? altered(text, "[^1]: ", "[^1]: Trust me.\n\n[^1]: ")
        : altered(
            text,
            '<li id="footnote-1"',
            '<li id="footnote-1"><p>Trust me.</p><li id="footnote-1"',
          );
    expect(verdicts(core, kind, fake)[0]?.[2]).toBe("no place");
    core.close();
  });
});

describe("briefing.verify", () => {
  it("reads quotes below deep nesting, and refuses what is too deep to be read", () => {
    const { core } = analysed();
    const stars = "*".repeat(1_000);
    const list = "- ".repeat(100);
    expect(verdicts(core, "markdown", `${stars}a${stars}\n\n${list}> 26 countries\n`)).toEqual([
      ["", "26 countries", "no place"],
    ]);
    for (const [kind, text] of [
      ["html", "<b>".repeat(200_000)],
      ["markdown", "*".repeat(80_000)],
    ]) {
      const reply = core.dispatch("briefing.verify", { kind, text });
      expect(reply).toMatchObject({ ok: false, failure: { code: "unsupported-format" } });
    }
    core.close();
  });
});
