import { defineConfig } from "@playwright/test";

import { findElectron, reasonAgainstDesktop } from "./scripts/electron-runtime.mjs";
import { findChromium } from "./scripts/find-chromium.mjs";

const executablePath = findChromium();
const desktopIsMissing =
  reasonAgainstDesktop() ?? (findElectron() === null ? "Electron's runtime is not here" : null);

// Workers load this file too; only the first process says it.
if (desktopIsMissing !== null && process.env["TEST_WORKER_INDEX"] === undefined) {
  process.stderr.write(`The desktop host is not tested, because ${desktopIsMissing}.\n`);
}

export default defineConfig({
  testDir: "e2e",
  timeout: 300_000, // machines are slow and noisy; no test asserts a time
  expect: { timeout: 15_000 },
  fullyParallel: false,
  workers: 2,
  retries: 1, // a test that passes only then is named as flaky
  forbidOnly: Boolean(process.env["CI"]),
  reporter: "list",
  use: {
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      // Chromium does not start as root with its sandbox.
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
  projects: [
    { name: "browser", testMatch: /.*\.spec\.ts/u, testIgnore: /(?:desktop|pictures)\/.*/u },
    ...(desktopIsMissing === null
      ? [{ name: "desktop", testMatch: /desktop\/.*\.spec\.ts/u }]
      : []),
  ],
});
