/** One line of the table: a value, set against another one that was measured in the same run. */
export type Measure = {
  readonly name: string;
  /** Median, in `unit`. */
  readonly value: number;
  readonly unit: string;
  /** Median of what it is compared with, in the same unit. */
  readonly against: number;
  readonly ratio: number;
  /** The ratio may not be above this. */
  readonly target: number;
  readonly holds: boolean;
};

export function compare(
  name: string,
  value: number,
  against: number,
  options: { unit: string; target: number },
): Measure {
  const ratio = value / against;
  return { name, value, against, ratio, ...options, holds: ratio <= options.target };
}

/** Median of the times in milliseconds; the two steps take turns, so that noise hits both alike. */
export function medianTimesMs(
  repeats: number,
  step: (run: number) => void,
  against: (run: number) => void,
): { step: number; against: number } {
  const times = { step: [] as number[], against: [] as number[] };
  for (let run = 0; run < repeats; run += 1) {
    times.step.push(timeMs(() => step(run)));
    times.against.push(timeMs(() => against(run)));
  }
  return { step: median(times.step), against: median(times.against) };
}

function timeMs(action: () => void): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** @param share of the values that lie below the answer, from 0 to below 1 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.floor(sorted.length * share)];
  if (value === undefined) {
    throw new Error("nothing was measured");
  }
  return value;
}
