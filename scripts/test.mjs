// Plain JavaScript for Node 20 and later, without packages: it runs before anything is installed.
// `npm test`: every check of the project, each as one stage; ends with "N passed, N failed".
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

import { findChromium } from "./find-chromium.mjs";
import { installPackages, root } from "./prepare.mjs";

let passed = 0;
let failed = 0;
/** What failed, by name: said again at the end, where it is looked for. */
const failures = [];

/** Runs one of the package's scripts. @returns whether it succeeded */
function runStage(name, words, environment = {}) {
  console.log(`\n--- ${name}`);
  const started = Date.now();
  const { status } = spawnSync("npm", ["run", "--silent", ...words], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...environment },
    shell: process.platform === "win32", // npm is a script there
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`--- ${name}: ${status === 0 ? "passed" : "FAILED"} (${seconds} s)`);
  if (status === 0) {
    passed += 1;
  } else {
    failed += 1;
    failures.push(`stage: ${name}`);
  }
  return status === 0;
}

/** Adds the single tests of a stage to the sum. A stage that left no report counts as itself only. */
function countTests(report, readCounts) {
  if (existsSync(report)) {
    const counts = readCounts(JSON.parse(readFileSync(report, "utf8")));
    passed += counts.passed;
    failed += counts.failed;
    failures.push(...counts.failures);
  }
}

/** A Chromium; on Debian, root installs one. Null after a sentence that says what is missing. */
function obtainChromium() {
  const found = findChromium();
  if (found !== null) {
    return found;
  }
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    console.log("\n--- Installing Chromium (apt-get) ...");
    const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    for (const words of [
      ["update", "-qq"],
      ["install", "-y", "-qq", "--no-install-recommends", "chromium"],
    ]) {
      spawnSync("apt-get", words, { stdio: "inherit", env: environment });
    }
  }
  const installed = findChromium();
  if (installed === null) {
    console.error(
      "\nThe end-to-end tests need a Chromium: install Chromium, Chrome or Edge, or name one in CHROMIUM_PATH.",
    );
  }
  return installed;
}

installPackages();
const reports = mkdtempSync(join(tmpdir(), "corroboard-test-"));

for (const name of ["types", "lint", "format:check", "dead"]) {
  runStage(name, [name]);
}

const unitReport = join(reports, "unit.json");
runStage("unit", [
  "unit",
  "--",
  "--reporter=dot",
  "--reporter=json",
  `--outputFile.json=${unitReport}`,
]);
countTests(unitReport, ({ numPassedTests, numFailedTests, testResults }) => ({
  passed: numPassedTests,
  failed: numFailedTests,
  failures: testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName }) => `unit: ${fullName}`),
  ),
}));

// Prints its figures; what this machine cannot do is skipped with a line that says why.
const tortureReport = join(reports, "torture.json");
runStage("torture", ["torture", "--", "--short", "--json", tortureReport]);
countTests(tortureReport, (measures) => ({
  passed: measures.filter(({ holds }) => holds).length,
  failed: measures.filter(({ holds }) => !holds).length,
  failures: measures.filter(({ holds }) => !holds).map(({ name }) => `torture: ${name}`),
}));

if (runStage("build", ["build"])) {
  runStage("pack", ["pack:check"]);
  const chromium = obtainChromium();
  if (chromium === null) {
    failed += 1;
  } else {
    const e2eReport = join(reports, "e2e.json");
    runStage("e2e", ["e2e", "--", "--reporter=list,json"], {
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport,
    });
    countTests(e2eReport, ({ stats }) => {
      if (stats.flaky > 0) {
        console.log(`Only in their second run, ${stats.flaky} passed: see “flaky” above.`);
      }
      return {
        passed: stats.expected + stats.flaky,
        failed: stats.unexpected,
        failures: [], // Playwright names them last itself
      };
    });
  }
} else {
  console.error("\nNothing is built: the package and the end-to-end tests were not tried.");
  failed += 2;
}

rmSync(reports, { recursive: true });
if (failures.length > 0) {
  console.log(`\nFailed:\n  ${failures.join("\n  ")}`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
