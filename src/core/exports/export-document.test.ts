import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";

import { ExportFormat } from "#contract/export";
import type { ExportedDocument, ExportScope } from "#contract/export";

import type { TestCore } from "../testing/test-core.ts";
import { analysed, quoteOf } from "./testing/analysed-project.ts";
import { readHtml } from "./testing/read-html.ts";
import { readZip } from "./testing/read-zip.ts";

function textOf({ content }: ExportedDocument): string {
  if (content.kind !== "text") {
    throw new Error("not one file of text");
  }
  return content.text;
}

/** The tables of a CSV export, each as one record a row. */
function tablesOf({ content }: ExportedDocument): Record<string, Record<string, string>[]> {
  if (content.kind !== "folder") {
    throw new Error("not a folder");
  }
  return Object.fromEntries(
    content.files.map(({ path, text }) => [path, parse(text, { bom: true, columns: true })]),
  );
}

function statementsIn(core: TestCore, scope: ExportScope): string[] {
  const { outline } = readHtml(textOf(core.ask("export.document", { format: "html", scope })));
  return outline.flatMap((block) =>
    block.kind === "heading" && /^\d+\. /u.test(block.words)
      ? [block.words.replace(/^\d+\. /u, "")]
      : [],
  );
}

const targets = "Foreign troops would be legitimate targets";
const pledged = "26 countries pledged forces";
const apart = "Germany has committed troops";

describe("export.document", () => {
  it("writes the same Markdown as export.markdown", () => {
    const { core } = analysed();
    const { fileName, markdown, warnings } = core.ask("export.markdown", {});
    expect(core.ask("export.document", { format: "markdown" })).toEqual({
      fileName,
      mediaType: "text/markdown; charset=utf-8",
      content: { kind: "text", text: markdown },
      warnings,
    });
    core.close();
  });

  it("writes exactly what is chosen, in the board's order or the list's", () => {
    const { core, board, first, second, ...claims } = analysed();
    expect(statementsIn(core, { kind: "project" })).toEqual([targets, pledged, apart]);
    expect(statementsIn(core, { kind: "board", boardId: board.id })).toEqual([targets, pledged]);
    expect(statementsIn(core, { kind: "filter", stance: "disputes" })).toEqual([pledged]);
    expect(statementsIn(core, { kind: "filter", articleId: second })).toEqual([pledged]);
    expect(statementsIn(core, { kind: "filter", articleId: first })).toEqual([pledged, targets]);
    expect(statementsIn(core, { kind: "filter", status: "not assessed" })).toContain(apart);
    const claimIds = [claims.apart, claims.targets];
    expect(statementsIn(core, { kind: "claims", claimIds })).toEqual([targets, apart]);
    core.close();
  });

  it("shows the board as a picture, or in words where a format has none", () => {
    const { core, board } = analysed();
    const scope = { kind: "board", boardId: board.id } as const;
    const page = textOf(core.ask("export.document", { format: "html", scope }));
    const picture = /<img src="data:image\/svg\+xml;base64,([\w+/=]+)"/u.exec(page)?.[1] ?? "";
    expect(Buffer.from(picture, "base64").toString("utf8")).toContain("26 countries pledged");
    expect(page).toMatch(/alt="Board “[^"]*contradicts[^"]*26 countries pledged forces/u);
    const markdown = textOf(core.ask("export.document", { format: "markdown", scope }));
    expect(markdown).toMatch(/^\*\*Board “.*contradicts: 26 countries pledged forces/mu);
    expect(textOf(core.ask("export.document", { format: "html" }))).not.toContain("<img");
    core.close();
  });

  it("says how many claims a choice leaves out", () => {
    const { core, apart: claimId } = analysed();
    const page = (scope: ExportScope) =>
      textOf(core.ask("export.document", { format: "markdown", scope }));
    expect(page({ kind: "claims", claimIds: [claimId] })).toContain(
      "Not shown: 2 claims not chosen.",
    );
    expect(page({ kind: "filter", stance: "disputes" })).toContain(
      "Not shown: 2 claims that the filter leaves out.",
    );
    core.close();
  });

  it("refuses a board or a claim that is not there", () => {
    const { core, board, apart: claimId } = analysed();
    for (const scope of [
      { kind: "board", boardId: claimId },
      { kind: "claims", claimIds: [board.id] },
    ]) {
      expect(core.dispatch("export.document", { format: "html", scope })).toMatchObject({
        ok: false,
        failure: { code: "not-found" },
      });
    }
    core.close();
  });

  it("gives the same bytes for the same project, in every format", () => {
    const [one, other] = [analysed().core, analysed().core];
    for (const format of ExportFormat.options.filter((each) => each !== "pdf")) {
      expect(one.ask("export.document", { format })).toEqual(
        other.ask("export.document", { format }),
      );
    }
    one.close();
    other.close();
  });

  it("makes one archive of a folder, the same each time, and leaves one file as it is", () => {
    const [one, other] = [analysed().core, analysed().core];
    for (const format of ["csv", "obsidian"] as const) {
      const zipped = one.ask("export.document", { format, zipped: true });
      expect(other.ask("export.document", { format, zipped: true })).toEqual(zipped);
      expect(zipped.fileName).toMatch(/\.zip$/u);
      const folder = one.ask("export.document", { format });
      const files = folder.content.kind === "folder" ? folder.content.files : [];
      const archive = zipped.content.kind === "bytes" ? zipped.content.base64 : "";
      expect(
        [...readZip(Buffer.from(archive, "base64"))].map(([path, bytes]) => ({
          path,
          text: bytes.toString("utf8"),
        })),
      ).toEqual(files);
    }
    expect(one.ask("export.document", { format: "html", zipped: true })).toEqual(
      one.ask("export.document", { format: "html" }),
    );
    one.close();
    other.close();
  });

  it("leaves printing to the host", () => {
    const { core } = analysed();
    expect(core.dispatch("export.document", { format: "pdf" })).toMatchObject({
      ok: false,
      failure: { code: "unsupported-format", path: ["format"] },
    });
    core.close();
  });

  it("makes a folder of linked files for Obsidian, of exactly what is chosen", () => {
    const { core, articles } = analysed();
    const paths = (scope: ExportScope) => {
      const { content } = core.ask("export.document", { format: "obsidian", scope });
      return content.kind === "folder" ? content.files.map(({ path }) => path) : [];
    };
    expect(paths({ kind: "board" })).toEqual([
      "Reassurance force.md",
      `Claims/${targets}.md`,
      `Claims/${pledged}.md`,
      ...articles.map(() => expect.stringMatching(/^Articles\/[^/]+\.md$/u) as string),
    ]);
    expect(paths({ kind: "filter", stance: "disputes" }).slice(0, 3)).toEqual([
      "Reassurance force.md",
      `Claims/${pledged}.md`,
      "Articles/Putin warns.md",
    ]);
    core.close();
  });

  it("writes JSON of the whole project only", () => {
    const { core, board } = analysed();
    expect(textOf(core.ask("export.document", { format: "json" }))).toBe(
      core.ask("export.json", {}).json,
    );
    expect(
      core.dispatch("export.document", {
        format: "json",
        scope: { kind: "board", boardId: board.id },
      }),
    ).toMatchObject({ ok: false, failure: { code: "invalid-request", path: ["scope"] } });
    core.close();
  });

  it("puts claims, evidence and highlights into tables", () => {
    const { core, first, board } = analysed();
    const lone = core.ask("highlight.create", quoteOf(core, first, "Putin"));
    const whole = core.ask("export.document", { format: "csv" });
    expect(whole).toMatchObject({ fileName: "Reassurance force (CSV)", warnings: [] });
    const tables = tablesOf(whole);
    expect(Object.keys(tables)).toEqual(["claims.csv", "evidence.csv", "highlights.csv"]);
    expect(tables["claims.csv"]?.map(({ number, statement }) => [number, statement])).toEqual([
      ["1", targets],
      ["2", pledged],
      ["3", apart],
    ]);
    expect(
      tables["evidence.csv"]?.map(({ claim, stance, quote }) => [claim, stance, quote]),
    ).toEqual([
      [targets, "mentions", "26 countries"],
      [pledged, "supports", "26 countries"],
      [pledged, "disputes", "26"],
    ]);
    expect(tables["highlights.csv"]?.map(({ quote, verified }) => [quote, verified])).toEqual([
      ["Putin", "yes"],
      ["26 countries", "yes"],
      ["26", "yes"],
    ]);

    const highlightsOn = (scope: ExportScope) =>
      tablesOf(core.ask("export.document", { format: "csv", scope }))["highlights.csv"]?.map(
        ({ quote }) => quote,
      );
    const onBoard = { kind: "board", boardId: board.id } as const;
    expect(highlightsOn(onBoard)).toEqual(["26 countries", "26"]);
    core.ask("card.add", {
      boardId: board.id,
      cards: [
        {
          subject: { kind: "quote", highlightId: lone.id },
          place: { x: 0, y: 0, width: 100, height: 100, groupId: null },
        },
      ],
    });
    expect(highlightsOn(onBoard)).toEqual(["Putin", "26 countries", "26"]);
    core.close();
  });
});
