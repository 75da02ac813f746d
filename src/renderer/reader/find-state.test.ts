import { describe, expect, it } from "vitest";

import { placeOfHit, stepHit, useFindState } from "./find-state.ts";

const hit = { start: 0, end: 1 };
const found = [
  { paneId: "a", hits: [hit, hit] },
  { paneId: "b", hits: [] },
  { paneId: "c", hits: [hit] },
];

describe("placeOfHit", () => {
  it("counts across panes and names the pane by its place on the desk", () => {
    expect(placeOfHit(found, { paneId: "a", index: 1 })).toBe("2 of 3 · pane 1");
    expect(placeOfHit(found, { paneId: "c", index: 0 })).toBe("3 of 3 · pane 3");
  });

  it("says how many there are when none is current, and when there is none", () => {
    expect(placeOfHit(found, null)).toBe("3 hits");
    expect(placeOfHit([{ paneId: "c", hits: [hit] }], null)).toBe("1 hit");
    expect(placeOfHit([], null)).toBe("No hits");
  });
});

describe("stepHit", () => {
  it("walks through all panes and goes round at both ends", () => {
    useFindState.setState({ found, current: { paneId: "a", index: 1 } });
    const at = () => useFindState.getState().current;
    stepHit(1);
    expect(at()).toEqual({ paneId: "c", index: 0 });
    stepHit(1);
    expect(at()).toEqual({ paneId: "a", index: 0 });
    stepHit(-1);
    expect(at()).toEqual({ paneId: "c", index: 0 });
  });
});
