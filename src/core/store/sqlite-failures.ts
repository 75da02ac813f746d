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
      "This file is damaged or is not a Corroboard project. Nothing was changed; open a backup of it.",
      { cause: error },
    );
  }
  if (code.startsWith("SQLITE_FULL")) {
    return new Failure(
      "disk-full",
      "The disk is full and nothing was saved. Free some space, then try again.",
      { cause: error },
    );
  }
  if (code.startsWith("SQLITE_READONLY") || code.startsWith("SQLITE_CANTOPEN")) {
    return new Failure(
      "conflict",
      "This project cannot be written to. Check the permissions of the file and of its folder.",
      { cause: error },
    );
  }
  if (code.startsWith("SQLITE_IOERR")) {
    return new Failure(
      "disk-full",
      "The disk did not take the change, and it was not saved. Check the drive, then try again.",
      { cause: error },
    );
  }
  return error;
}
