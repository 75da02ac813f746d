import type { ChangeEvent } from "./changes.ts";
import type { Reply } from "./failure.ts";

/**
 * What the preload script puts on `window.corroboard` in the desktop host. Requests go to
 * `core.dispatch`; the page itself has no files, no Node and no Electron. Failures cross as data, because
 * Electron's bridge keeps nothing of a thrown error but its message.
 */
export type HostBridge = {
  readonly request: (name: string, input: unknown) => Promise<Reply<unknown>>;
  /** Calls back with data only, never with Electron's event. Returns how to stop. */
  readonly onChange: (listener: (event: ChangeEvent) => void) => () => void;
  readonly shell: {
    /** Asks where to save; the value is false when the user cancels. The file is written whole or not at all. */
    readonly saveText: (suggestedName: string, text: string) => Promise<Reply<boolean>>;
    readonly saveBytes: (suggestedName: string, bytes: Uint8Array) => Promise<Reply<boolean>>;
    /**
     * Asks for a folder to which a copy of each backup goes from then on; false when the user cancels. The
     * page does not learn of the file system by it: the settings of backups tell every page what was set.
     */
    readonly chooseBackupFolder: () => Promise<Reply<boolean>>;
    /** Opens a second window on the same project. */
    readonly openWindow: () => Promise<Reply<void>>;
  };
};

/** Names under which the preload script and the desktop host talk. Each answers with a Reply. */
export const channels = {
  request: "corroboard:request",
  change: "corroboard:change",
  saveText: "corroboard:save-text",
  saveBytes: "corroboard:save-bytes",
  chooseBackupFolder: "corroboard:choose-backup-folder",
  openWindow: "corroboard:open-window",
} as const;
