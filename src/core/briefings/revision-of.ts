import { createHash } from "node:crypto";

/** Tells two states of a briefing's text apart; undo brings back the revision with the text. */
export function revisionOf(storedText: string): string {
  return createHash("sha256").update(storedText).digest("hex").slice(0, 16);
}
