import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { createIdleWatch } from "./idle-watch.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const minuteMs = 60_000;

describe("the watch for connected pages", () => {
  it("calls when no page ever connected", () => {
    const onIdle = vi.fn();
    createIdleWatch(10, onIdle);
    vi.advanceTimersByTime(10 * minuteMs - 1);
    expect(onIdle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(onIdle).toHaveBeenCalledOnce();
  });

  it("waits anew after the last page has gone, as after a reload", () => {
    const onIdle = vi.fn();
    const watch = createIdleWatch(10, onIdle);
    watch.setConnected(1);
    vi.advanceTimersByTime(60 * minuteMs);
    watch.setConnected(0);
    vi.advanceTimersByTime(9 * minuteMs);
    watch.setConnected(1);
    watch.setConnected(0);
    vi.advanceTimersByTime(9 * minuteMs);
    expect(onIdle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1 * minuteMs);
    expect(onIdle).toHaveBeenCalledOnce();
  });

  it("never calls with 0 minutes, nor after it was stopped", () => {
    const onIdle = vi.fn();
    createIdleWatch(0, onIdle);
    createIdleWatch(10, onIdle).stop();
    vi.advanceTimersByTime(1_000 * minuteMs);
    expect(onIdle).not.toHaveBeenCalled();
  });
});
