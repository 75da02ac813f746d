import type { Stance } from "#contract/claim";

export type StanceWords = {
  /** Shown with the colour, so that colour is never the only mark. */
  readonly sign: string;
  readonly word: string;
  /** The letter that chooses it: alone on evidence, with Alt in the claim picker. */
  readonly key: string;
  /** The sign as it can be typed. */
  readonly typedSign: string;
};

/** In the order in which stances are always shown. */
export const stances: readonly Stance[] = ["supports", "disputes", "qualifies", "mentions"];

export const stanceWords: Record<Stance, StanceWords> = {
  supports: { sign: "＋", word: "Supports", key: "s", typedSign: "+" },
  disputes: { sign: "－", word: "Disputes", key: "d", typedSign: "-" },
  qualifies: { sign: "≈", word: "Qualifies", key: "q", typedSign: "~" },
  mentions: { sign: "·", word: "Mentions", key: "m", typedSign: "." },
};

/** The stance that a key stands for, as a letter or as a typed sign; null for other keys. */
export function stanceOfKey(key: string): Stance | null {
  const pressed = key.toLowerCase();
  return (
    stances.find(
      (stance) => stanceWords[stance].key === pressed || stanceWords[stance].typedSign === pressed,
    ) ?? null
  );
}

/**
 * The stance that the position of a letter key stands for (`KeyboardEvent.code`), because Alt turns
 * the letter itself into another character on a Mac.
 */
export function stanceOfKeyCode(code: string): Stance | null {
  return code.startsWith("Key") ? stanceOfKey(code.slice("Key".length)) : null;
}
