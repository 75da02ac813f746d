import { userInfo } from "node:os";
import { basename } from "node:path";

import { v7 as uuidv7 } from "uuid";

import type { ChangeEvent } from "#contract/changes";

import { createDispatch } from "./dispatch.ts";
import type { Dispatch } from "./dispatch.ts";
import { beginProject } from "./projects/begin-project.ts";
import { closeProject, openProject } from "./store/open-project.ts";
import { createUploads } from "./uploads.ts";

export type CoreOptions = {
  /** Path of the project file; made when it is not there. ":memory:" for a private one. */
  readonly projectFile: string;
  /** Title of a project that is made; its file's name when not given. */
  readonly title?: string;
  /** Recorded in the journal; the machine's user when not given. */
  readonly who?: string;
  readonly now?: () => string;
  readonly newId?: () => string;
  readonly reportBug?: (error: unknown) => void;
};

/** One open project. Synchronous: hosts run it in a thread of its own (core-thread.ts). */
export type Core = {
  readonly dispatch: Dispatch;
  /** Called after each committed change. Returns how to stop. */
  readonly onChange: (listener: (event: ChangeEvent) => void) => () => void;
  /** Leaves one file behind and lets go of it. */
  readonly close: () => void;
};

/**
 * Opens a project, or makes one.
 * @throws Failure when the file cannot be opened: locked, damaged, too new, not ours.
 */
export function createCore(options: CoreOptions): Core {
  const now = options.now ?? (() => new Date().toISOString());
  const newId = options.newId ?? (() => uuidv7());
  const who = options.who ?? currentUser();
  const database = openProject(options.projectFile);
  const fileName = basename(options.projectFile);
  const title = options.title ?? fileName.replace(/\.corroboard$/u, "");
  beginProject(database, { title, now, newId });
  const listeners = new Set<(event: ChangeEvent) => void>();
  const dispatch = createDispatch({
    database,
    fileName,
    who,
    uploads: createUploads(),
    now,
    newId,
    announce: (event) => {
      for (const listener of listeners) {
        listener(event);
      }
    },
    reportBug:
      options.reportBug ??
      ((error) => {
        process.stderr.write(
          `corroboard: ${error instanceof Error ? error.stack : String(error)}\n`,
        );
      }),
  });
  return {
    dispatch,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => closeProject(database),
  };
}

/** Whoever runs this; a user id without an account has no name of its own. */
function currentUser(): string {
  try {
    return userInfo().username;
  } catch {
    return (
      process.env["USER"] ?? process.env["USERNAME"] ?? `user ${process.getuid?.() ?? "unknown"}`
    );
  }
}
