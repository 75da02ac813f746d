import { join } from "node:path";

import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";

import { ProjectJson } from "#contract/project-json";

import { journaledTables } from "../history/journaled-tables.ts";
import { runRandomSession } from "../testing/random-session.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { createTestCore, importFiles, sampleArticles } from "../testing/test-core.ts";
import type { TestCore } from "../testing/test-core.ts";
import { analysed, quoteOf } from "./testing/analysed-project.ts";

function importJson(core: TestCore, json: string) {
  const { upload } = core.ask("upload.put", { bytes: new TextEncoder().encode(json) });
  return core.dispatch("project.import-json", { upload });
}

/** An empty project whose ids and times differ from those of the other. */
function emptyCore(projectFile = ":memory:"): TestCore {
  let ids = 0;
  return createTestCore({
    projectFile,
    newId: () => {
      ids += 1;
      return `ffffffff-0000-7000-8000-${ids.toString(16).padStart(12, "0")}`;
    },
    now: () => "2026-01-01T00:00:00.000Z",
  });
}

/** Rows of a closed project file that are not in the trash, without ids of the project and places in lists. */
function rowsOf(projectFile: string, table: string): Record<string, unknown>[] {
  const database = new Sqlite(projectFile, { readonly: true });
  const rows = database.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[];
  database.close();
  return rows
    .filter(({ trashed_at: trashedAt }) => (trashedAt ?? null) === null)
    .map(({ position: _, ...row }) => (table === "project" ? { ...row, id: "" } : row))
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** A project with something in every table. */
function everything(projectFile: string): void {
  const { core, articles, first, second, pledged, targets, apart, board } = analysed({
    projectFile,
  });
  const [, , third, fourth] = articles;
  if (third === undefined || fourth === undefined) {
    throw new Error("there are five articles");
  }
  const { sourceId } = core.ask("article.describe", {
    articleId: second,
    patch: { outlet: "Wire & Co", title: "Ünïcode 👩‍🚀 \u202E", language: "en-GB", note: "\0 NUL" },
  });
  if (sourceId !== null) {
    core.ask("source.grade", { sourceId, reliability: "B", note: "usually" });
  }
  core.ask("article.set-origin", {
    articleIds: [first, second],
    derivation: { kind: "named", name: "AP", originKind: "agency" },
  });
  core.ask("article.set-origin", {
    articleIds: [third.id, fourth.id],
    derivation: { kind: "independent" },
  });
  const parent = core.ask("tag.create", { name: "Threats", colour: "sky", shortcut: "4" });
  const child = core.ask("tag.create", { name: "Nuclear", parentId: parent.id, description: "…" });
  const highlight = core.ask("highlight.create", {
    ...quoteOf(core, first, "Putin"),
    tagIds: [child.id, parent.id],
    note: "line\nline",
  });
  core.ask("claim.change", {
    claimId: pledged,
    kind: "forecast",
    likelihood: "very likely",
    confidence: "moderate",
    confidenceBasis: "two lines",
    statusOverride: { status: "disputed", reason: "because" },
    tagIds: [parent.id],
  });
  core.ask("highlight-query.save", { name: "Threats of any kind", text: "tag:Threats" });
  const same = core.ask("claim.create", { statement: "26 states pledged troops" });
  core.ask("claim.merge", { intoClaimId: pledged, claimIds: [same.claim.id] });
  core.ask("ach.add-hypothesis", { claimIds: [targets] });
  core.ask("ach.add-row", { claimIds: [apart] });
  core.ask("ach.weigh", { rowClaimId: apart, relevance: "high" });
  core.ask("ach.rate", { rowClaimId: apart, hypothesisClaimId: targets, rating: "II" });
  const place = { x: 0.5, y: -3, width: 200, height: 100, groupId: null };
  const [group] = core.ask("card.add", {
    boardId: board.id,
    cards: [{ subject: { kind: "group", text: "Group" }, place }],
  });
  core.ask("card.add", {
    boardId: board.id,
    cards: [
      {
        subject: { kind: "note", text: "Ask Berlin" },
        place: { ...place, groupId: group?.id ?? null },
      },
      { subject: { kind: "quote", highlightId: highlight.id }, place },
      { subject: { kind: "article", articleId: third.id }, place },
    ],
  });
  core.close();
  const database = new Sqlite(projectFile);
  database
    .prepare("INSERT INTO briefing VALUES (?, 'Note', ?, 0, '2025-09-05T12:00:00.000Z', NULL)")
    .run("00000000-0000-7000-8000-00000000ffff", '{"root":{"2":"b","children":[1.5,null,"é"]}}');
  database.close();
}

describe("export.json and project.import-json", () => {
  it("bring every row of every table into a new project, and give the same bytes again", () => {
    const folder = temporaryFolder();
    const [from, to] = [join(folder, "from.corroboard"), join(folder, "to.corroboard")];
    everything(from);
    const source = createTestCore({ projectFile: from });
    const { json, fileName, warnings } = source.ask("export.json", {});
    source.close();
    expect([fileName, warnings]).toEqual(["Reassurance force.json", []]);
    expect(ProjectJson.parse(JSON.parse(json))).toEqual(JSON.parse(json));

    const target = emptyCore(to);
    expect(importJson(target, json)).toEqual({
      ok: true,
      value: { articles: 5, highlights: 3, claims: 3 },
    });
    expect(target.ask("export.json", {}).json).toBe(json);
    expect(target.ask("project.check", {})).toMatchObject({ ok: true });
    target.close();
    for (const table of [...Object.keys(journaledTables), "original", "canonical_text", "block"]) {
      const rows = rowsOf(from, table);
      expect(rows.length, `rows of ${table}`).toBeGreaterThan(0);
      expect(rowsOf(to, table), table).toEqual(rows);
    }
  });

  it("are exact for whatever an analyst does, and leave the trash behind", () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const source = createTestCore();
      importFiles(source, sampleArticles());
      runRandomSession(source.ask, { seed, steps: 150 });
      const { json } = source.ask("export.json", {});
      const target = emptyCore();
      expect(importJson(target, json)).toMatchObject({ ok: true });
      expect(target.ask("export.json", {}).json).toBe(json);
      for (const name of ["evidence.list", "relation.list", "coverage.list"] as const) {
        expect(target.ask(name, {})).toEqual(source.ask(name, {}));
      }
      expect(target.ask("export.markdown", {})).toEqual(source.ask("export.markdown", {}));
      source.close();
      target.close();
    }
  });

  it("are one change, which can be undone and done again", () => {
    const { core } = analysed();
    const { json } = core.ask("export.json", {});
    const target = emptyCore();
    const before = target.ask("export.json", {}).json;
    importJson(target, json);
    expect(target.ask("history.read", {})).toMatchObject({
      undo: { label: "import project" },
      undoCount: 1,
    });
    target.ask("history.undo", {});
    expect(target.ask("export.json", {}).json).toBe(before);
    target.ask("history.redo", {});
    expect(target.ask("export.json", {}).json).toBe(json);
    expect(target.ask("project.check", {})).toMatchObject({ ok: true, faults: [] });
    core.close();
    target.close();
  });

  it("fill no project that has something in it already, be it in the trash", () => {
    const { core } = analysed();
    const { json } = core.ask("export.json", {});
    for (const spoil of [
      (target: TestCore) => target.ask("tag.create", { name: "Mine" }),
      (target: TestCore) => target.ask("board.create", { title: "Second" }),
      (target: TestCore) =>
        target.ask("claim.trash", {
          claimIds: [target.ask("claim.create", { statement: "Mine" }).claim.id],
        }),
    ]) {
      const target = emptyCore();
      spoil(target);
      const before = target.ask("export.json", {}).json;
      expect(importJson(target, json)).toMatchObject({ ok: false, failure: { code: "conflict" } });
      expect(target.ask("export.json", {}).json).toBe(before);
      target.close();
    }
    core.close();
  });

  const spoilt: [string, (project: ProjectJson) => unknown, string, RegExp][] = [
    ["another format", (project) => ({ ...project, format: "x" }), "unsupported-format", /not a/u],
    ["a list", () => [], "unsupported-format", /not a Corroboard project/u],
    ["a later version", (project) => ({ ...project, version: 2 }), "project-too-new", /newer/u],
    ["an unknown key", (project) => ({ ...project, extra: 1 }), "project-damaged", /extra/u],
    [
      "a bad value",
      (project) => ({ ...project, tags: [{ ...project.tags[0], colour: "red" }] }),
      "project-damaged",
      /“tags\.0\./u,
    ],
    [
      "an altered text",
      (project) => ({
        ...project,
        articles: project.articles.map((article) => ({ ...article, text: `${article.text}!` })),
      }),
      "project-damaged",
      /is not the one that was exported/u,
    ],
    [
      "an altered quote",
      (project) => ({
        ...project,
        highlights: project.highlights.map((highlight) => ({
          ...highlight,
          exact: "62 countries",
        })),
      }),
      "project-damaged",
      /“62 countries” is not in its article/u,
    ],
    [
      "evidence for a claim that is missing",
      (project) => ({ ...project, claims: [] }),
      "project-damaged",
      /refers to a claim that is missing/u,
    ],
    [
      "an id that is there twice",
      (project) => ({ ...project, claims: [...project.claims, ...project.claims] }),
      "project-damaged",
      /cannot be there together/u,
    ],
    [
      "a group within itself",
      (project) => ({
        ...project,
        boards: project.boards.map((board) => ({
          ...board,
          cards: board.cards.map((card) => ({
            ...card,
            subject: { kind: "group", text: "" },
            groupId: card.id,
          })),
        })),
      }),
      "project-damaged",
      /within itself/u,
    ],
  ];
  it.each(spoilt)("refuse %s and change nothing", (_what, spoil, code, message) => {
    const { core } = analysed();
    const project = ProjectJson.parse(JSON.parse(core.ask("export.json", {}).json));
    core.close();
    const target = emptyCore();
    const reply = importJson(target, JSON.stringify(spoil(project)));
    expect(reply).toMatchObject({ ok: false, failure: { code } });
    expect(reply.ok ? "" : reply.failure.message).toMatch(message);
    expect(target.ask("change.list", { limit: 10 })).toEqual([]);
    expect(target.ask("article.list", {})).toEqual([]);
    target.close();
  });

  it("refuse a document that is nested without end", () => {
    const source = createTestCore();
    const { json } = source.ask("export.json", {});
    source.close();
    const id = "00000000-0000-7000-8000-00000000ffff";
    const createdAt = "2025-09-05T12:00:00.000Z";
    for (const depth of [10_000, 1_000_000]) {
      const briefing =
        `{"id":"${id}","title":"x","createdAt":"${createdAt}",` +
        `"document":${"[".repeat(depth)}${"]".repeat(depth)}}`;
      const target = emptyCore();
      expect(
        importJson(target, json.replace('"briefings": []', `"briefings": [${briefing}]`)),
      ).toMatchObject({
        ok: false,
        failure: { message: expect.stringMatching(/nested too deeply/u) },
      });
      expect(target.ask("change.list", { limit: 10 })).toEqual([]);
      target.close();
    }
  });

  it("refuse what is no JSON, and no text", () => {
    const target = emptyCore();
    for (const bytes of [new TextEncoder().encode("{"), Uint8Array.of(0xff, 0xfe)]) {
      const { upload } = target.ask("upload.put", { bytes });
      expect(target.dispatch("project.import-json", { upload })).toMatchObject({
        ok: false,
        failure: { code: "unsupported-format" },
      });
    }
    target.close();
  });

  it("do not take keys for what they are called", () => {
    const target = emptyCore();
    const reply = importJson(
      target,
      '{"format":"corroboard-project","version":1,"__proto__":{"polluted":true}}',
    );
    expect(reply).toMatchObject({ ok: false, failure: { code: "project-damaged" } });
    expect("polluted" in {}).toBe(false);
    target.close();
  });
});
