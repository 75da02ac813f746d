import { mkdtempSync, rmSync, writeFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { Failure, failureCodes } from "#contract/failure";
import { requests } from "#contract/requests";

import { startCoreThread } from "./start-core-thread.ts";
import type { CoreThread } from "./start-core-thread.ts";
import { contractSuite } from "./testing/contract-suite.ts";

contractSuite("the core's thread", { hasPages: true }, async () => {
  const core = await startCoreThread({ projectFile: ":memory:" });
  return {
    request: core.dispatch,
    listenElsewhere: async (listener) => {
      core.onChange(listener);
    },
    close: core.close,
  };
});

describe("the core's thread", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "corroboard-thread-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const project = () => join(folder, "a.corroboard");

  it("answers what was asked before it was closed, and leaves one file", async () => {
    const core = await startCoreThread({ projectFile: project() });
    const replies = Promise.all(
      ["one", "two", "three"].map((name) => core.dispatch("tag.create", { name })),
    );
    await core.close();
    expect((await replies).map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await core.exited).toBeNull();
    expect(readdirSync(folder)).toEqual(["a.corroboard"]);
  });

  it("takes bytes", async () => {
    const core = await startCoreThread({ projectFile: project() });
    const bytes = new TextEncoder().encode("A title\n\nSome text of an article.\n");
    const upload = await core.dispatch("upload.put", { bytes });
    expect(upload).toMatchObject({ ok: true });
    const { value } = upload as { value: { upload: string } };
    const imported = await core.dispatch("article.import", {
      files: [{ upload: value.upload, name: "a.txt" }],
    });
    expect(imported).toMatchObject({ ok: true, value: { imported: [{ fileName: "a.txt" }] } });
    await core.close();
  });

  it("says why a project cannot be opened", async () => {
    await (await startCoreThread({ projectFile: project() })).close();
    const core = await startCoreThread({ projectFile: project() });
    await expect(startCoreThread({ projectFile: project() })).rejects.toMatchObject({
      name: "Failure",
      code: "project-locked",
    });
    await core.close();
    writeFileSync(project(), "x".repeat(5_000));
    const refused = startCoreThread({ projectFile: project() });
    await expect(refused).rejects.toBeInstanceOf(Failure);
    await expect(refused).rejects.toMatchObject({ code: "unsupported-format" });
  });

  it("answers internal once it has stopped", async () => {
    const core = await startCoreThread({ projectFile: project() });
    await core.close();
    expect(await core.dispatch("tag.list", {})).toMatchObject({
      ok: false,
      failure: { code: "internal" },
    });
  });

  it("refuses what cannot be sent to a thread", async () => {
    const core = await startCoreThread({ projectFile: project() });
    expect(await core.dispatch("tag.list", { key: () => {} })).toMatchObject({
      ok: false,
      failure: { code: "invalid-request" },
    });
    await core.close();
  });

  it("answers what was pending, and reports without quoting, when it is struck down", async () => {
    const reports: string[] = [];
    const entry = new URL("testing/failing-thread.ts", import.meta.url);
    const core = await startCoreThread(
      { projectFile: project() },
      (report) => {
        reports.push(report);
      },
      entry,
    );
    const replies = await Promise.all([
      core.dispatch("tag.list", {}),
      core.dispatch("tag.list", {}),
    ]);
    for (const reply of replies) {
      expect(reply).toMatchObject({ ok: false, failure: { code: "internal" } });
    }
    expect(await core.exited).toBeInstanceOf(Error);
    expect(reports.join()).toMatch(/^TypeError\n\s+at /u);
    expect(reports.join()).not.toContain("sentence");
    await core.close();
  });

  describe("under hostile input", () => {
    let core: CoreThread;
    const bugs: string[] = [];
    beforeEach(async () => {
      core = await startCoreThread({ projectFile: ":memory:" }, (report) => {
        bugs.push(report);
      });
    });
    afterEach(() => core.close());

    it("answers every request with a value or a typed failure", async () => {
      const name = fc.constantFrom(...Object.keys(requests));
      const value = fc.oneof(fc.jsonValue(), fc.anything({ withTypedArray: true, withMap: true }));
      const input = fc.oneof(
        value,
        fc.dictionary(fc.constantFrom("articleId", "name", "__proto__", "limit", "files"), value),
      );
      await fc.assert(
        fc.asyncProperty(name, input, async (request, given) => {
          const reply = await core.dispatch(request, given);
          if (!reply.ok) {
            expect(failureCodes).toContain(reply.failure.code);
            expect(reply.failure.code).not.toBe("internal");
          }
        }),
        { numRuns: 400 },
      );
      expect(bugs).toEqual([]);
      expect(await core.dispatch("project.check", {})).toMatchObject({ value: { ok: true } });
    });
  });
});
