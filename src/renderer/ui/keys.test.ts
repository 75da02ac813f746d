import { describe, expect, it } from "vitest";

import { isShortcut, keysOfEvent } from "./keys.ts";

/** A press on a keyboard that is not a Mac's. */
function press(key: string, code: string, held: readonly ("Mod" | "Alt" | "Shift")[] = []) {
  return {
    key,
    code,
    ctrlKey: held.includes("Mod"),
    metaKey: false,
    altKey: held.includes("Alt"),
    shiftKey: held.includes("Shift"),
  } as KeyboardEvent; // what the functions read
}

describe("a shortcut", () => {
  it.each([
    ["t", press("t", "KeyT"), true],
    ["t", press("T", "KeyT", ["Shift"]), false],
    ["Shift+T", press("T", "KeyT", ["Shift"]), true],
    ["?", press("?", "Slash", ["Shift"]), true],
    ["?", press("?", "Minus"), true],
    ["Mod+K", press("k", "KeyK", ["Mod"]), true],
    ["Mod+Shift+Z", press("Z", "KeyZ", ["Mod", "Shift"]), true],
    ["Mod+Z", press("Z", "KeyZ", ["Mod", "Shift"]), false],
  ])("%s is pressed or not", (keys, event, is) => {
    expect(isShortcut(event, keys)).toBe(is);
  });

  it("is pressed with Caps Lock on as well", () => {
    expect(isShortcut(press("T", "KeyT"), "t")).toBe(true);
    expect(isShortcut(press("t", "KeyT", ["Shift"]), "Shift+T")).toBe(true);
  });

  it.each([
    ["е", "t"],
    ["ف", "t"],
    ["τ", "t"],
  ])("is found on a layout that writes %s there", (key, latin) => {
    expect(isShortcut(press(key, "KeyT"), latin)).toBe(true);
    expect(isShortcut(press(key, "KeyT", ["Alt"]), "Alt+T")).toBe(true);
    expect(keysOfEvent(press(key, "KeyT", ["Mod"]))).toBe("Mod+T");
  });

  it("goes by the letter, not by its place, on a layout with Latin letters", () => {
    expect(isShortcut(press("a", "KeyQ"), "a")).toBe(true);
    expect(isShortcut(press("a", "KeyQ"), "q")).toBe(false);
  });
});
