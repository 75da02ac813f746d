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
  const pressed = event.key === " " ? "Space" : event.key;
  if (pressed.length === 1 && !wants("Mod") && !wants("Alt")) {
    // Which characters need Shift depends on the keyboard layout; capitals are told apart.
    return wants("Shift")
      ? event.shiftKey && pressed.toLowerCase() === key.toLowerCase()
      : pressed === key;
  }
  return pressed.toLowerCase() === key.toLowerCase() && event.shiftKey === wants("Shift");
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
  const isLetter = /^\p{L}$/u.test(event.key);
  const isNamed = event.key.length > 1 || event.key === " ";
  const key = event.key === " " ? "Space" : event.key;
  const modifiers = [
    ...(hasMod ? ["Mod"] : []),
    ...(event.altKey ? ["Alt"] : []),
    // Which other characters need Shift depends on the keyboard.
    ...(event.shiftKey && (isLetter || isNamed || hasMod || event.altKey) ? ["Shift"] : []),
  ];
  const shown = isLetter ? (modifiers.length === 0 ? key.toLowerCase() : key.toUpperCase()) : key;
  return [...modifiers, shown].join("+");
}
