import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { createCore } from "#core/create-core";
import { analysed } from "#core/exports/testing/analysed-project";
import { createTestCore, importFiles, sampleArticles } from "#core/testing/test-core";

import { runCli } from "./testing/run-cli.ts";

const samples = fileURLToPath(new URL("../../resources/sample-articles", import.meta.url));

let folder: string;
let project: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "corroboard-cli-"));
  project = join(folder, "a.corroboard");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const sampleFiles = () =>
  readdirSync(samples)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => join(samples, name));

describe("corroboard import", () => {
  it("makes the project, imports what can be read and names what cannot", async () => {
    const binary = join(folder, "scan.txt");
    writeFileSync(binary, Buffer.from([0xff, 0x00, 0x80, 0xfe, 0x00]));
    const missing = join(folder, "none.txt");
    const { status, stdout, stderr } = await runCli([
      "import",
      project,
      missing,
      ...sampleFiles(),
      binary,
      folder,
    ]);
    expect(status).toBe(1);
    expect(stdout.trimEnd().split("\n")).toHaveLength(5);
    expect(stdout).toMatch(
      /^imported 000_3424222e119d69a9\.txt: Putin Rejects .* \(\d+ words\)$/mu,
    );
    const complaints = stderr.trimEnd().split("\n");
    expect(complaints).toHaveLength(3);
    expect(stderr).toContain(`${missing}: there is no such file`);
    expect(stderr).toContain(`${folder}: is a folder`);
    expect(stderr).toContain("scan.txt: ");

    const changes = await runCli(["call", project, "change.list", '{"limit":10}']);
    expect(JSON.parse(changes.stdout)).toHaveLength(1);
  });

  it("makes no project when nothing can be read", async () => {
    const { status } = await runCli(["import", project, join(folder, "none.txt")]);
    expect(status).toBe(1);
    expect(existsSync(project)).toBe(false);
  });

  it("prints a title on one line, without what could drive a terminal", async () => {
    const file = join(folder, "a.txt");
    writeFileSync(file, "A title \u001b[31mred\u0007 \u202Egnp.exe\n\nText.\n");
    const { stdout } = await runCli(["import", project, file]);
    expect(stdout).toMatch(/^[^\p{Cc}\p{Bidi_Control}]+\n$/u);
  });

  it("imports files whatever they are called, and touches nothing else", async () => {
    const names = [
      "-rf.txt",
      "--help.txt",
      "$(touch pwned).txt",
      "`id`.txt",
      "a\tb.txt",
      "\u202Etxt.exe",
    ];
    for (const name of names) {
      writeFileSync(join(folder, name), `Text of ${name.length} ${name.charCodeAt(0)}.\n`);
    }
    const words = ["import", "--", project, ...names.map((name) => join(folder, name))];
    const { status, stdout, stderr } = await runCli(words);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^(?:imported [^\p{Cc}\p{Bidi_Control}]+\n){6}$/u);
    expect(readdirSync(folder).toSorted()).toEqual(["a.corroboard", ...names].toSorted());
  });
});

/** As `corroboard import` makes it, without a process of its own for each test. */
function importSamples(): void {
  const core = createTestCore({ projectFile: project, title: "a" });
  importFiles(core, sampleArticles());
  core.close();
}

describe("corroboard export", () => {
  beforeEach(importSamples);

  it("writes the same to standard output and to a file, the same each time", async () => {
    const out = join(folder, "briefing.md");
    const first = await runCli(["export", project]);
    expect(first).toMatchObject({ status: 0, stderr: "" });
    expect(first.stdout).toMatch(/^# a\n/u);
    expect(await runCli(["export", project, "--format", "markdown", "--out", out])).toEqual({
      status: 0,
      stdout: "",
      stderr: "",
    });
    expect(readFileSync(out, "utf8")).toBe(first.stdout);
    expect(readdirSync(folder).toSorted()).toEqual(["a.corroboard", "briefing.md"]);
  });

  it("writes a page, the whole project as JSON, and tables in a folder of their own", async () => {
    const page = await runCli(["export", project, "--format", "html"]);
    expect(page.stdout).toMatch(/^<!doctype html>/iu);
    const json = await runCli(["export", project, "--format", "json"]);
    expect(JSON.parse(json.stdout)).toMatchObject({ articles: expect.any(Array) as unknown });
    const tables = join(folder, "tables");
    const csv = ["export", project, "--format", "csv"];
    expect(await runCli(csv)).toMatchObject({ status: 2, stdout: "" });
    expect(await runCli([...csv, "--out", tables])).toMatchObject({ status: 0, stderr: "" });
    expect(readdirSync(tables).toSorted()).toEqual([
      "claims.csv",
      "evidence.csv",
      "highlights.csv",
    ]);
    expect(await runCli([...csv, "--out", tables])).toMatchObject({ status: 1 });
  });

  it("writes a written briefing as a Word document, and a folder as one archive", async () => {
    await runCli(["call", project, "briefing.create", '{"title":"A note"}']);
    const out = join(folder, "note.docx");
    const docx = ["export", project, "--format", "docx", "--briefing", "A note"];
    expect(await runCli(docx)).toMatchObject({ status: 2, stdout: "" });
    expect(await runCli([...docx, "--out", out])).toEqual({ status: 0, stdout: "", stderr: "" });
    const bytes = readFileSync(out);
    expect(bytes.toString("latin1", 0, 4)).toBe("PK\u0003\u0004");
    expect(await runCli([...docx, "--out", out])).toMatchObject({ status: 1 });
    expect(await runCli([...docx, "--out", out, "--force"])).toMatchObject({ status: 0 });
    expect(readFileSync(out)).toEqual(bytes);

    const archive = join(folder, "tables.zip");
    await runCli(["export", project, "--format", "csv", "--out", archive]);
    expect(readFileSync(archive, "latin1")).toContain("evidence.csv");
  });

  it("names the briefings there are when there is none of that title, and takes one of two only", async () => {
    await runCli(["call", project, "briefing.create", '{"title":"A note"}']);
    const other = await runCli(["export", project, "--briefing", "B"]);
    expect(other).toMatchObject({ status: 1, stdout: "" });
    expect(other.stderr).toContain('There is no briefing "B"; there is "A note".');
    expect(
      await runCli(["export", project, "--briefing", "A note", "--board", "Board"]),
    ).toMatchObject({ status: 2, stdout: "" });
  });

  it("gives back the whole project from its JSON, in the same bytes", async () => {
    const out = join(folder, "project.json");
    await runCli(["export", project, "--format", "json", "--out", out]);
    const copy = join(folder, "copy.corroboard");
    expect(await runCli(["import", copy, "--json", out])).toEqual({
      status: 0,
      stdout: "imported 5 articles, 0 highlights, 0 claims\n",
      stderr: "",
    });
    const again = await runCli(["export", copy, "--format", "json"]);
    expect(again.stdout).toBe(readFileSync(out, "utf8"));
    expect(await runCli(["import", copy, "--json", out])).toMatchObject({ status: 1, stdout: "" });
  });

  it("names the boards when there is none of that title", async () => {
    expect(await runCli(["export", project, "--board", "Nope"])).toEqual({
      status: 1,
      stdout: "",
      stderr: 'corroboard: There is no board "Nope"; there is "Board". (not-found)\n',
    });
  });

  it("writes a board as a picture or as JSON Canvas, and says that a PNG needs the window", async () => {
    const picture = await runCli(["export", project, "--format", "svg", "--board", "Board"]);
    expect(picture).toMatchObject({ status: 0, stderr: "" });
    expect(picture.stdout).toMatch(/^<\?xml [^>]+>\n<svg /u);
    const out = join(folder, "board.canvas");
    const canvas = ["export", project, "--format", "json-canvas", "--out", out];
    expect(await runCli(canvas)).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(JSON.parse(readFileSync(out, "utf8"))).toEqual({ nodes: [], edges: [] });
    expect(await runCli(canvas)).toMatchObject({ status: 1 });
    const pixels = await runCli(["export", project, "--format", "png"]);
    expect(pixels).toMatchObject({ status: 2, stdout: "" });
    expect(pixels.stderr).toContain("Here there is --format svg.");
  });

  it("writes over a file only when it is forced to, and never through a link", async () => {
    const out = join(folder, "briefing.md");
    writeFileSync(out, "mine");
    const refused = await runCli(["export", project, "--out", out]);
    expect(refused).toMatchObject({ status: 1, stdout: "" });
    expect(refused.stderr).toContain("exists already");
    expect(readFileSync(out, "utf8")).toBe("mine");
    expect(await runCli(["export", project, "--out", out, "--force"])).toMatchObject({ status: 0 });
    expect(readFileSync(out, "utf8")).toMatch(/^# a\n/u);

    const before = readFileSync(project);
    const over = await runCli(["export", project, "--out", project, "--force"]);
    expect(over).toMatchObject({ status: 1, stdout: "" });
    expect(over.stderr).toContain("is the project that is open");
    expect(readFileSync(project)).toEqual(before);

    const [target, link] = [join(folder, "target.md"), join(folder, "link.md")];
    writeFileSync(target, "theirs");
    symlinkSync(target, link);
    expect(await runCli(["export", project, "--out", link, "--force"])).toMatchObject({
      status: 1,
    });
    expect(readFileSync(target, "utf8")).toBe("theirs");
  });
});

describe("corroboard check", () => {
  it("ends with 0 on a sound project and with 1 on a tampered one", async () => {
    importSamples();
    const sound = await runCli(["check", project]);
    expect(sound).toMatchObject({ status: 0, stderr: "" });
    expect(sound.stdout).toBe("checked 5 articles, 0 highlights, 0 claims, 1 change: no faults\n");

    const tampered = join(folder, "b.corroboard");
    copyFileSync(project, tampered);
    const bytes = readFileSync(tampered);
    const words = "Putin Rejects Western Plan";
    // The words are there more than once: in the text, the original bytes and the title.
    for (let at = bytes.indexOf(words); at >= 0; at = bytes.indexOf(words)) {
      bytes.write("Putin Accepts", at);
    }
    writeFileSync(tampered, bytes);
    const found = await runCli(["check", tampered]);
    expect(found.status).toBe(1);
    expect(found.stdout).toMatch(/^fault \(article\): /mu);
  });

  it("says that a project is open elsewhere", async () => {
    createCore({ projectFile: project }).close();
    const owner = createCore({ projectFile: project });
    const { status, stderr } = await runCli(["check", project]);
    expect(status).toBe(1);
    expect(stderr).toContain("(project-locked)");
    owner.close();
  });
});

describe("corroboard verify", () => {
  const briefing = () => join(folder, "briefing.md");
  beforeEach(async () => {
    const { core } = analysed({ projectFile: project });
    writeFileSync(briefing(), core.ask("export.markdown", {}).markdown);
    core.close();
  });

  it("says quote by quote that each stands, in Markdown and in HTML", async () => {
    const page = join(folder, "briefing.html");
    await runCli(["export", project, "--format", "html", "--out", page]);
    for (const file of [briefing(), page]) {
      const { status, stdout, stderr } = await runCli(["verify", file, "--project", project]);
      expect([status, stderr]).toEqual([0, ""]);
      expect(stdout).toMatch(
        /^stands: \[1\] “26 countries”, Putin warns, The Outlet, .*, characters \d+–\d+\n/u,
      );
      expect(stdout).toMatch(/\n3 of 3 quotes verbatim at the given place\n$/u);
    }
  });

  it("ends with 1 when a quote was changed, and names it on one line", async () => {
    const markdown = readFileSync(briefing(), "utf8");
    const changed = markdown.replace("> 26 countries", "> 62 countries\\\n> \u001b[31mmore");
    writeFileSync(briefing(), changed);
    const { status, stdout } = await runCli(["verify", briefing(), "--project", project]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^does not stand: \[1\] “62 countries \[31mmore”, /u);
    expect(stdout).toMatch(/\n2 of 3 quotes verbatim at the given place\n$/u);
  });

  it("proves nothing without a project, without quotes, or of what is no text", async () => {
    const alone = await runCli(["verify", briefing()]);
    expect(alone.status).toBe(1);
    expect(alone.stdout).toMatch(/^not compared: \[1\] “26 countries”, Putin warns, /u);
    expect(alone.stdout).toMatch(/\n3 quotes read, none compared: .*--project\.\n$/u);

    writeFileSync(briefing(), "Nothing.\n");
    expect(await runCli(["verify", briefing(), "--project", project])).toMatchObject({
      status: 1,
      stdout: "no quotes found: nothing was verified\n",
    });
    writeFileSync(briefing(), Buffer.from([0xff, 0xfe, 0x80]));
    expect(await runCli(["verify", briefing()])).toMatchObject({
      status: 1,
      stderr: "corroboard: briefing.md is not text in UTF-8. (unsupported-format)\n",
    });
    expect(await runCli(["verify", join(folder, "none.md")])).toMatchObject({
      status: 1,
      stderr: "corroboard: none.md cannot be read. (not-found)\n",
    });
  });
});

describe("corroboard", () => {
  it("makes nothing of a project that is not there", async () => {
    for (const words of [
      ["export", project],
      ["check", project],
      ["call", project, "tag.list"],
    ]) {
      const { status, stdout, stderr } = await runCli(words);
      expect([status, stdout]).toEqual([1, ""]);
      expect(stderr).toMatch(/^corroboard: There is no project .*\n$/u);
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it("tells its version, and how it is used", async () => {
    const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
    const { version } = JSON.parse(manifest) as { version: string };
    expect(await runCli(["--version"])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
    const help = await runCli(["--help"]);
    expect(help.status).toBe(0);
    for (const command of ["open", "import", "export", "check", "verify", "call"]) {
      expect(help.stdout).toContain(`corroboard ${command}`);
    }
  });

  it.each([
    [["frob"]],
    [["import"]],
    [["import", "a.corroboard"]],
    [["export"]],
    [["export", "a", "b"]],
    [["export", "a", "--format", "odt"]],
    [["export", "a", "--format", "svg", "--briefing", "b"]],
    [["check", "--frob", "a"]],
    [["verify"]],
    [["verify", "a.md", "b.md"]],
    [["verify", "a.docx"]],
    [["call", "a"]],
    [["call", "a", "tag.list", "{"]],
    [["open", "a", "b"]],
    [["open", "--port", "80", "--no-open"]],
  ])("ends with 2 and one sentence on wrong usage: %s", async (words) => {
    const { status, stdout, stderr } = await runCli(words);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^corroboard: [^\n]+\n$/u);
  });
});
