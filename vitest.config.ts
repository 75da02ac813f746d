import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";

/** Of the host that is tested with a double of Electron: its modules hold the double of their own test. */
const mocked = "src/main/**/*.test.ts";

/** What hosts and commands keep in tests, apart from what the programs of this user keep. */
const stateFolder = mkdtempSync(join(tmpdir(), "corroboard-unit-state-"));
process.once("exit", () => rmSync(stateFolder, { recursive: true, force: true }));

export default defineConfig({
  test: {
    testTimeout: 180_000, // machines are slow and noisy; no test asserts a time
    hookTimeout: 180_000,
    unstubGlobals: true,
    unstubEnvs: true,
    maxWorkers: "100%", // many tests wait for a process of their own
    // Many tests start the command line or look at a file in a process of its own: each compiles all that
    // it needs, unless it finds it compiled.
    env: {
      CORROBOARD_STATE_DIR: stateFolder,
      NODE_COMPILE_CACHE: fileURLToPath(new URL("node_modules/.cache/node", import.meta.url)),
    },
    projects: [
      {
        extends: true,
        test: {
          name: "shared",
          include: ["src/{contract,core,cli,browser-host}/**/*.test.ts"],
          isolate: false, // what is imported once serves every file: half of the time
        },
      },
      {
        extends: true,
        test: {
          name: "apart",
          include: [mocked, "src/{renderer,preload}/**/*.test.ts", "{scripts,bench}/**/*.test.ts"],
        },
      },
    ],
  },
});
