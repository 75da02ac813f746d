import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { createTestCore } from "../testing/test-core.ts";
import { importSamples } from "./first-project.ts";
import { readPageFiles } from "./page-files.ts";
import { findRunningHost, forgetRunningHost, recordRunningHost } from "./running-hosts.ts";
import { projectsFolder, stateFolder } from "./state-folder.ts";
import { writeWholeFile } from "./write-whole-file.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "corroboard-hosting-"));
  vi.stubEnv("CORROBOARD_STATE_DIR", join(folder, "state"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe("the record of a running host", () => {
  const host = { pid: process.pid, port: 4_000, token: "secret" };

  it("is found by every way to write the project's path, before and after the project is made", () => {
    const project = join(folder, "a.corroboard");
    recordRunningHost(project, host);
    expect(findRunningHost(project)).toEqual(host);
    writeFileSync(project, "");
    symlinkSync(project, join(folder, "link.corroboard"));
    for (const path of [
      project,
      relative(process.cwd(), project),
      join(folder, "link.corroboard"),
    ]) {
      expect(findRunningHost(path)).toEqual(host);
    }
    expect(findRunningHost(join(folder, "b.corroboard"))).toBeNull();
  });

  it("is only for the user, also where the folder was open to others before", () => {
    const records = join(folder, "state", "hosts");
    mkdirSync(records, { recursive: true, mode: 0o755 });
    recordRunningHost(join(folder, "a.corroboard"), host);
    expect(statSync(records).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(records)) {
      expect(statSync(join(records, name)).mode & 0o777).toBe(0o600);
    }
  });

  it("is passed over when its process is gone or it is damaged, and taken away only by its own", () => {
    const project = join(folder, "a.corroboard");
    recordRunningHost(project, { ...host, pid: 2 ** 22 + 1 }); // above Linux's largest process id
    expect(findRunningHost(project)).toBeNull();
    recordRunningHost(project, host);
    forgetRunningHost(project, process.pid + 1);
    expect(findRunningHost(project)).toEqual(host);
    const [name = ""] = readdirSync(join(folder, "state", "hosts"));
    writeFileSync(join(folder, "state", "hosts", name), '{"pid":');
    expect(findRunningHost(project)).toBeNull();
    recordRunningHost(project, host);
    forgetRunningHost(project, process.pid);
    expect(findRunningHost(project)).toBeNull();
  });
});

describe("where things go", () => {
  it("follows the system's habits", () => {
    const none = () => false;
    expect(stateFolder({}, "linux", "/home/a")).toBe("/home/a/.local/state/corroboard");
    expect(stateFolder({ XDG_STATE_HOME: "/s" }, "linux", "/home/a")).toBe("/s/corroboard");
    expect(stateFolder({}, "darwin", "/Users/a")).toBe(
      "/Users/a/Library/Application Support/Corroboard",
    );
    expect(projectsFolder(none, {}, "linux", "/home/a")).toBe("/home/a/.local/share/corroboard");
    expect(projectsFolder(() => true, {}, "linux", "/home/a")).toBe("/home/a/Documents/Corroboard");
  });
});

describe("a file that is written whole", () => {
  it("leaves nothing beside it and replaces only what it may", async () => {
    const path = join(folder, "a.md");
    await writeWholeFile(path, "one", { replace: false });
    await expect(writeWholeFile(path, "two", { replace: false })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(readFileSync(path, "utf8")).toBe("one");
    await writeWholeFile(path, "two", { replace: true });
    expect(readFileSync(path, "utf8")).toBe("two");
    expect(readdirSync(folder)).toEqual(["a.md"]);
  });

  it("never follows a link and never replaces a folder", async () => {
    writeFileSync(join(folder, "target"), "theirs");
    symlinkSync(join(folder, "target"), join(folder, "link"));
    mkdirSync(join(folder, "sub"));
    for (const name of ["link", "sub"]) {
      await expect(
        writeWholeFile(join(folder, name), "x", { replace: true }),
      ).rejects.toMatchObject({
        code: "conflict",
      });
    }
    expect(readFileSync(join(folder, "target"), "utf8")).toBe("theirs");
    await expect(
      writeWholeFile(join(folder, "none", "a.md"), "x", { replace: false }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the page's files", () => {
  it("are a closed list of paths with their types", () => {
    mkdirSync(join(folder, "assets"));
    writeFileSync(join(folder, "index.html"), "page");
    writeFileSync(join(folder, "assets", "a.woff2"), "font");
    writeFileSync(join(folder, "assets", "a.js.map"), "{}");
    const files = readPageFiles(folder);
    expect([...files.keys()].toSorted()).toEqual(["/", "/assets/a.woff2", "/index.html"]);
    expect(files.get("/assets/a.woff2")?.contentType).toBe("font/woff2");
    for (const unbuilt of ["assets", "nowhere"]) {
      expect(() => readPageFiles(join(folder, unbuilt))).toThrow("not built");
    }
  });
});

describe("the project of the first start", () => {
  it("gets the five articles once, and not again after they were removed", async () => {
    const samples = fileURLToPath(new URL("../../../resources/sample-articles", import.meta.url));
    const core = createTestCore();
    const dispatch = async (name: string, input: unknown) => core.dispatch(name, input);
    expect(await importSamples(dispatch, samples)).toBe(5);
    expect(core.ask("article.list", {})).toHaveLength(5);
    core.ask("history.undo", {});
    expect(await importSamples(dispatch, samples)).toBe(0);
    expect(core.ask("article.list", {})).toEqual([]);
    core.close();
  });
});
