import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { measureAddHighlight } from "./add-highlight.ts";
import { measureBriefing } from "./briefing/measure-briefing.ts";
import { measureJudgement } from "./judgement/measure-judgement.ts";
import { measureReader } from "./reader/measure-reader.ts";
import { measureSharedWording } from "./shared-wording.ts";

const { values } = parseArgs({ options: { json: { type: "string" } } });
const measures = [
  ...measureAddHighlight(),
  ...measureSharedWording(),
  ...(await measureReader()),
  ...(await measureJudgement()),
  ...(await measureBriefing()),
];

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
