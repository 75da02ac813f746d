import { describe, expect, it } from "vitest";

import { fuzzRequests } from "./fuzz-requests.ts";

/** Seeds that found something once; each is tried for ever. */
const keptSeeds = [1, 2, 3];

describe("a request with any input (A64)", () => {
  it.each(keptSeeds)("is answered or refused, and leaves the project sound: seed %i", (seed) => {
    const steps = 600;
    const report = fuzzRequests({ seed, until: (step) => step >= steps });
    expect(report.faults).toEqual([]);
    expect(report.asked).toBe(steps);
    // It would prove nothing if all were refused.
    expect(report.answered).toBeGreaterThan(steps / 10);
  });
});
