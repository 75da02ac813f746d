import { z } from "zod";

import { ChangeId } from "./ids.ts";
import { Moment } from "./text.ts";

/** One entry of the journal. Undoing and redoing are entries of their own; nothing is ever erased. */
export const Change = z.strictObject({
  id: ChangeId,
  /** Order of the journal, from 1, without gaps. */
  seq: z.int(),
  at: Moment,
  /** Who made it: the name of the machine's user. */
  who: z.string(),
  kind: z.enum(["do", "undo", "redo"]),
  /** Request that made it, such as "evidence.link". */
  request: z.string(),
  /** What the interface says, such as "link to claim"; for undo and redo, that of their target. */
  label: z.string(),
  /** Whether its effect stands now; "dropped" can no longer be redone. Undo and redo entries are "log". */
  state: z.enum(["applied", "undone", "dropped", "log"]),
});
export type Change = z.infer<typeof Change>;

export const History = z.strictObject({
  /** Next to be undone, or null. */
  undo: z.strictObject({ label: z.string() }).nullable(),
  redo: z.strictObject({ label: z.string() }).nullable(),
  undoCount: z.int(),
  redoCount: z.int(),
});
export type History = z.infer<typeof History>;
