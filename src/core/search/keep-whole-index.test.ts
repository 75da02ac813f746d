import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import Sqlite from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";

import type { ChangeEvent } from "#contract/changes";
import type { ArticleId } from "#contract/ids";

import { projectKey } from "../hosting/running-hosts.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { createTestCore, importFiles, sampleArticles } from "../testing/test-core.ts";
import type { TestCore } from "../testing/test-core.ts";
import { discardIndexFile } from "./index-file.ts";

type Place = { readonly projectFile: string; readonly indexFolder: string; readonly index: string };

/** A closed project with the five articles, whose index was made. */
function closedProject(): Place {
  const folder = temporaryFolder();
  const projectFile = join(folder, "p.corroboard");
  const indexFolder = join(folder, "indexes");
  const core = createTestCore({ projectFile, indexFolder });
  importFiles(core, sampleArticles());
  expect(whereElse(core).length).toBeGreaterThan(3);
  core.close();
  return { projectFile, indexFolder, index: join(indexFolder, `${projectKey(projectFile)}.index`) };
}

function open({ projectFile, indexFolder }: Place, inBackground = false): TestCore {
  const core = createTestCore({ projectFile, indexFolder, indexInBackground: inBackground });
  onTestFinished(core.close);
  return core;
}

/** What is found for every sentence of the first article. */
function whereElse(core: TestCore) {
  const [first] = core.ask("article.list", {});
  const articleId = first?.id as ArticleId;
  return core
    .ask("article.read", { articleId })
    .blocks.flatMap(({ sentences }) => sentences)
    .flatMap((sentence) => core.ask("passage.similar", { articleId, ...sentence, limit: 5 }));
}

function faultOf(core: TestCore) {
  return core.ask("search.status", {}).fault;
}

it("is kept beside the state, for the user alone, and not in the project", () => {
  const place = closedProject();
  expect(statSync(place.index).mode & 0o777).toBe(0o600);
  expect(readdirSync(place.indexFolder)).toHaveLength(1);
  const project = new Sqlite(place.projectFile, { readonly: true });
  const tables = project.prepare("SELECT name FROM sqlite_schema").pluck().all();
  project.close();
  expect(tables).not.toContain("sentence_stem");
});

it("is not made again when the project is opened again", () => {
  const place = closedProject();
  const before = readFileSync(place.index);
  const core = open(place);
  expect(faultOf(core)).toBeNull();
  core.close();
  expect(readFileSync(place.index).equals(before)).toBe(true);
});

it("is made again, which is told, after any damage, and answers as before", () => {
  const place = closedProject();
  const whole = readFileSync(place.index);
  const core = open(place);
  const expected = whereElse(core);
  core.close();
  const damages: Record<string, (bytes: Buffer) => Buffer> = {
    "cut off": (bytes) => bytes.subarray(0, Math.floor(bytes.length / 3)),
    "not a database": () => Buffer.from("nothing of the kind".repeat(1_000)),
    "pages of rubbish": (bytes) => bytes.fill(0xa5, 1_000, 5_000),
    "all pages but the first overwritten": (bytes) => bytes.fill(0x5a, 4096),
  };
  for (const [name, damage] of Object.entries(damages)) {
    writeFileSync(place.index, damage(Buffer.from(whole)));
    const again = open(place);
    expect(whereElse(again), name).toEqual(expected);
    expect(faultOf(again), name).toBe("damaged");
    again.close();
    const healed = open(place);
    expect(faultOf(healed), name).toBeNull();
    expect(whereElse(healed), name).toEqual(expected);
    healed.close();
  }
});

it("is made again when another program's database lies in its place", () => {
  const place = closedProject();
  discardIndexFile(place.index);
  const foreign = new Sqlite(place.index);
  foreign.exec("CREATE TABLE sentence (id INTEGER, secret TEXT)");
  foreign.close();
  const core = open(place);
  expect(whereElse(core).length).toBeGreaterThan(3);
  expect(faultOf(core)).toBe("damaged");
});

it("is made again without a word when another version made it", () => {
  const place = closedProject();
  const older = new Sqlite(place.index);
  older.pragma("user_version = 999");
  older.close();
  const core = open(place);
  expect(whereElse(core).length).toBeGreaterThan(3);
  expect(faultOf(core)).toBeNull();
});

it("is made again when it says what the articles do not", () => {
  const place = closedProject();
  const index = new Sqlite(place.index);
  index.exec("UPDATE sentence SET span_end = span_start + 3");
  index.close();
  const core = open(place);
  const found = whereElse(core);
  expect(found.every(({ exact }) => exact.length > 3)).toBe(true);
  expect(faultOf(core)).toBe("damaged");
});

it("is held in memory, which is told, where it cannot be written", () => {
  const place = closedProject();
  discardIndexFile(place.index);
  writeFileSync(join(place.indexFolder, "taken"), "");
  const core = open({ ...place, indexFolder: join(place.indexFolder, "taken") });
  expect(whereElse(core).length).toBeGreaterThan(3);
  expect(faultOf(core)).toBe("not kept");
});

it("is held in memory where another process has the file", () => {
  const place = closedProject();
  const owner = new Sqlite(place.index);
  onTestFinished(() => void owner.close());
  owner.pragma("locking_mode = EXCLUSIVE");
  owner.exec("BEGIN IMMEDIATE; UPDATE stem SET sentences = sentences; COMMIT");
  const core = open(place);
  expect(whereElse(core).length).toBeGreaterThan(3);
  expect(faultOf(core)).toBe("not kept");
  expect(existsSync(place.index)).toBe(true);
});

it("is swept away when no one opened it for three months", () => {
  const place = closedProject();
  const core = open(place);
  core.close();
  const old = join(place.indexFolder, "gone.index");
  writeFileSync(old, "");
  const longAgo = new Date(Date.now() - 91 * 24 * 60 * 60 * 1000);
  utimesSync(old, longAgo, longAgo);
  expect(faultOf(open(place))).toBeNull();
  expect(existsSync(old)).toBe(false);
});

it("is made in the background, with progress, while requests are answered from what was read", async () => {
  const place = closedProject();
  discardIndexFile(place.index);
  const core = open(place, true);
  const events: ChangeEvent[] = [];
  const done = new Promise<void>((resolve) => {
    core.onChange((event) => {
      events.push(event);
      if (core.ask("search.status", {}).state === "ready") {
        resolve();
      }
    });
  });
  const status = core.ask("search.status", {});
  expect(status).toMatchObject({ state: "building", fault: null });
  expect(() => whereElse(core)).not.toThrow();
  await done;
  expect(core.ask("search.status", {})).toMatchObject({ state: "ready", articles: 5, waiting: 0 });
  expect(events.every(({ topics }) => topics.join() === "search")).toBe(true);
  expect(whereElse(core).length).toBeGreaterThan(3);
});

it("goes on where it was stopped", async () => {
  const place = closedProject();
  discardIndexFile(place.index);
  const expected = (() => {
    const core = createTestCore({ projectFile: place.projectFile });
    const found = whereElse(core);
    core.close();
    return found;
  })();
  for (let stops = 0; stops < 500; stops += 1) {
    const core = createTestCore({
      projectFile: place.projectFile,
      indexFolder: place.indexFolder,
      indexInBackground: true,
    });
    // Each asking is one step of the work: the library is looked at, an article begun, a few blocks read.
    const states = Array.from({ length: 6 }, () => core.ask("search.status", {}).state);
    if (states.at(-1) === "ready") {
      expect(stops).toBeGreaterThan(3);
      expect(whereElse(core)).toEqual(expected);
      core.close();
      return;
    }
    core.close();
  }
  expect.unreachable();
});
