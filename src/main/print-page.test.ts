import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { beforeEach, describe, expect, it, vi } from "vitest";

import { printInWindow } from "./print-page.ts";
import { printWindows } from "./testing/electron-double.ts";

vi.mock("electron", async () => (await import("./testing/electron-double.ts")).electronDouble());

beforeEach(() => {
  printWindows.length = 0;
});

describe("printing a page in the desktop host", () => {
  it("loads nothing but the page, in a hidden window that can do nothing, and takes all of it away", async () => {
    expect(Buffer.from(await printInWindow("<h1>é</h1>")).toString()).toBe("%PDF <h1>é</h1>");
    const [window, ...more] = printWindows;
    expect(more).toEqual([]);
    expect(window?.options).toMatchObject({
      show: false,
      webPreferences: { javascript: false, sandbox: true, contextIsolation: true },
    });
    expect(window?.options).not.toHaveProperty("webPreferences.preload");
    expect(window?.printed).toEqual({
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    expect(window?.allowed).toEqual([true, false, false]);
    expect(window?.isDestroyed).toBe(true);
    expect(existsSync(fileURLToPath(window?.address ?? "file:///"))).toBe(false);
  });

  it("takes the window away when printing fails", async () => {
    await expect(printInWindow("fails")).rejects.toThrow("cannot print");
    expect(printWindows[0]?.isDestroyed).toBe(true);
    expect(() => readFileSync(fileURLToPath(printWindows[0]?.address ?? "file:///"))).toThrow();
  });
});
