import { fuzzRequests } from "#core/testing/fuzz/fuzz-requests";

import { compare } from "../bench/measure.ts";
import type { Measure } from "../bench/measure.ts";

/** So many requests are asked of one project; then a new one is begun with the next seed. */
const stepsOfProject = 3_000;

/**
 * Asks for anything and everything for so long. Prints each fault with the seed that makes it again: it
 * belongs among the kept ones of fuzz-requests.test.ts.
 */
export async function measureFuzz(options: {
  readonly minutes: number;
  readonly firstSeed: number;
}): Promise<Measure[]> {
  const end = performance.now() + options.minutes * 60_000;
  let asked = 0;
  let answered = 0;
  let faults = 0;
  for (let seed = options.firstSeed; performance.now() < end; seed += 1) {
    const report = fuzzRequests({
      seed,
      until: (step) => step >= stepsOfProject || performance.now() >= end,
    });
    asked += report.asked;
    answered += report.answered;
    faults += report.faults.length;
    for (const fault of report.faults) {
      console.log(fault);
    }
  }
  return [
    compare("fuzzing the contract: promises that were broken / requests", faults, asked, {
      unit: "requests",
      target: 0,
    }),
    // All refused would prove nothing; the share itself depends on which seeds there was time for.
    compare("fuzzing the contract: requests that were refused / all", asked - answered, asked, {
      unit: "requests",
      target: 0.95,
    }),
  ];
}
