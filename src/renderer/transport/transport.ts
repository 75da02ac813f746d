import type { ChangeEvent } from "#contract/changes";
import type { Reply } from "#contract/failure";

/**
 * Whether the host can be reached: "reconnecting" may pass by itself; "lost" does not, and the page has
 * to be opened anew.
 */
export type Connection = "connected" | "reconnecting" | "lost";

/** The wire to the core. The page cannot tell which host it runs under. */
export type Transport = {
  /** Never rejects: when the host cannot be reached, that is the failure. Where the wire can, the signal ends the work. */
  readonly request: (name: string, input: unknown, signal?: AbortSignal) => Promise<Reply<unknown>>;
  /** Calls back after each change of the project, whoever made it. Returns how to stop. */
  readonly onChange: (listener: (event: ChangeEvent) => void) => () => void;
  /** Calls back when changes may have been missed: everything has to be read again. */
  readonly onResync: (listener: () => void) => () => void;
  /** Calls back at once with the state, then whenever it changes. Returns how to stop. */
  readonly onConnection: (listener: (connection: Connection) => void) => () => void;
  /** An address that opens one more page on the project, once; null where the host opens windows itself. */
  readonly newPageAddress: (() => Promise<string>) | null;
};
