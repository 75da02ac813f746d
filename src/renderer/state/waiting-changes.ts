import { create } from "zustand";

import { Failure } from "#contract/failure";
import type { CommandName } from "#contract/requests";

/** A change that a full disk refused; it is made as soon as there is space. */
export type WaitingChange = {
  readonly name: CommandName;
  readonly input: unknown;
  /** Gets the answer, or null when the project refused the change for another reason. */
  readonly settle: (value: unknown) => void;
};

/** What keeps the project from being saved; `message` says what to do. */
export type StorageTrouble = {
  readonly code: "disk-full" | "drive-failed";
  readonly message: string;
};

type WaitingState = {
  readonly trouble: StorageTrouble | null;
  /** In the order in which they were made. */
  readonly waiting: readonly WaitingChange[];
};

export const useWaitingChanges = create<WaitingState>(() => ({ trouble: null, waiting: [] }));

/**
 * Whether a change may be made later, by itself: not what depends on the moment (undo, backups), on bytes
 * that were handed over, or on a text whose editor keeps and saves it again.
 */
export function canWait(name: CommandName): boolean {
  return !(
    name.startsWith("history.") ||
    name.startsWith("backup.") ||
    name.startsWith("upload.") ||
    name.startsWith("view.") ||
    name.startsWith("project.") ||
    name === "article.import" ||
    name === "briefing.save"
  );
}

/** Whether a failure is of the disk, and not of what was asked. */
export function troubleOf(error: unknown): StorageTrouble | null {
  return error instanceof Failure && (error.code === "disk-full" || error.code === "drive-failed")
    ? { code: error.code, message: error.message }
    : null;
}

/** Whatever was asked: the disk's trouble is shown until something could be saved. */
export function noteTrouble(error: unknown): void {
  const trouble = troubleOf(error);
  if (trouble !== null) {
    useWaitingChanges.setState({ trouble });
  }
}

/** Resolves when the change was made at last: whoever asked for it goes on then as if it had been at once. */
export function letWait(name: CommandName, input: unknown): Promise<unknown> {
  return new Promise((settle) => {
    useWaitingChanges.setState(({ waiting }) => ({
      waiting: [...waiting, { name, input, settle }],
    }));
  });
}

export type Attempt = {
  /** How many waiting changes were made. */
  readonly saved: number;
  /** What the project refused for another reason than its disk, in words; these wait no longer. */
  readonly refused: readonly string[];
  readonly isOver: boolean;
};

/**
 * Tries whether the project can be saved again, with the oldest waiting change or, where none waits, with
 * something that is not part of the analysis. Goes on with the others while that works.
 */
export async function tryAgain(
  send: (name: CommandName, input: unknown) => Promise<unknown>,
): Promise<Attempt> {
  let saved = 0;
  const refused: string[] = [];
  for (;;) {
    const [next] = useWaitingChanges.getState().waiting;
    const { name, input } = next ?? probe;
    let value: unknown = null;
    try {
      value = await send(name, input);
      saved += next === undefined ? 0 : 1;
    } catch (error) {
      if (troubleOf(error) !== null || !(error instanceof Failure) || error.code === "internal") {
        noteTrouble(error);
        return { saved, refused, isOver: false };
      }
      refused.push(error.message);
    }
    if (next === undefined) {
      useWaitingChanges.setState({ trouble: null });
      return { saved, refused, isOver: true };
    }
    useWaitingChanges.setState(({ waiting }) => ({
      waiting: waiting.filter((change) => change !== next),
    }));
    next.settle(value);
  }
}

const probe = { name: "view.save", input: { key: "storage", value: null } } as const;
