/** Set by `npm run torture`: every string at every place, and ten times the random trials. */
const isThorough = process.env["CORROBOARD_THOROUGH"] === "1";

/** Every so many-th string, and those that are kept always; in the torture all of them. */
export function someOf(
  strings: readonly string[],
  step: number,
  isKept: (index: number) => boolean = () => false,
): string[] {
  return strings.filter((_, index) => isThorough || index % step === 0 || isKept(index));
}

/** How many random trials are made. */
export function runsOf(usually: number): number {
  return isThorough ? usually * 10 : usually;
}
