import type { ReadableDb } from "#core/store/db";

/** A state of the journal that a user had been told is saved. */
export type Acknowledged = { readonly seq: number; readonly hash: string };

export function lineOf({ seq, hash }: Acknowledged): string {
  return `${seq} ${hash}\n`;
}

/** The last whole line; null when there is none yet. */
export function lastAcknowledged(text: string): Acknowledged | null {
  const line =
    text
      .slice(0, text.lastIndexOf("\n") + 1)
      .trimEnd()
      .split("\n")
      .at(-1) ?? "";
  const [seq, hash] = line.split(" ");
  return seq === undefined || hash === undefined ? null : { seq: Number(seq), hash };
}

/** How many states were acknowledged: a question that changes nothing says the same one again. */
export function acknowledgementsIn(text: string): number {
  return new Set(text.slice(0, text.lastIndexOf("\n") + 1).split("\n")).size - 1;
}

/** Whether a project holds what was acknowledged, and with it all that came before. */
export function holds(db: ReadableDb, acknowledged: Acknowledged | null): boolean {
  return (
    acknowledged === null ||
    acknowledged.seq === 0 ||
    db.get<{ hash: string }>("SELECT hash FROM change WHERE seq = :seq", { seq: acknowledged.seq })
      ?.hash === acknowledged.hash
  );
}
