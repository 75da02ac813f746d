import { parseArgs } from "node:util";

/** The command line was not understood; the message says what. */
export class UsageError extends Error {}

export type BrowserHostArguments = {
  /** As the user wrote it; null: the project of the first start. */
  readonly project: string | null;
  /** 0: any free port. */
  readonly port: number;
  readonly open: boolean;
  /** 0: never. */
  readonly idleExitMinutes: number;
};

/** @throws UsageError */
export function parseOptions(words: readonly string[]): BrowserHostArguments {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...words],
      options: {
        project: { type: "string" },
        port: { type: "string", default: "0" },
        "no-open": { type: "boolean", default: false },
        "idle-exit": { type: "string", default: "10" },
      },
    }));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : "Wrong usage.", { cause: error });
  }
  const port = wholeNumberOf(values.port);
  if (port === null || (port !== 0 && (port < 1024 || port > 65_535))) {
    throw new UsageError("--port takes a number from 1024 to 65535, or 0 for any free port.");
  }
  const idleExitMinutes = wholeNumberOf(values["idle-exit"]);
  // A timer of Node's holds at most 2^31 milliseconds, which is 24 days.
  if (idleExitMinutes === null || idleExitMinutes > 24 * 24 * 60) {
    throw new UsageError("--idle-exit takes a number of minutes; 0 for never.");
  }
  return { project: values.project ?? null, port, open: !values["no-open"], idleExitMinutes };
}

function wholeNumberOf(digits: string): number | null {
  return /^\d{1,6}$/u.test(digits) ? Number(digits) : null;
}
