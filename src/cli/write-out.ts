import { once } from "node:events";

/** Writes to standard output and waits until it was taken: the process may end right after. */
export async function writeOut(text: string): Promise<void> {
  if (!process.stdout.write(text)) {
    await once(process.stdout, "drain");
  }
}

/**
 * Text of the analyst's or of an article's, without what could break the line, drive a terminal or turn
 * round what is said after it.
 */
export function oneLine(text: string): string {
  return text.replaceAll(/\p{Bidi_Control}/gu, "").replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
}
