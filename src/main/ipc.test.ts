import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { beforeEach, describe, expect, it, vi } from "vitest";

import type { Reply } from "#contract/failure";
import { channels } from "#contract/host-bridge";

import { connectIpc } from "./ipc.ts";
import { createNativeShell, plainNameOf } from "./native-shell.ts";
import { ContentsDouble, invoke, saveDialog } from "./testing/electron-double.ts";

vi.mock("electron", async () => (await import("./testing/electron-double.ts")).electronDouble());

const reply: Reply<unknown> = { ok: true, value: "an answer" };
const dispatch = vi.fn(async () => reply);
const openWindow = vi.fn(async () => {});

let page: ContentsDouble;
beforeEach(() => {
  vi.clearAllMocks();
  page = new ContentsDouble();
  connectIpc({ dispatch, onChange: () => () => {} }, createNativeShell(openWindow), {
    has: (contents) => (contents as unknown) === page,
    all: () => [],
  });
});

describe("who may ask over IPC", () => {
  const callAll = async (sender: ContentsDouble, frame: { origin: string } | null) => {
    const replies = [];
    for (const [channel, ...values] of [
      [channels.request, "tag.list", {}],
      [channels.saveText, "a.md", "text"],
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
