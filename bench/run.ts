import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { measureAddHighlight } from "./add-highlight.ts";
import { measureBriefing } from "./briefing/measure-briefing.ts";
import { measureExportMarkdown } from "./export-markdown.ts";
import { measureCanvas } from "./judgement/measure-canvas.ts";
import { measureClaimsList } from "./judgement/measure-claims-list.ts";
import { measureMatrix } from "./judgement/measure-matrix.ts";
import type { Measure } from "./measure.ts";
import { measureReader, measureReaderGrowth } from "./reader/measure-reader.ts";
import { measureSharedWording } from "./shared-wording.ts";
import { measureWhereElse } from "./where-else/measure-where-else.ts";

const { values } = parseArgs({
  options: {
    json: { type: "string" },
    /** Names of suites, to measure no others. */
    only: { type: "string", multiple: true },
  },
});
const suites: Readonly<Record<string, () => Measure[] | Promise<Measure[]>>> = {
  "add-highlight": measureAddHighlight,
  "shared-wording": measureSharedWording,
  "export-markdown": measureExportMarkdown,
  reader: measureReader,
  "reader-growth": measureReaderGrowth,
  "where-else": measureWhereElse,
  "claims-list": measureClaimsList,
  matrix: measureMatrix,
  canvas: measureCanvas,
  briefing: measureBriefing,
};
/** A measure's own words name its suite too: "claims list". */
const only = values.only?.map((name) => name.toLowerCase().replaceAll(" ", "-"));
const unknown = only?.find((name) => !Object.hasOwn(suites, name));
if (unknown !== undefined) {
  process.stderr.write(
    `There is no suite ${unknown}; there are ${Object.keys(suites).join(", ")}.\n`,
  );
  process.exit(2);
}
const measures: Measure[] = [];
for (const [name, measure] of Object.entries(suites)) {
  if (only?.includes(name) ?? true) {
    process.stderr.write(`measuring ${name}\n`);
    measures.push(...(await measure()));
  }
}

console.table(
  measures.map(({ name, value, unit, against, ratio, target, holds }) => ({
    name,
    value: `${value.toFixed(2)} ${unit}`,
    against: `${against.toFixed(2)} ${unit}`,
    ratio: ratio.toFixed(2),
    target: `≤ ${target}`,
    holds,
  })),
);
if (values.json !== undefined) {
  writeFileSync(values.json, `${JSON.stringify(measures, null, 2)}\n`);
}
