// Plain JavaScript for Node 20 and later, without packages.
// Packs the built package, installs the tarball alone in empty folders, locally and globally, and uses it
// there with the Node that runs this program: the system's, which may be older than what the core needs.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import process from "node:process";

import { findOwnNode } from "../bin/own-node.mjs";
import { root } from "./prepare.mjs";

const isWindows = process.platform === "win32";
/** On a Mac the package's own Node comes by an install script; elsewhere it is a package of its own. */
const withoutScripts = process.platform === "darwin" ? [] : ["--ignore-scripts"];
const folder = mkdtempSync(join(tmpdir(), "corroboard-pack-"));

/** The environment of a user's shell: without what npm adds for the scripts of this package. */
function plainEnvironment() {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith("npm_") && name !== "INIT_CWD" && name !== "NODE",
  );
  const path = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((part) => !part.includes("node_modules") && !part.includes("node-gyp-bin"));
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter) };
}

const environment = { ...plainEnvironment(), CORROBOARD_STATE_DIR: join(folder, "state") };

function run(program, words, cwd) {
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    cwd,
    env: environment,
    encoding: "utf8",
    shell: isWindows,
  });
  assert.equal(error, undefined);
  return { status, stdout, stderr };
}

function mustRun(program, words, cwd) {
  const { status, stdout, stderr } = run(program, words, cwd);
  assert.equal(status, 0, `${program} ${words.join(" ")}\n${stdout}${stderr}`);
  return stdout;
}

/** Uses an installed program as a user would. */
function tryProgram(program, cwd) {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  assert.equal(mustRun(program, ["--version"], cwd), `${version}\n`);

  const project = join(cwd, "a.corroboard");
  const samples = join(root, "resources", "sample-articles");
  const articles = readdirSync(samples).filter((name) => name.endsWith(".txt"));
  const files = articles.map((name) => join(samples, name));
  const imported = mustRun(program, ["import", project, ...files], cwd);
  assert.equal(imported.trimEnd().split("\n").length, articles.length);
  assert.match(mustRun(program, ["check", project], cwd), /^checked 5 articles.*: no faults\n$/u);
  mustRun(program, ["export", project, "--out", join(cwd, "briefing.md")], cwd);
  assert.match(readFileSync(join(cwd, "briefing.md"), "utf8"), /^# a\n/u);
  const list = JSON.parse(mustRun(program, ["call", project, "article.list"], cwd));
  assert.equal(list.length, articles.length);

  const refused = run(program, ["check", join(cwd, "none.corroboard")], cwd);
  assert.deepEqual([refused.status, refused.stdout], [1, ""]);
  assert.equal(run(program, ["frob"], cwd).status, 2);
}

try {
  const node = mustRun("node", ["--version"], folder).trim();
  console.log(`packing, to be used with Node ${node} (its own: ${findOwnNode() ?? "none"})`);
  const [{ filename, files }] = JSON.parse(
    mustRun("npm", ["pack", "--json", "--pack-destination", folder], root),
  );
  const names = files.map(({ path }) => path);
  for (const needed of ["bin/corroboard.mjs", "out/main/cli.js", "out/renderer/index.html"]) {
    assert.ok(names.includes(needed), `${needed} is not in the tarball`);
  }
  assert.deepEqual(
    names.filter((name) => /^(?:src|e2e|bench|scripts|node_modules)\/|\.map$/u.test(name)),
    [],
  );
  const tarball = join(folder, filename);

  const local = join(folder, "local");
  mkdirSync(local);
  writeFileSync(join(local, "package.json"), "{}");
  mustRun("npm", ["install", ...withoutScripts, "--no-audit", "--no-fund", tarball], local);
  tryProgram(join(local, "node_modules", ".bin", "corroboard"), local);
  console.log("passed: installed in a folder");

  const prefix = join(folder, "global");
  const elsewhere = join(folder, "elsewhere");
  mkdirSync(elsewhere);
  mustRun(
    "npm",
    ["install", "-g", "--prefix", prefix, "--no-audit", "--no-fund", tarball],
    elsewhere,
  );
  tryProgram(join(prefix, isWindows ? "" : "bin", "corroboard"), elsewhere);
  console.log("passed: installed globally");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
