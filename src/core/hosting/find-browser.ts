import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

const linuxNames = [
  "google-chrome-stable",
  "google-chrome",
  "chromium",
  "chromium-browser",
  "microsoft-edge-stable",
  "microsoft-edge",
  "brave-browser",
];

const macApplications = ["Google Chrome", "Chromium", "Microsoft Edge", "Brave Browser"];

const windowsPrograms = [
  ["Google", "Chrome", "Application", "chrome.exe"],
  ["Microsoft", "Edge", "Application", "msedge.exe"],
  ["Chromium", "Application", "chrome.exe"],
];

/** Installed browsers that can show a page as an application, best first. `CHROMIUM_PATH` comes first. */
export function findAppBrowsers(
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  isProgram: (path: string) => boolean = canRun,
): string[] {
  const wished = environment["CHROMIUM_PATH"];
  return [...(wished ? [wished] : []), ...usualPlaces(environment, platform)].filter(isProgram);
}

function usualPlaces(environment: Environment, platform: NodeJS.Platform): string[] {
  if (platform === "darwin") {
    return macApplications.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (platform === "win32") {
    const roots = ["LOCALAPPDATA", "PROGRAMFILES", "PROGRAMFILES(X86)"]
      .map((name) => environment[name])
      .filter((root) => root !== undefined);
    return windowsPrograms.flatMap((parts) => roots.map((root) => join(root, ...parts)));
  }
  const folders = (environment["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
