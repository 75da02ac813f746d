// Plain JavaScript for Node 20 and later.
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";

/** A Node is larger than this; a script that stands in for one that was not fetched is not. */
const leastBytes = 1_000_000;

/** The Node that the package depends on, or null where npm did not put it there. */
export function findOwnNode() {
  const require = createRequire(import.meta.url);
  const platform = process.platform === "win32" ? "win" : process.platform;
  const names = [
    `node-${platform}-${process.arch}`,
    `node-bin-${platform}-${process.arch}`, // its name on a Mac with Apple's processor
    "node",
  ];
  for (const name of names) {
    try {
      const manifest = require.resolve(`${name}/package.json`);
      const { bin } = JSON.parse(readFileSync(manifest, "utf8"));
      for (const path of [bin.node, "bin/node", "bin/node.exe"]) {
        const node = join(dirname(manifest), path);
        if (statSync(node, { throwIfNoEntry: false })?.size > leastBytes) {
          return node;
        }
      }
    } catch {
      // This package is not for this machine; the next one may be.
    }
  }
  return null;
}
