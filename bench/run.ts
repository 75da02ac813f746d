import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { measureAddHighlight } from "./add-highlight.ts";
import { measureBriefing } from "./briefing/measure-briefing.ts";
import { measureExportMarkdown } from "./export-markdown.ts";
import { measureJudgement } from "./judgement/measure-judgement.ts";
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
  judgement: measureJudgement,
  briefing: measureBriefing,
};
const measures: Measure[] = [];
for (const [name, measure] of Object.entries(suites)) {
  if (values.only?.includes(name) ?? true) {
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
