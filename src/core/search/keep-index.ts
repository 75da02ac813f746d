import type { SearchStatus } from "#contract/search";

import type { Search } from "./search.ts";

/** A request waits at most about so long for a slice of the work. */
const sliceMs = 6;

/** Pages are told of progress so often. */
const tellEveryMs = 1_000;

/** What a page takes for granted before it asks. */
const nothingToDo: SearchStatus = { state: "ready", articles: 0, waiting: 0, fault: null };

/**
 * Keeps the index up to date in the idle moments of a thread: slices between which requests are answered.
 * @param tell called when the status has changed
 * @param reportBug called with what no one expected; the index stays as it is then
 * @returns `wake` after the articles changed, and `stop`
 */
export function keepIndexInBackground(
  search: Search,
  tell: () => void,
  reportBug: (error: unknown) => void,
): { wake: () => void; stop: () => void } {
  let next: NodeJS.Immediate | null = null;
  let toldAtMs = performance.now();
  let told = JSON.stringify(nothingToDo);
  const tellStatus = () => {
    const status = JSON.stringify(search.status());
    toldAtMs = performance.now();
    if (status !== told) {
      told = status;
      tell();
    }
  };
  const slice = () => {
    next = null;
    try {
      work();
    } catch (error) {
      reportBug(error);
    }
  };
  const work = () => {
    if (search.work(performance.now() + sliceMs)) {
      next = setImmediate(slice);
      if (performance.now() - toldAtMs >= tellEveryMs) {
        tellStatus();
      }
    } else {
      tellStatus();
    }
  };
  const wake = () => {
    next ??= setImmediate(slice);
  };
  search.onWork = wake;
  wake();
  return {
    wake,
    stop: () => {
      if (next !== null) {
        clearImmediate(next);
      }
      next = null;
    },
  };
}
