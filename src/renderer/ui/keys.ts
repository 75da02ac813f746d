/** Whether Cmd takes the place of Ctrl. */
const isMac = navigator.platform.startsWith("Mac");

const keyNames: Record<string, string> = {
  Mod: isMac ? "⌘" : "Ctrl",
  Alt: isMac ? "⌥" : "Alt",
  Shift: isMac ? "⇧" : "Shift",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
  Space: "Space",
};

/** "Ctrl K" for "Mod+K": how a shortcut is shown. */
export function shownKeys(keys: string): string {
  return keys
    .split("+")
    .map((key) => keyNames[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join(" ");
}

/** The shortcut in the form of `aria-keyshortcuts`. */
export function ariaKeys(keys: string): string {
  return keys.replace("Mod", isMac ? "Meta" : "Control");
}

/** Whether a key event is the given shortcut; Shift counts only for keys that are not characters. */
export function isShortcut(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split("+");
  const key = parts.at(-1) ?? "";
  const wants = (name: string) => parts.slice(0, -1).includes(name);
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const otherMod = isMac ? event.ctrlKey : event.metaKey;
  if (mod !== wants("Mod") || otherMod || event.altKey !== wants("Alt")) {
    return false;
  }
  const pressed = keyOf(event);
  if (/^[a-z]$/u.test(pressed)) {
    return pressed === key.toLowerCase() && event.shiftKey === wants("Shift");
  }
  if (pressed.length === 1 && !wants("Mod") && !wants("Alt")) {
    // Which other characters need Shift depends on the keyboard layout.
    return pressed === key && (event.shiftKey || !wants("Shift"));
  }
  return pressed.toLowerCase() === key.toLowerCase() && event.shiftKey === wants("Shift");
}

/**
 * The key as shortcuts name it, letters small whatever Caps Lock says. Where a layout writes letters of
 * another script, and on a Mac with Alt, it is the Latin letter or digit that the key stands for.
 */
function keyOf({ key, code, altKey }: Pick<KeyboardEvent, "key" | "code" | "altKey">): string {
  if (key === " ") {
    return "Space";
  }
  const isOtherScript = key.length === 1 && /\p{L}/u.test(key) && !/\p{Script=Latin}/u.test(key);
  const [, latin] = /^(?:Key|Digit)(.)$/u.exec(code) ?? [];
  const isTakenByAlt = isMac && altKey && key.length === 1;
  const named = latin !== undefined && (isOtherScript || isTakenByAlt) ? latin : key;
  return /^[a-z]$/iu.test(named) ? named.toLowerCase() : named;
}

/** Whether typing goes into the element: letter shortcuts must leave it alone. */
export function isTypingTarget(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement ||
      (target instanceof HTMLInputElement &&
        !["button", "checkbox", "radio", "range", "color", "file"].includes(target.type)))
  );
}

/** Whether two shortcuts are one, whatever the order of their modifiers. */
export function sameKeys(a: string, b: string): boolean {
  const parts = (keys: string) => {
    const pressed = keys.toLowerCase().split("+");
    return `${pressed.slice(0, -1).toSorted().join("+")}+${pressed.at(-1)}`;
  };
  return parts(a) === parts(b);
}

/** The shortcut that a key event is, to be kept; null while only modifiers are held. */
export function keysOfEvent(event: KeyboardEvent): string | null {
  if (["Control", "Shift", "Alt", "Meta", "AltGraph", "Dead"].includes(event.key)) {
    return null;
  }
  const hasMod = isMac ? event.metaKey : event.ctrlKey;
  const key = keyOf(event);
  const isLetter = /^\p{L}$/u.test(key);
  const isNamed = key.length > 1;
  const modifiers = [
    ...(hasMod ? ["Mod"] : []),
    ...(event.altKey ? ["Alt"] : []),
    // Which other characters need Shift depends on the keyboard.
    ...(event.shiftKey && (isLetter || isNamed || hasMod || event.altKey) ? ["Shift"] : []),
  ];
  const shown = isLetter ? (modifiers.length === 0 ? key.toLowerCase() : key.toUpperCase()) : key;
  return [...modifiers, shown].join("+");
}
