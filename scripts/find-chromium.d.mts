/** A Chromium for the tests: `CHROMIUM_PATH`, an installed one, or one that Playwright fetched. */
export function findChromium(): string | null;
