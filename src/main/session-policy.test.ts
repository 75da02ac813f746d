import { EventEmitter } from "node:events";

import { describe, expect, it, vi } from "vitest";

import { lockContents, lockSession } from "./session-policy.ts";

vi.mock("electron", async () => (await import("./testing/electron-double.ts")).electronDouble());

/** Records what was set, so that a test can ask it as Chromium would. */
class SessionDouble extends EventEmitter {
  readonly set = new Map<string, (...values: never[]) => unknown>();
  spellCheckerEnabled = true;
  readonly webRequest = {
    onBeforeRequest: (handler: (...values: never[]) => unknown) => {
      this.set.set("onBeforeRequest", handler);
    },
  };
  private readonly keep = (name: string) => (handler: (...values: never[]) => unknown) => {
    this.set.set(name, handler);
  };
  readonly setPermissionRequestHandler = this.keep("request");
  readonly setPermissionCheckHandler = this.keep("check");
  readonly setDevicePermissionHandler = this.keep("device");
  readonly setDisplayMediaRequestHandler = this.keep("display");
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellCheckerEnabled = enabled;
  }
}

function lockedSession() {
  const session = new SessionDouble();
  lockSession(session as never);
  return (name: string, ...values: unknown[]) => session.set.get(name)?.(...(values as never[]));
}

describe("the session", () => {
  it("allows copying and no other permission", () => {
    const ask = lockedSession();
    const answers = [
      "geolocation",
      "media",
      "notifications",
      "hid",
      "openExternal",
      "clipboard-read",
    ];
    for (const permission of answers) {
      const answer = vi.fn();
      ask("request", null, permission, answer);
      expect(answer.mock.calls, permission).toEqual([[false]]);
      expect(ask("check", null, permission), permission).toBe(false);
    }
    expect(ask("check", null, "clipboard-sanitized-write")).toBe(true);
    expect(ask("device", {})).toBe(false);
  });

  it("loads nothing but the page's own files", () => {
    const ask = lockedSession();
    const isCancelled = (url: string) => {
      let isRefused: boolean | null = null;
      ask("onBeforeRequest", { url }, ({ cancel }: { cancel: boolean }) => {
        isRefused = cancel;
      });
      return isRefused;
    };
    for (const url of [
      "https://evil.example/",
      "http://127.0.0.1/",
      "ws://127.0.0.1/",
      "file:///etc/passwd",
      "corroboard://app.evil/",
      "blob:https://evil.example/1",
      "ftp://evil.example/",
    ]) {
      expect(isCancelled(url), url).toBe(true);
    }
    expect(isCancelled("corroboard://app/index.html")).toBe(false);
    expect(isCancelled("blob:corroboard://app/1")).toBe(false);
  });

  it("downloads nothing, not even dictionaries", () => {
    const session = new SessionDouble();
    lockSession(session as never);
    expect(session.spellCheckerEnabled).toBe(false);
    const preventDefault = vi.fn();
    session.emit("will-download", { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });
});

describe("a window's contents", () => {
  it("stay on their page", () => {
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: vi.fn<(handler: () => unknown) => void>(),
      setWebRTCIPHandlingPolicy: vi.fn(),
    });
    lockContents(contents as never);
    for (const name of ["will-navigate", "will-frame-navigate", "will-redirect"]) {
      const preventDefault = vi.fn();
      contents.emit(name, { url: "corroboard://app/index.html", preventDefault });
      expect(preventDefault).not.toHaveBeenCalled();
      for (const url of ["https://evil.example/", "corroboard://app/other", "file:///etc/passwd"]) {
        contents.emit(name, { url, preventDefault });
      }
      expect(preventDefault, name).toHaveBeenCalledTimes(3);
    }
    const preventDefault = vi.fn();
    contents.emit("will-attach-webview", { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(contents.setWindowOpenHandler.mock.calls[0]?.[0]()).toEqual({ action: "deny" });
  });
});
