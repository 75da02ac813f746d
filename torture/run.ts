import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import type { Measure } from "../bench/measure.ts";
import { measureDamage } from "./damage.ts";
import { measureDiskFaults } from "./disk-faults.ts";
import { measureFuzz } from "./fuzz.ts";
import { measureHostile, measureSockets } from "./hostile.ts";
import { measureKills } from "./kills.ts";
import { measureOwners } from "./owners.ts";
import { measurePowerCuts } from "./power-cuts.ts";
import { measureUndo } from "./undo.ts";

const { values } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    json: { type: "string" },
    only: { type: "string" },
  },
});
const { short } = values;
// Every trial starts processes, and each of them would compile all of the core again.
process.env["NODE_COMPILE_CACHE"] ??= fileURLToPath(
  new URL("../node_modules/.cache/node", import.meta.url),
);
const parts: Readonly<Record<string, () => Promise<Measure[]>>> = {
  kills: () => measureKills(short ? 8 : 200),
  owners: () => measureOwners(short ? 40 : 1_000, !short),
  "power-cuts": () => measurePowerCuts(short ? 200 : 5_000),
  "disk-faults": () => measureDiskFaults(short ? 3 : null),
  damage: () => measureDamage(short ? 1 : 20),
  undo: () => measureUndo(short ? 1 : 20, 500),
  hostile: () => measureHostile(short ? 3 : 5, !short),
  sockets: () => measureSockets(),
  fuzz: () =>
    measureFuzz({ minutes: short ? 0.25 : 10, firstSeed: short ? 1 : Date.now() % 1_000_000 }),
};

const measures: Measure[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (values.only === undefined || values.only === name) {
    const started = performance.now();
    measures.push(...(await measure()));
    console.log(`${name}: ${((performance.now() - started) / 1_000).toFixed(1)} s`);
  }
}
console.table(
  measures.map(({ name, value, unit, against, ratio, target, holds }) => ({
    name,
    value: `${value} ${unit}`,
    of: against,
    ratio: ratio.toFixed(4),
    target: `≤ ${target}`,
    holds,
  })),
);
if (values.json !== undefined) {
  writeFileSync(values.json, `${JSON.stringify(measures, null, 2)}\n`);
}
process.exitCode = measures.every(({ holds }) => holds) ? 0 : 1;
