import { expect, it, vi } from "vitest";

import { forbidBackgroundTraffic } from "./session-policy.ts";
import { openPageWindow } from "./window.ts";

const { made, loaded } = vi.hoisted(() => ({ made: [] as unknown[], loaded: [] as string[] }));

vi.mock("electron", async () => {
  const { EventEmitter } = await import("node:events");
  class BrowserWindow extends EventEmitter {
    constructor(options: unknown) {
      super();
      made.push(options);
    }
    async loadURL(address: string): Promise<void> {
      loaded.push(address);
    }
  }
  return { BrowserWindow, app: { isPackaged: true } };
});

it("opens windows that can reach nothing but the bridge", async () => {
  await openPageWindow("/preload.cjs");
  expect(loaded).toEqual(["corroboard://app/index.html"]);
  // Every preference that gives a page something is here; what is not named keeps Electron's safe default.
  expect(made).toEqual([
    expect.objectContaining({
      webPreferences: {
        preload: "/preload.cjs",
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        webviewTag: false,
        plugins: false,
        spellcheck: false,
        devTools: false,
      },
    }),
  ]);
});

it("keeps Chromium from the network of its own accord", () => {
  const appendSwitch = vi.fn();
  forbidBackgroundTraffic({ commandLine: { appendSwitch } } as never);
  expect(appendSwitch.mock.calls.flat()).toEqual([
    "disable-background-networking",
    "disable-component-update",
    "disable-domain-reliability",
    "no-pings",
  ]);
});
