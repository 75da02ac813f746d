import { linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { beforeEach, describe, expect, it, vi } from "vitest";

import { Failure } from "#contract/failure";
import type { Reply } from "#contract/failure";
import { channels } from "#contract/host-bridge";
import { temporaryFolder } from "#core/testing/temporary-folder";

import { connectIpc } from "./ipc.ts";
import { createNativeShell, plainNameOf } from "./native-shell.ts";
import { ContentsDouble, invoke, openDialog, saveDialog } from "./testing/electron-double.ts";

vi.mock("electron", async () => (await import("./testing/electron-double.ts")).electronDouble());

const reply: Reply<unknown> = { ok: true, value: "an answer" };
const dispatch = vi.fn(async () => reply);
const openWindow = vi.fn(async () => {});
const setBackupFolder = vi.fn<(folder: string) => Promise<void>>(async () => {});

let page: ContentsDouble;
let projectFile: string;
beforeEach(() => {
  vi.clearAllMocks();
  page = new ContentsDouble();
  projectFile = join(temporaryFolder(), "open.corroboard");
  connectIpc(
    { dispatch, onChange: () => () => {} },
    createNativeShell(projectFile, openWindow, setBackupFolder),
    {
      has: (contents) => (contents as unknown) === page,
      all: () => [],
    },
  );
});

describe("who may ask over IPC", () => {
  const callAll = async (sender: ContentsDouble, frame: { origin: string } | null) => {
    const replies = [];
    for (const [channel, ...values] of [
      [channels.request, "tag.list", {}],
      [channels.saveText, "a.md", "text"],
      [channels.saveBytes, "a.corroboard", new Uint8Array(1)],
      [channels.chooseBackupFolder],
      [channels.openWindow],
    ] as const) {
      replies.push(await invoke(sender, frame, channel, ...values));
    }
    return replies;
  };

  it("answers the main frame of a window of ours", async () => {
    expect(await invoke(page, page.mainFrame, channels.request, "tag.list", { a: 1 })).toEqual(
      reply,
    );
    expect(dispatch).toHaveBeenCalledWith("tag.list", { a: 1 });
  });

  it.each<[string, () => [ContentsDouble, { origin: string } | null]]>([
    ["a frame that is gone", () => [page, null]],
    ["an embedded frame", () => [page, { origin: "corroboard://app" }]],
    ["contents that are no window of ours", () => [new ContentsDouble(), page.mainFrame]],
    [
      "a page from elsewhere",
      () => {
        page = new ContentsDouble("https://evil.example");
        return [page, page.mainFrame];
      },
    ],
  ])("refuses %s", async (_name, sender) => {
    for (const refused of await callAll(...sender())) {
      expect(refused).toMatchObject({ ok: false, failure: { code: "invalid-request" } });
    }
    expect(dispatch).not.toHaveBeenCalled();
    expect(openWindow).not.toHaveBeenCalled();
    expect(saveDialog).not.toHaveBeenCalled();
  });

  it("refuses a name that is not text", async () => {
    for (const name of [1, null, undefined, {}, ["tag.list"]]) {
      expect(await invoke(page, page.mainFrame, channels.request, name, {})).toMatchObject({
        ok: false,
        failure: { code: "invalid-request" },
      });
    }
    expect(dispatch).not.toHaveBeenCalled();
  });
});

describe("choosing a folder for copies of backups", () => {
  const choose = () => invoke(page, page.mainFrame, channels.chooseBackupFolder, "/etc");

  it("takes the folder from the user's own dialog, and nothing that the page sends", async () => {
    openDialog.mockResolvedValueOnce({ canceled: false, filePaths: ["/media/stick"] });
    expect(await choose()).toEqual({ ok: true, value: true });
    expect(setBackupFolder.mock.calls).toEqual([["/media/stick"]]);
  });

  it("sets nothing when the user cancels, and says why a folder is refused", async () => {
    expect(await choose()).toEqual({ ok: true, value: false });
    expect(setBackupFolder).not.toHaveBeenCalled();
    openDialog.mockResolvedValueOnce({ canceled: false, filePaths: ["/media/gone"] });
    setBackupFolder.mockRejectedValueOnce(new Failure("not-found", "There is no such folder."));
    expect(await choose()).toMatchObject({ ok: false, failure: { code: "not-found" } });
  });
});

describe("saving bytes", () => {
  const save = (...values: unknown[]) =>
    invoke(page, page.mainFrame, channels.saveBytes, ...values);

  it("writes the file that the user chose, byte for byte", async () => {
    const folder = mkdtempSync(join(tmpdir(), "corroboard-save-"));
    const filePath = join(folder, "copy.corroboard");
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    saveDialog.mockResolvedValueOnce({ canceled: false, filePath });
    expect(await save("a.corroboard", bytes)).toEqual({ ok: true, value: true });
    expect(new Uint8Array(readFileSync(filePath))).toEqual(bytes);
    expect(readdirSync(folder)).toEqual(["copy.corroboard"]);
    rmSync(folder, { recursive: true });
  });

  it("writes nothing over the project that is open, whatever it is called there", async () => {
    writeFileSync(projectFile, "the project");
    const linked = join(dirname(projectFile), "another name");
    linkSync(projectFile, linked);
    for (const filePath of [projectFile, linked]) {
      for (const [channel, contents] of [
        [channels.saveBytes, new Uint8Array(1)],
        [channels.saveText, "text"],
      ] as const) {
        saveDialog.mockResolvedValueOnce({ canceled: false, filePath });
        expect(await invoke(page, page.mainFrame, channel, "a", contents)).toMatchObject({
          ok: false,
          failure: { code: "conflict" },
        });
      }
    }
    expect(readFileSync(projectFile, "utf8")).toBe("the project");
  });

  it("refuses what are no bytes, and what has no name, before it asks the user", async () => {
    for (const values of [
      ["a.corroboard", "text"],
      ["a.corroboard", [1, 2]],
      ["a.corroboard", { length: 4, 0: 1 }],
      ["a.corroboard", new ArrayBuffer(4)],
      ["a.corroboard", null],
      [1, new Uint8Array(1)],
      [{ toString: "a" }, new Uint8Array(1)],
      [],
    ]) {
      expect(await save(...values)).toMatchObject({
        ok: false,
        failure: { code: "invalid-request" },
      });
    }
    expect(saveDialog).not.toHaveBeenCalled();
  });
});

describe("saving a text", () => {
  it("writes the file that the user chose", async () => {
    const folder = mkdtempSync(join(tmpdir(), "corroboard-save-"));
    const filePath = join(folder, "briefing.md");
    saveDialog.mockResolvedValueOnce({ canceled: false, filePath });
    expect(await invoke(page, page.mainFrame, channels.saveText, "b.md", "# Text\n")).toEqual({
      ok: true,
      value: true,
    });
    expect(readFileSync(filePath, "utf8")).toBe("# Text\n");
    expect(readdirSync(folder)).toEqual(["briefing.md"]);
    rmSync(folder, { recursive: true });
  });

  it("answers false when the user cancels, and a failure when it cannot be written", async () => {
    expect(await invoke(page, page.mainFrame, channels.saveText, "b.md", "")).toEqual({
      ok: true,
      value: false,
    });
    const filePath = join(tmpdir(), "corroboard-no-such-folder", "b.md");
    saveDialog.mockResolvedValueOnce({ canceled: false, filePath });
    expect(await invoke(page, page.mainFrame, channels.saveText, "b.md", "")).toMatchObject({
      ok: false,
      failure: { code: "not-found" },
    });
  });

  it("suggests a plain name whatever the page sends", () => {
    expect(plainNameOf("../../etc/passwd")).not.toMatch(/[/\\]|^\./u);
    expect(plainNameOf("C:\\a\u0000b.md")).toBe("C a b.md");
    expect(plainNameOf("...")).toBe("briefing.md");
    expect(plainNameOf("")).toBe("briefing.md");
    expect(plainNameOf("con.csv")).toBe("_con.csv");
    expect(plainNameOf("LPT1.txt.json")).toBe("_LPT1.txt.json");
    expect(plainNameOf("a.html. . ")).toBe("a.html.md");
    expect(plainNameOf("\u202Efdp.exe")).toBe("fdp.exe");
    expect(plainNameOf(`${"漢".repeat(400)}.md`)).toBe(`${"漢".repeat(66)}.md`);
    expect(plainNameOf("Reassurance force.md")).toBe("Reassurance force.md");
  });
});
