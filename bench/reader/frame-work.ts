import type { Browser, Page } from "playwright-core";

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread: what other programs took meanwhile is not in it. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
};

/**
 * What the page's main thread did in each frame while something went on, in milliseconds of work: tasks
 * from one frame's beginning to the next one's, from Chromium's own trace.
 */
export async function frameWork(
  browser: Browser,
  page: Page,
  goOn: () => Promise<void>,
): Promise<number[]> {
  await browser.startTracing(page, {
    categories: [
      "toplevel",
      "devtools.timeline",
      "disabled-by-default-devtools.timeline",
      "disabled-by-default-devtools.timeline.frame",
      "__metadata",
    ],
  });
  await goOn();
  const trace = await browser.stopTracing();
  const { traceEvents } = JSON.parse(trace.toString("utf8")) as { traceEvents: TraceEvent[] };
  return workOfFrames(traceEvents);
}

function workOfFrames(events: readonly TraceEvent[]): number[] {
  const threads = new Map<string, TraceEvent[]>();
  for (const event of events) {
    const key = `${event.pid} ${event.tid}`;
    const list = threads.get(key) ?? [];
    list.push(event);
    threads.set(key, list);
  }
  const mainThreads = [...threads.values()].filter((list) =>
    list.some(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain"),
  );
  const framesOf = (list: readonly TraceEvent[]) =>
    list.filter(({ name }) => name === "FireAnimationFrame");
  const main = mainThreads.toSorted((a, b) => framesOf(b).length - framesOf(a).length)[0] ?? [];
  const tasks = main
    .filter(({ name, ph }) => name === "RunTask" && ph === "X")
    .toSorted((a, b) => a.ts - b.ts);
  const frames = framesOf(main)
    .map(({ ts }) => ts)
    .toSorted((a, b) => a - b);
  const work: number[] = [];
  let next = 0;
  for (const [index, frameAt] of frames.entries()) {
    const frameEnd = frames[index + 1];
    let microseconds = 0;
    for (let task = tasks[next]; task !== undefined; task = tasks[next]) {
      // A frame's callback runs inside its task, which began a little before.
      const isOfFrame = frameEnd !== undefined && task.ts + (task.dur ?? 0) < frameEnd;
      if (!isOfFrame) {
        break;
      }
      microseconds += task.ts + (task.dur ?? 0) < frameAt ? 0 : (task.tdur ?? task.dur ?? 0);
      next += 1;
    }
    if (frameEnd !== undefined) {
      work.push(microseconds / 1_000);
    }
  }
  if (work.length === 0) {
    throw new Error("the trace has no frames");
  }
  return work;
}
