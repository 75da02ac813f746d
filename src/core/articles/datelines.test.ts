import { describe, expect, it } from "vitest";

import { datelineLength } from "./datelines.ts";

describe("datelineLength", () => {
  it.each([
    ["VLADIVOSTOK, Russia —", " Russian President"],
    ["KYIV (Reuters) -", " The president"],
    ["Paris (AFP) –", " The president"],
    ["LONDON, Sept 5 (Reuters) -", " The minister"],
    ["NEW YORK (AP) —", " Leaders"],
    ["WASHINGTON, D.C. —", " Leaders"],
    ["SAINT-DENIS, France —", "Leaders"],
    ["МОСКВА, 5 сен —", " РИА Новости."],
    ["ROME --", " Leaders"],
  ])("finds %s", (dateline, rest) => {
    expect(datelineLength(dateline + rest)).toBe(dateline.length);
  });

  it.each([
    "The former U.S. president — praised by Peskov — has faced scrutiny.",
    "U.S. President Trump — who met Putin — said so.",
    "Paris — the city — was full.",
    "UK-based analysts said so.",
    "KYIV —",
    "Vladivostok was host to the forum.",
  ])("finds none in %s", (paragraph) => {
    expect(datelineLength(paragraph)).toBe(0);
  });
});
