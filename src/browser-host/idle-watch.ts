/** Watches whether any page is connected. */
export type IdleWatch = {
  /** Tells how many pages are connected. */
  readonly setConnected: (pages: number) => void;
  readonly stop: () => void;
};

/** Calls back once, when no page was connected for so many minutes; never when that is 0. */
export function createIdleWatch(minutes: number, onIdle: () => void): IdleWatch {
  let timer: NodeJS.Timeout | null = null;
  const stop = () => {
    if (timer !== null) {
      clearTimeout(timer);
      timer = null;
    }
  };
  const setConnected = (pages: number) => {
    stop();
    if (pages === 0 && minutes > 0) {
      timer = setTimeout(onIdle, minutes * 60_000);
    }
  };
  setConnected(0);
  return { setConnected, stop };
}
