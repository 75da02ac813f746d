import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { findAppBrowsers } from "#core/hosting/find-browser";
import { stateFolder } from "#core/hosting/state-folder";

/** A program that is still there after this long has started. */
const settleMs = 1_500;

/**
 * Opens an address in a window of its own, else in the default browser.
 * @returns false when there is no screen or no browser; nothing was opened then
 */
export async function openPage(address: string): Promise<boolean> {
  if (!hasScreen()) {
    return false;
  }
  for (const browser of findAppBrowsers()) {
    if (await starts(browser, appWindowArguments(address))) {
      return true;
    }
  }
  const [program, ...before] = defaultBrowserCommand();
  return program !== undefined && starts(program, [...before, address]);
}

function hasScreen(): boolean {
  return (
    process.platform === "win32" ||
    process.platform === "darwin" ||
    Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"])
  );
}

/** A profile of our own: no extension reads along, and nothing is fetched or synchronised. */
function appWindowArguments(address: string): string[] {
  const profile = join(stateFolder(), "window");
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pings",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-sync",
    // Chromium refuses to start as root with its sandbox.
    ...(process.platform === "linux" && process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ];
}

function defaultBrowserCommand(): string[] {
  const commands: Partial<Record<NodeJS.Platform, string[]>> = {
    win32: ["rundll32", "url.dll,FileProtocolHandler"],
    darwin: ["open"],
  };
  return commands[process.platform] ?? ["xdg-open"];
}

/** Whether the program runs on, or ended well because a running one took over. */
function starts(program: string, programArguments: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, programArguments, { detached: true, stdio: "ignore" });
    const settled = setTimeout(() => resolve(true), settleMs);
    child.on("error", () => {
      clearTimeout(settled);
      resolve(false);
    });
    child.on("exit", (code) => {
      clearTimeout(settled);
      resolve(code === 0);
    });
    child.unref();
  });
}
