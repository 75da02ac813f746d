import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { requests } from "#contract/requests";
import type { RequestName } from "#contract/requests";

import { parseInput } from "../../dispatch.ts";
import { inputOf } from "./arbitrary-input.ts";

const names = Object.keys(requests) as RequestName[];
const someId = "01890000-0000-7000-8000-000000000000";
const tooLong = "x".repeat(64 * 1024 * 1024 + 1);

type Path = readonly (string | number)[];

/** Inputs that the request takes, as different as they come. */
function goodInputs(name: RequestName): unknown[] {
  const inputs = fc.sample(inputOf(requests[name].input, [someId]), { seed: 7, numRuns: 400 });
  return inputs.filter((input) => requests[name].input.safeParse(input).success).slice(0, 25);
}

/** Places in an input at which there is an object, or a string. */
function placesOf(value: unknown, wanted: "object" | "string", path: Path = []): Path[] {
  const isWanted =
    wanted === "string"
      ? typeof value === "string"
      : typeof value === "object" && value !== null && !Array.isArray(value);
  const inner =
    typeof value === "object" && value !== null && !ArrayBuffer.isView(value)
      ? Object.entries(value).flatMap(([key, each]) =>
          placesOf(each, wanted, [...path, Array.isArray(value) ? Number(key) : key]),
        )
      : [];
  return isWanted && !ArrayBuffer.isView(value) ? [path, ...inner] : inner;
}

/** A copy with another value at the place. */
function withValueAt(input: unknown, path: Path, change: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) {
    return change(input);
  }
  const copy: unknown = Array.isArray(input) ? [...(input as unknown[])] : { ...(input as object) };
  Reflect.set(copy as object, key, withValueAt(Reflect.get(copy as object, key), rest, change));
  return copy;
}

describe.each(names)("%s", (name) => {
  const inputs = goodInputs(name);
  const isFreeForm = (path: Path) => name === "view.save" && path[0] === "value";
  const refusal = (input: unknown) => () => parseInput(name, input);
  const invalid = expect.objectContaining({ code: "invalid-request" }) as Error;

  it("is taken with inputs of its form", () => {
    expect(inputs.length).toBeGreaterThan(0);
  });

  it("refuses a key that it does not know, however deep", () => {
    for (const input of inputs) {
      for (const path of placesOf(input, "object").filter((each) => !isFreeForm(each))) {
        for (const key of ["unknownKey", "toString"]) {
          const changed = withValueAt(input, path, (old) => ({ ...(old as object), [key]: 1 }));
          expect(refusal(changed), path.join(".")).toThrow(invalid);
        }
      }
    }
  });

  it("refuses half of a character in any text", () => {
    for (const input of inputs) {
      for (const path of placesOf(input, "string")) {
        for (const half of ["\ud83d", "\udc00"]) {
          const changed = withValueAt(input, path, (old) => `${String(old)}${half}`);
          expect(refusal(changed), path.join(".")).toThrow(invalid);
        }
      }
    }
  });

  it("refuses texts without measure and nesting without end", () => {
    let nested: unknown = someId;
    for (let depth = 0; depth < 200; depth += 1) {
      nested = { in: nested };
    }
    expect(refusal(nested)).toThrow(invalid);
    for (const input of inputs.slice(0, 3)) {
      for (const path of placesOf(input, "string")) {
        expect(refusal(withValueAt(input, path, () => tooLong)), path.join(".")).toThrow(invalid);
        expect(refusal(withValueAt(input, path, () => nested)), path.join(".")).toThrow(invalid);
      }
    }
  });
});
