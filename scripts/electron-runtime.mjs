// Plain JavaScript for Node 20 and later, without packages.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import process from "node:process";

import { root } from "./prepare.mjs";

const packageFolder = join(root, "node_modules", "electron");
/** Holds the version whose runtime could not be fetched, so that not every start tries again. */
const failedAttempt = join(root, "node_modules", ".cache", "corroboard", "electron-not-fetched");
/** Where the runtime is fetched from is asked for this long whether it is there at all. */
const probeMs = 3_000;
const downloadMs = 180_000;

/** The program of Electron's runtime, or null where it was not fetched. */
export function findElectron() {
  try {
    const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(packageFolder, "dist");
    const program = join(folder, readFileSync(join(packageFolder, "path.txt"), "utf8"));
    return existsSync(program) ? program : null;
  } catch {
    return null; // path.txt is written when the runtime is fetched
  }
}

/** Why a window of the desktop cannot be opened on this machine, whatever is installed; or null. */
export function reasonAgainstDesktop() {
  if (process.platform !== "linux") {
    return null;
  }
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return "there is no screen";
  }
  return process.getuid() === 0 ? "Electron does not run as root" : null;
}

/** Fetches the runtime, once for each version. @param node the program to run the installer with */
export async function fetchElectron(node) {
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  if (existsSync(failedAttempt) && readFileSync(failedAttempt, "utf8") === version) {
    return null;
  }
  if (await canReachSource()) {
    console.log("Fetching Electron's runtime, once ...");
    spawnSync(node, [join(packageFolder, "install.js")], {
      cwd: root,
      stdio: "ignore",
      timeout: downloadMs,
    });
  }
  const program = findElectron();
  if (program === null) {
    mkdirSync(dirname(failedAttempt), { recursive: true });
    writeFileSync(failedAttempt, version);
  }
  return program;
}

/** A machine without a way out would make the installer wait for minutes. */
function canReachSource() {
  const names = ["HTTPS_PROXY", "https_proxy", "ELECTRON_MIRROR", "npm_config_electron_mirror"];
  if (names.some((name) => process.env[name])) {
    return true; // another way out, which only the installer knows how to take
  }
  return new Promise((resolve) => {
    const socket = connect({ host: "github.com", port: 443 });
    const answer = (isReachable) => {
      clearTimeout(patience);
      socket.destroy();
      resolve(isReachable);
    };
    const patience = setTimeout(() => answer(false), probeMs);
    socket.on("connect", () => answer(true));
    socket.on("error", () => answer(false));
  });
}
