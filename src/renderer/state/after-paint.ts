/** A window that is hidden paints nothing; nobody waits longer than this. Milliseconds. */
const atMostMs = 50;

/**
 * Calls back once, when what is being drawn now has been painted.
 * @returns calls it off
 */
export function afterPaint(action: () => void): () => void {
  let isOver = false;
  let task: ReturnType<typeof setTimeout> | undefined;
  const goOn = () => {
    if (!isOver) {
      isOver = true;
      action();
    }
  };
  const timer = setTimeout(goOn, atMostMs);
  const frame = requestAnimationFrame(() => {
    // A frame is painted after its callbacks.
    task = setTimeout(goOn);
  });
  return () => {
    isOver = true;
    clearTimeout(timer);
    clearTimeout(task);
    cancelAnimationFrame(frame);
  };
}
