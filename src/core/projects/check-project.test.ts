import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";

import Sqlite from "better-sqlite3";
import type { Database } from "better-sqlite3";
import { describe, expect, it } from "vitest";

import type { CheckReport } from "#contract/check";

import { runRandomSession } from "../testing/random-session.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { createTestCore, importFiles, sampleArticles } from "../testing/test-core.ts";

/** Makes a project with an analysis in it, changes its file behind the product's back, and checks it. */
function checkAfter(
  tamper: (database: Database) => void,
  tamperWithFile: (projectFile: string) => void = () => {},
): CheckReport {
  const projectFile = join(temporaryFolder(), "p.corroboard");
  const core = createTestCore({ projectFile });
  const articles = importFiles(core, sampleArticles());
  const article = articles[1];
  if (article === undefined) {
    throw new Error("there are five articles");
  }
  const { text } = core.ask("article.read", { articleId: article.id });
  const start = text.indexOf("legitimate targets");
  core.ask("claim.create", {
    statement: "Foreign troops would be targets",
    passage: { articleId: article.id, start, end: start + "legitimate targets".length },
    stance: "supports",
  });
  core.ask("article.describe", { articleId: article.id, patch: { title: "A tampered article" } });
  core.close();

  const database = new Sqlite(projectFile);
  database.pragma("foreign_keys = OFF");
  tamper(database);
  database.close();
  tamperWithFile(projectFile);

  const reopened = createTestCore({ projectFile });
  try {
    return reopened.ask("project.check", {});
  } finally {
    reopened.close();
  }
}

const none = "0".repeat(64);
const itsText = "(SELECT text_sha256 FROM article WHERE title = 'A tampered article')";
const itsBytes = "(SELECT bytes_sha256 FROM article WHERE title = 'A tampered article')";

describe("project.check", () => {
  it("finds nothing wrong with a project that was left alone", () => {
    expect(checkAfter(() => {})).toEqual({
      ok: true,
      articles: 5,
      highlights: 1,
      claims: 1,
      changes: 3,
      faults: [],
    });
  });

  it("stays content after undoing, redoing and trashing", () => {
    const core = createTestCore();
    const [first, second] = importFiles(core, sampleArticles());
    if (first === undefined || second === undefined) {
      throw new Error("there are five articles");
    }
    core.ask("highlight.create", { articleId: first.id, start: 0, end: 9 });
    core.ask("history.undo", {});
    core.ask("history.redo", {});
    core.ask("article.trash", { articleIds: [second.id] });
    expect(core.ask("project.check", {})).toEqual({
      ok: true,
      articles: 4,
      highlights: 1,
      claims: 0,
      changes: 5,
      faults: [],
    });
    core.close();
  });

  const tampered: [string, string, CheckReport["faults"][number]["kind"], RegExp][] = [
    [
      "the bytes of an article",
      `UPDATE original SET bytes = CAST('other' AS BLOB) WHERE sha256 = ${itsBytes}`,
      "article",
      /^Article “A tampered article”: the kept file is not the one that was imported\.$/u,
    ],
    [
      "the text of an article",
      `UPDATE canonical_text SET text = text || '!', length = length + 1 WHERE sha256 = ${itsText}`,
      "article",
      /^Article “A tampered article”: the text is not the one that was frozen at import\.$/u,
    ],
    [
      "the recorded length of a text",
      `UPDATE canonical_text SET length = length + 1 WHERE sha256 = ${itsText}`,
      "article",
      /the recorded length of the text is wrong/u,
    ],
    [
      "which file an article was made from",
      `UPDATE article SET bytes_sha256 = (SELECT bytes_sha256 FROM article WHERE position = 4),
        trashed_at = '2025-09-05T12:00:00.000Z'
      WHERE position = 0`,
      "article",
      /the text is not what the kept file says/u,
    ],
    [
      "where a paragraph ends",
      `UPDATE block SET span_end = span_end + 1000000 WHERE text_sha256 = ${itsText} AND ordinal = 0`,
      "article",
      /its paragraphs do not fit its text/u,
    ],
    [
      "a highlight's end, to beyond its article",
      "UPDATE highlight SET span_end = 1000000",
      "anchor",
      /^The highlight “legitimate targets” in “A tampered article” \(characters \d+–1000000\) lies outside/u,
    ],
    [
      "a highlight's place",
      "UPDATE highlight SET span_start = span_start + 1, span_end = span_end + 1",
      "quote",
      /^The highlight “legitimate targets” in “A tampered article” .*now reads “egitimate targets”?/u,
    ],
    [
      "the words of a quote",
      "UPDATE highlight SET exact = 'illegitimate targets'",
      "quote",
      /“illegitimate targets”.* now reads “legitimate targets”/u,
    ],
    [
      "what stood before a quote",
      "UPDATE highlight SET prefix = 'not ' || substr(prefix, 5)",
      "quote",
      /the text around it is not what was recorded/u,
    ],
    [
      "what stood after a quote",
      "UPDATE highlight SET suffix = upper(suffix)",
      "quote",
      /the text around it is not what was recorded/u,
    ],
    [
      "a change",
      "UPDATE change SET who = 'someone else' WHERE seq = 2",
      "journal",
      /^The journal is broken: change 2 \(“.+”\) is not as it was recorded\.$/u,
    ],
    [
      "the hash of a change",
      `UPDATE change SET hash = '${none}' WHERE seq = 2`,
      "journal",
      /change 2 .* is not as it was recorded/u,
    ],
    [
      "the number of changes, by taking one out",
      "DELETE FROM change WHERE seq = 2",
      "journal",
      /change 2 is missing/u,
    ],
    [
      "the number of changes, by taking the first ones out",
      "DELETE FROM change WHERE seq <= 2",
      "journal",
      /changes 1 to 2 are missing/u,
    ],
    [
      "a reference, by taking a claim out from under its evidence",
      "DELETE FROM claim",
      "link",
      /^Rows of "evidence" that refer to a row of "claim" that is not there: 1\.$/u,
    ],
  ];
  it.each(tampered)("tells exactly that someone changed %s", (_what, sql, kind, message) => {
    const report = checkAfter((database) => database.exec(sql));
    // What was done behind the journal's back is said once more of the record itself.
    const faults = report.faults.filter((fault) => fault.kind !== "record");
    expect(report.ok).toBe(false);
    expect(faults).toMatchObject([{ kind }]);
    expect(faults[0]?.message).toMatch(message);
  });

  const silent: [string, string, RegExp][] = [
    [
      "a statement",
      "UPDATE claim SET statement = 'Foreign troops would be guests'",
      /^The claim record “Foreign troops would be targets” is not as it was saved \(statement\)\.$/u,
    ],
    ["a note", "UPDATE highlight SET note = 'x'", /^The highlight record .* \(note\)\.$/u],
    [
      "a stance, by putting another one beside it",
      `INSERT INTO claim SELECT '00000000-0000-7000-8000-ffffffffffff', 'Smuggled', kind, likelihood,
        confidence, confidence_basis, status_override, status_reason, note, position, created_at, trashed_at
      FROM claim`,
      /^The claim record “Smuggled” is not in the journal\.$/u,
    ],
  ];
  it.each(silent)(
    "tells that %s was changed although nothing else is wrong",
    (_what, sql, message) => {
      const report = checkAfter((database) => database.exec(sql));
      expect(report.faults).toMatchObject([{ kind: "record" }]);
      expect(report.faults[0]?.message).toMatch(message);
    },
  );

  it("finds every record of a random session as the journal says", () => {
    for (const seed of [1, 2, 3]) {
      const core = createTestCore();
      importFiles(core, sampleArticles());
      runRandomSession(core.ask, { seed, steps: 150 });
      expect(core.ask("project.check", {}).faults).toEqual([]);
      core.close();
    }
  });

  it("tells that an index of the file is wrong, and goes on with the other checks", () => {
    const report = checkAfter((database) => {
      database.exec("UPDATE highlight SET exact = 'illegitimate targets'");
      // The index is built from another column than the one it is for.
      const swap = (from: string, to: string) => {
        database.unsafeMode(true);
        database.pragma("writable_schema = ON");
        database
          .prepare(
            "UPDATE sqlite_schema SET sql = replace(sql, :from, :to) WHERE name = 'highlight_by_article'",
          )
          .run({ from, to });
        database.pragma("writable_schema = RESET");
      };
      swap("span_start", "span_end");
      database.exec("REINDEX highlight_by_article");
      swap("span_end", "span_start");
    });
    expect(new Set(report.faults.map(({ kind }) => kind))).toEqual(
      new Set(["database", "quote", "record"]),
    );
    expect(report.faults[0]?.message).toMatch(
      /^The project file is damaged: .*highlight_by_article/u,
    );
  });

  it("cannot be asked of a file with objects that Corroboard did not make: it is not opened", () => {
    expect(() =>
      checkAfter((database) => {
        database.exec("CREATE TABLE other (a, b)");
        database.exec("CREATE TRIGGER wipe AFTER INSERT ON highlight BEGIN DELETE FROM claim; END");
      }),
    ).toThrow(expect.objectContaining({ code: "project-damaged" }) as Error);
  });

  it("tells that a page of the file was overwritten, and still reports the rest", () => {
    let page = { root: 0, size: 0 };
    const report = checkAfter(
      (database) => {
        database.exec("UPDATE highlight SET exact = 'illegitimate targets'");
        const { rootpage } = database
          .prepare<[], { rootpage: number }>(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'claim'",
          )
          .get() ?? { rootpage: 0 };
        page = { root: rootpage, size: Number(database.pragma("page_size", { simple: true })) };
      },
      (projectFile) => {
        const file = openSync(projectFile, "r+");
        writeSync(file, Buffer.alloc(page.size, 0xff), 0, page.size, (page.root - 1) * page.size);
        closeSync(file);
      },
    );
    expect(report).toMatchObject({ ok: false, articles: 5, highlights: 1, claims: 0, changes: 3 });
    expect(new Set(report.faults.map(({ kind }) => kind))).toEqual(
      new Set(["database", "quote", "record"]),
    );
  });
});
