// Plain JavaScript for Node 20 and later, without packages.
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import process from "node:process";

const linuxNames = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "microsoft-edge-stable",
  "microsoft-edge",
];

/** A Chromium for the tests: `CHROMIUM_PATH`, an installed one, or one that Playwright fetched. */
export function findChromium() {
  return candidates().find((path) => canRun(path)) ?? null;
}

function candidates() {
  const { env } = process;
  const wished = env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : [];
  switch (process.platform) {
    case "darwin":
      return [
        ...wished,
        ...["Google Chrome", "Chromium", "Microsoft Edge"].map(
          (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
        ),
        ...ofPlaywright(join(homedir(), "Library", "Caches", "ms-playwright"), [
          "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
          "chrome-mac-arm64/Chromium.app/Contents/MacOS/Chromium",
        ]),
      ];
    case "win32":
      return [
        ...wished,
        ...[env.LOCALAPPDATA, env.PROGRAMFILES, env["PROGRAMFILES(X86)"]]
          .filter(Boolean)
          .flatMap((folder) => [
            join(folder, "Google", "Chrome", "Application", "chrome.exe"),
            join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
          ]),
        ...ofPlaywright(join(env.LOCALAPPDATA ?? "", "ms-playwright"), [
          "chrome-win/chrome.exe",
          "chrome-win64/chrome.exe",
        ]),
      ];
    default:
      return [
        ...wished,
        ...linuxNames.flatMap((name) =>
          (env.PATH ?? "").split(delimiter).map((folder) => join(folder, name)),
        ),
        ...ofPlaywright(join(homedir(), ".cache", "ms-playwright"), [
          "chrome-linux/chrome",
          "chrome-linux64/chrome",
        ]),
      ];
  }
}

/** Newest first. */
function ofPlaywright(usualFolder, programs) {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? usualFolder;
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder)
    .filter((name) => name.startsWith("chromium-"))
    .toSorted()
    .toReversed()
    .flatMap((name) => programs.map((program) => join(folder, name, program)));
}

function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
