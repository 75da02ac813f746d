import { userInfo } from "node:os";
import { basename, join } from "node:path";

import type { Database } from "better-sqlite3";
import { v7 as uuidv7 } from "uuid";

import { Topic } from "#contract/changes";
import type { ChangeEvent } from "#contract/changes";

import { describeBug } from "./describe-bug.ts";
import { createDispatch, reportOf } from "./dispatch.ts";
import type { Dispatch } from "./dispatch.ts";
import { projectKey } from "./hosting/running-hosts.ts";
import { beginProject } from "./projects/begin-project.ts";
import { keepIndexInBackground } from "./search/keep-index.ts";
import { Search } from "./search/search.ts";
import { writableDb } from "./store/db.ts";
import type { ReadableDb } from "./store/db.ts";
import { closeProject, openProject, reopenProject } from "./store/open-project.ts";
import { readIdentity } from "./store/project-identity.ts";
import type { ProjectIdentity } from "./store/project-identity.ts";
import { createUploads } from "./uploads.ts";

export type CoreOptions = {
  /** Path of the project file; made when it is not there. ":memory:" for a private one. */
  readonly projectFile: string;
  /** Title of a project that is made; its file's name when not given. */
  readonly title?: string;
  /** Recorded in the journal; the machine's user when not given. */
  readonly who?: string;
  /** Where the indexes for finding similar passages are kept; without it, in memory. */
  readonly indexFolder?: string;
  /** Whether the caller's thread goes on, so that the index can be made between requests. */
  readonly indexInBackground?: boolean;
  readonly now?: () => string;
  readonly newId?: () => string;
  readonly reportBug?: (error: unknown) => void;
};

/** One open project. Synchronous: hosts run it in a thread of its own (core-thread.ts). */
export type Core = {
  readonly dispatch: Dispatch;
  /** Called after each committed change. Returns how to stop. */
  readonly onChange: (listener: (event: ChangeEvent) => void) => () => void;
  /** Which project is open, and in which state. */
  readonly identity: () => ProjectIdentity;
  /**
   * Copies the project, as it is when the copy is finished, into a new file, a little at a time: requests
   * are answered meanwhile.
   */
  readonly copyTo: (file: string) => Promise<void>;
  readonly db: ReadableDb;
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
  const reportBug = options.reportBug ?? writeBug;
  const { projectFile } = options;
  const fileName = basename(projectFile);
  const title = options.title ?? fileName.replace(/\.corroboard$/u, "");
  const listeners = new Set<(event: ChangeEvent) => void>();
  const announce = (event: ChangeEvent) => {
    for (const listener of listeners) {
      listener(event);
    }
  };
  const listen = (listener: (event: ChangeEvent) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const uploads = createUploads();
  let isDriveAtFault = false;
  const searchOn = (database: Database) => {
    const inBackground = options.indexInBackground ?? false;
    const search = new Search({
      db: writableDb(database),
      indexFile: indexFileOf(options),
      inBackground,
    });
    const tellProgress = () =>
      announce({
        seq: readIdentity(database).seq,
        topics: ["search"],
        label: "read articles for searching",
        kind: "do",
      });
    const background = inBackground ? keepIndexInBackground(search, tellProgress, reportBug) : null;
    const stopListening = listen((event) => {
      if (event.topics.includes("articles")) {
        search.noteArticles();
        background?.wake();
      }
    });
    return {
      search,
      close: () => {
        stopListening();
        background?.stop();
        search.close();
      },
    };
  };
  const dispatchOn = (database: Database, { search }: ReturnType<typeof searchOn>) =>
    createDispatch({
      database,
      fileName,
      search,
      who: options.who ?? currentUser(),
      uploads,
      now,
      newId,
      announce,
      reportDriveFailure: () => {
        isDriveAtFault = true;
      },
      reportBug,
    });

  let database = openProject(projectFile);
  beginProject(database, { title, now, newId });
  const { projectId } = readIdentity(database);
  let searching = searchOn(database);
  let dispatch = dispatchOn(database, searching);
  let db = writableDb(database);

  /** After a failed read, write or sync. Pages ask again, since the last change may be there or not. */
  const reopen = () => {
    searching.close();
    closeProject(database);
    database = reopenProject(projectFile, projectId);
    isDriveAtFault = false;
    searching = searchOn(database);
    dispatch = dispatchOn(database, searching);
    db = writableDb(database);
    announce({
      seq: readIdentity(database).seq,
      topics: Topic.options,
      label: "open again",
      kind: "do",
    });
  };

  return {
    dispatch: (name, input) => {
      try {
        if (isDriveAtFault) {
          reopen();
        }
      } catch (error) {
        return { ok: false, failure: reportOf(error, reportBug) };
      }
      return dispatch(name, input);
    },
    onChange: listen,
    identity: () => {
      const { title: _, ...identity } = readIdentity(database);
      return identity;
    },
    copyTo: async (file) => {
      await database.backup(file);
    },
    get db() {
      return db;
    },
    close: () => {
      searching.close();
      closeProject(database);
    },
  };
}

function indexFileOf({ projectFile, indexFolder }: CoreOptions): string | null {
  return projectFile === ":memory:" || indexFolder === undefined
    ? null
    : join(indexFolder, `${projectKey(projectFile)}.index`);
}

function writeBug(error: unknown): void {
  process.stderr.write(`corroboard: ${describeBug(error)}\n`);
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
