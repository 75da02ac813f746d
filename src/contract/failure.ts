/** Everything that can go wrong and that the user can do something about. A closed list. */
export const failureCodes = [
  "invalid-request",
  "not-found",
  "conflict",
  "unsupported-format",
  "unreadable-article",
  "project-locked",
  "project-too-new",
  "project-damaged",
  "disk-full",
  "drive-failed",
  "cancelled",
  "internal",
] as const;

export type FailureCode = (typeof failureCodes)[number];

/** A failure as it travels between processes: no stack, no file path. */
export type FailureReport = {
  readonly code: FailureCode;
  /** One sentence for the user: what was wrong and what to do. */
  readonly message: string;
  /** Where in the input the fault lies, outermost key first; empty when it is not about one field. */
  readonly path: readonly (string | number)[];
};

/** An expected failure. Anything else that is thrown is a bug and is reported as `internal`. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly path: readonly (string | number)[];

  constructor(
    code: FailureCode,
    message: string,
    options: { path?: readonly (string | number)[]; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "Failure";
    this.code = code;
    this.path = options.path ?? [];
  }

  report(): FailureReport {
    return { code: this.code, message: this.message, path: this.path };
  }
}

/** The answer to every request. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: FailureReport };
