// Plain JavaScript for Node 20 and later, without packages: it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Installs the packages when they are not there, or are older than the lock file. */
export function installPackages() {
  const installed = modifiedMs(join(root, "node_modules", ".package-lock.json"));
  if (installed < modifiedMs(join(root, "package-lock.json"))) {
    console.log("Installing the packages (npm ci) ...");
    runNpm(["ci"]);
  }
}

/** Builds when nothing is built, or a source is newer. */
export function buildProgram() {
  const built = Math.min(
    ...["main/cli.js", "main/browser-host.js", "preload/index.cjs", "renderer/index.html"].map(
      (path) => modifiedMs(join(root, "out", path)),
    ),
  );
  const sources = ["src", "electron.vite.config.ts", "package-lock.json"];
  if (built < Math.max(...sources.map((path) => newestMs(join(root, path))))) {
    console.log("Building (npm run build) ...");
    runNpm(["run", "--silent", "build"]);
  }
}

/** Runs npm in the package's folder and ends this program with npm's status when it fails. */
function runNpm(words) {
  const { status, error } = spawnSync("npm", words, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32", // npm is a script there
  });
  if (error !== undefined || status !== 0) {
    console.error(`npm ${words.join(" ")} failed; nothing was started.`);
    process.exit(status || 1);
  }
}

/** 0 where there is nothing. */
function modifiedMs(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newestMs(path) {
  if (!existsSync(path) || !statSync(path).isDirectory()) {
    return modifiedMs(path);
  }
  return Math.max(0, ...readdirSync(path).map((name) => newestMs(join(path, name))));
}
