import { realpathSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

import type { BackupReason } from "#contract/backup";
import { Topic } from "#contract/changes";
import type { ChangeEvent } from "#contract/changes";
import { Failure } from "#contract/failure";
import type { Reply } from "#contract/failure";
import { isCommandName, isRequestName } from "#contract/requests";
import type { BackupRequestName, OutputOf, ParsedInputOf } from "#contract/requests";

import { createCore } from "../create-core.ts";
import type { CoreOptions } from "../create-core.ts";
import { describeBug } from "../describe-bug.ts";
import { isBackupRequest, parseInput, reportOf } from "../dispatch.ts";
import { prepareToOpen } from "../store/prepare-to-open.ts";
import type { ProjectIdentity } from "../store/project-identity.ts";
import { writeProjectRecord } from "../store/project-record.ts";
import { failureOfSqlite } from "../store/sqlite-failures.ts";
import { changeBackupSettings, readBackupSettings, showBackupSettings } from "./backup-settings.ts";
import { openBackupShelf, withoutHash } from "./backup-shelf.ts";
import type { ShelvedBackup } from "./backup-shelf.ts";
import { inspectBackup } from "./inspect-backup.ts";
import { backupsFolder, copyToSecondFolder, settleDraft, shelveDraft } from "./make-backup.ts";
import { backupBeforeMigration } from "./migration-backup.ts";
import { refuseUnsound, replaceProject } from "./replace-project.ts";
import { reasonForBackupBefore } from "./risky-requests.ts";

const everyMs = 10 * 60_000;

export type GuardedCoreOptions = CoreOptions & {
  /** Where records, backups and indexes are kept; null for a project that nobody will miss. */
  readonly stateFolder: string | null;
  /** Time between two looks whether a backup is due. */
  readonly backupEveryMs?: number;
  /** The folder of the machine's user, where a second place for backups is looked for. */
  readonly homeFolder?: string;
};

/** A core that looks at a file before it opens it, and that keeps backups. */
export type GuardedCore = {
  /** Never rejects. Answers in the order in which it is asked. */
  readonly dispatch: (name: string, input: unknown) => Promise<Reply<unknown>>;
  readonly onChange: (listener: (event: ChangeEvent) => void) => () => void;
  /** Finishes the backup in the making, leaves one file behind and lets go of it. */
  readonly close: () => Promise<void>;
};

/** @throws Failure when the file cannot be opened: locked, damaged, too new, not ours */
export async function openGuardedCore(options: GuardedCoreOptions): Promise<GuardedCore> {
  const { stateFolder } = options;
  if (stateFolder === null || options.projectFile === ":memory:") {
    const core = createCore(options);
    return {
      dispatch: async (name, input) => core.dispatch(name, input),
      onChange: core.onChange,
      close: async () => core.close(),
    };
  }
  const notices = [...(await prepareToOpen(options.projectFile, stateFolder))];
  await backupBeforeMigration(options.projectFile, stateFolder);
  const indexFolder = join(stateFolder, "indexes");
  return guard({ ...options, indexFolder, stateFolder }, notices);
}

function guard(
  options: GuardedCoreOptions & { readonly stateFolder: string },
  notices: string[],
): GuardedCore {
  const { stateFolder } = options;
  const now = options.now ?? (() => new Date().toISOString());
  let core = createCore(options);
  const file = realpathSync(options.projectFile);
  const around = { projectFile: file, homeFolder: options.homeFolder };
  const { projectId } = core.identity();
  const shelf = openBackupShelf(
    backupsFolder(stateFolder),
    projectId,
    () => readBackupSettings(stateFolder).maxBytes,
  );
  const listeners = new Set<(event: ChangeEvent) => void>();
  const announce = (event: ChangeEvent) => {
    for (const listener of listeners) {
      listener(event);
    }
  };
  core.onChange(announce);

  /** The state that the newest backup, or the one in the making, holds. */
  let backedUp: Pick<ProjectIdentity, "seq" | "hash"> | undefined = shelf.list()[0];
  const isBackedUp = () => {
    const { seq, hash } = core.identity();
    return seq === 0 || (backedUp?.seq === seq && backedUp.hash === hash);
  };
  /** What went wrong with the last backup; the next one that goes well ends it. */
  let trouble: string[] = [];
  const note = (sentence: string) => {
    trouble = [...new Set([...trouble, sentence])];
    announce({ seq: core.identity().seq, topics: ["backups"], label: "backup", kind: "do" });
  };

  // Backups are made one at a time. What is waited for before a risky change is the copy, not its check.
  let lastBackup: Promise<unknown> = Promise.resolve();
  let restoring: Promise<void> = Promise.resolve();
  const startBackup = (reason: BackupReason) => {
    const before = lastBackup;
    const copied = (async () => {
      await before;
      if (reason !== "before-restore") {
        await restoring;
      }
      const draft = shelf.newDraft();
      const { seq, hash } = core.identity();
      try {
        await core.copyTo(draft);
        settleDraft(draft);
      } catch (error) {
        rmSync(draft, { force: true });
        throw failureOfSqlite(error);
      }
      backedUp = { seq, hash };
      trouble = [];
      return draft;
    })();
    const shelved = copied.then(async (draft): Promise<ShelvedBackup> => {
      const backup = await shelveDraft(draft, {
        stateFolder,
        shelf,
        at: now(),
        reason,
        reportTrouble: note,
      });
      announce({ seq: backup.seq, topics: ["backups"], label: "backup", kind: "do" });
      return backup;
    });
    lastBackup = shelved.catch((error: unknown) => {
      backedUp = undefined;
      note(`A backup could not be made: ${sentenceOf(error)}`);
    });
    return { copied: copied.catch(() => {}), shelved };
  };
  const startBackupIfDue = (reason: BackupReason) => {
    if (!isBackedUp()) {
      // A failure is a notice; work goes on.
      const { copied, shelved } = startBackup(reason);
      shelved.catch(() => {});
      return copied;
    }
    return null;
  };

  const record = (identity: ProjectIdentity, isClosed: boolean) => {
    try {
      const { size: sizeBytes, mtimeMs: modifiedMs } = statSync(file);
      const closed = isClosed ? { sizeBytes, modifiedMs } : null;
      writeProjectRecord(stateFolder, file, { ...identity, closed });
    } catch {
      // Without a new record, the next start looks closer at the file.
    }
  };

  const restore = async (backup: ShelvedBackup): Promise<OutputOf<"backup.restore">> => {
    const done = Promise.withResolvers<void>();
    restoring = done.promise;
    let keptAs: string;
    try {
      await startBackup("before-restore").shelved;
      await refuseUnsound(shelf.fileOf(backup.id));
      core.close();
      try {
        keptAs = replaceProject(file, shelf.fileOf(backup.id), now());
      } finally {
        core = createCore(options);
        core.onChange(announce);
      }
    } finally {
      done.resolve();
    }
    backedUp = backup;
    notices.length = 0;
    announce({
      seq: core.identity().seq,
      topics: Topic.options,
      label: "restore backup",
      kind: "do",
    });
    return { keptAs };
  };

  /**
   * The newest backup goes to a new second folder at once: whoever sets one wants a copy there. A host that
   * has set one itself asks with nothing to set.
   */
  const configure = async (input: ParsedInputOf<"backup.configure">) => {
    await changeBackupSettings(stateFolder, around, input);
    shelf.prune();
    const [newest] = shelf.list();
    if (newest !== undefined && input.maxBytes === undefined) {
      copyToSecondFolder(newest, projectId, { stateFolder, shelf, reportTrouble: note });
    }
    announce({ seq: core.identity().seq, topics: ["backups"], label: "backups", kind: "do" });
    return showBackupSettings(stateFolder, backupsFolder(stateFolder), around);
  };

  const find = (id: ShelvedBackup["id"]) => {
    const backup = shelf.find(id);
    if (backup === undefined) {
      throw new Failure("not-found", "This backup is no longer there. Look at the list again.");
    }
    return backup;
  };
  const answerBackupRequest = async (name: BackupRequestName, input: unknown): Promise<unknown> => {
    switch (name) {
      case "backup.list":
        parseInput(name, input);
        return { backups: shelf.list().map(withoutHash), notices: [...notices, ...trouble] };
      case "backup.inspect": {
        const backup = find(parseInput(name, input).backupId);
        return inspectBackup(core.db, backup, shelf.fileOf(backup.id));
      }
      case "backup.settings":
        parseInput(name, input);
        return showBackupSettings(stateFolder, backupsFolder(stateFolder), around);
      case "backup.configure":
        return configure(parseInput(name, input));
      case "backup.make":
        parseInput(name, input);
        return withoutHash(await startBackup("asked").shelved);
      case "backup.restore":
        return restore(find(parseInput(name, input).backupId));
    }
  };
  const reply = async (name: string, input: unknown): Promise<Reply<unknown>> => {
    if (!isBackupRequest(name)) {
      return core.dispatch(name, input);
    }
    try {
      return { ok: true, value: await answerBackupRequest(name, input) };
    } catch (error) {
      const reportBug =
        options.reportBug ?? ((bug) => process.stderr.write(`corroboard: ${describeBug(bug)}\n`));
      return { ok: false, failure: reportOf(error, reportBug) };
    }
  };

  // Whatever has to wait holds up what comes after it, so that answers keep their order.
  let waiting = 0;
  let tail: Promise<unknown> = Promise.resolve();
  const inOrder = (task: () => Promise<Reply<unknown>>): Promise<Reply<unknown>> => {
    waiting += 1;
    const answered = tail.then(task).finally(() => {
      waiting -= 1;
    });
    tail = answered;
    return answered;
  };
  const beforeFirstCommand = isRecent(shelf.list()[0], now()) ? null : startBackupIfDue("opened");
  let hadCommand = beforeFirstCommand === null;
  const whatToAwait = (name: string, input: unknown): (() => Promise<void>) | null => {
    const reason = reasonForBackupBefore(name, input);
    if (reason !== null && !isBackedUp()) {
      return async () => {
        await startBackupIfDue(reason);
      };
    }
    if (!hadCommand && isRequestName(name) && isCommandName(name)) {
      return async () => {
        await beforeFirstCommand;
        hadCommand = true;
      };
    }
    return null;
  };

  const timer = setInterval(() => {
    if (waiting > 0) {
      return;
    }
    try {
      record(core.identity(), false);
      void startBackupIfDue("regular");
    } catch (error) {
      note(`A backup could not be made: ${sentenceOf(failureOfSqlite(error))}`);
    }
  }, options.backupEveryMs ?? everyMs);
  timer.unref();
  record(core.identity(), false);

  return {
    dispatch: (name, input) => {
      const first = whatToAwait(name, input);
      if (isBackupRequest(name) && name !== "backup.restore") {
        return reply(name, input); // they hold up nothing, and nothing of theirs can be overtaken
      }
      if (first === null && waiting === 0 && name !== "backup.restore") {
        return Promise.resolve(core.dispatch(name, input));
      }
      return inOrder(async () => {
        await first?.();
        return reply(name, input);
      });
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      clearInterval(timer);
      await tail;
      await lastBackup;
      const identity = core.identity();
      core.close();
      record(identity, true);
    },
  };
}

/** One that is younger is enough on opening: commands that follow one another do not make one each. */
function isRecent(newest: ShelvedBackup | undefined, now: string): boolean {
  return newest !== undefined && Date.parse(now) - Date.parse(newest.at) < everyMs;
}

function sentenceOf(error: unknown): string {
  return error instanceof Failure ? error.message : "something went wrong inside Corroboard.";
}
