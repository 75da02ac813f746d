import { Failure } from "#contract/failure";

/**
 * Translates SQLite's errors that a user can act on; anything else is returned as it is.
 * The result codes: https://www.sqlite.org/rescode.html
 */
export function failureOfSqlite(error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") {
    return error;
  }
  const code = error.code;
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) {
    return new Failure(
      "project-locked",
      "This project is open in another window or command. Close it there, then try again.",
      { cause: error },
    );
  }
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB") {
    return new Failure(
      "project-damaged",
      "This file is damaged or is not a Corroboard project. Nothing was changed. Restore a backup, or save what can be read with “corroboard rescue”.",
      { cause: error },
    );
  }
  if (code.startsWith("SQLITE_FULL")) {
    return new Failure(
      "disk-full",
      "The disk is full, and this change was not saved; all before it are. Free some space, then do it again.",
      { cause: error },
    );
  }
  if (code.startsWith("SQLITE_READONLY") || code.startsWith("SQLITE_CANTOPEN")) {
    return new Failure(
      "conflict",
      "This project cannot be written to. Allow writing to the file and its folder, or copy the file to a folder of your own and open that.",
      { cause: error },
    );
  }
  if (isDriveFailure(error)) {
    return new Failure(
      "drive-failed",
      "The drive failed while the change was being saved. Check the drive, then look whether the change is there before you do it again.",
      { cause: error },
    );
  }
  return error;
}

/**
 * Whether the drive refused to read, write or sync. What SQLite then holds in memory need not be what is
 * on the drive: the connection must be closed, never tried again.
 */
export function isDriveFailure(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    error.code.startsWith("SQLITE_IOERR")
  );
}
