import { randomUUID } from "node:crypto";
import { link, lstat, open, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

import { Failure } from "#contract/failure";

/**
 * Writes a file whole or not at all: at any moment, the name has the old contents or the new ones. Never
 * writes through a symbolic link.
 * @param options.replace whether a file that is already there may be replaced
 * @param options.neverOver a file that is in use, and is not replaced whatever name leads to it
 * @throws Failure when the file is there and may not be replaced, is not a file, or cannot be written
 */
export async function writeWholeFile(
  path: string,
  contents: string | Uint8Array,
  options: { readonly replace: boolean; readonly neverOver?: string },
): Promise<void> {
  const present = await lstat(path).catch(() => null);
  if (present !== null && !present.isFile()) {
    throw new Failure(
      "conflict",
      `${basename(path)} is not an ordinary file; nothing was written.`,
    );
  }
  if (present !== null && options.neverOver !== undefined) {
    // Not by opening it: closing a file takes away the locks that this process holds on it.
    const inUse = await stat(options.neverOver).catch(() => null);
    if (inUse !== null && inUse.ino === present.ino && inUse.dev === present.dev) {
      throw new Failure(
        "conflict",
        `${basename(path)} is the project that is open; choose another name. Nothing was written.`,
      );
    }
  }
  if (present !== null && !options.replace) {
    throw new Failure("conflict", `${basename(path)} exists already; nothing was written.`);
  }
  const draft = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomUUID()}.part`);
  try {
    const file = await open(draft, "wx", 0o666);
    try {
      await file.writeFile(contents);
      await file.sync();
    } finally {
      await file.close();
    }
    await (options.replace ? rename(draft, path) : placeNew(draft, path));
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(draft, { force: true });
    throw failureOfWriting(error, path);
  }
}

/** Gives the draft its name, unless another program took that name in the meantime. */
async function placeNew(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code !== "EEXIST") {
      // A file system without hard links, such as that of a memory stick.
      await rename(draft, path);
      return;
    }
    throw error;
  }
  await rm(draft);
}

/** Makes the new name last through a power cut. Windows cannot open a folder and does without. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") {
    return;
  }
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function failureOfWriting(error: unknown, path: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : null;
  const name = basename(path);
  switch (code) {
    case "EEXIST":
      return new Failure("conflict", `${name} exists already; nothing was written.`, {
        cause: error,
      });
    case "ENOENT":
      return new Failure("not-found", `There is no folder to write ${name} into.`, {
        cause: error,
      });
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new Failure("conflict", `${name} cannot be written: permission was denied.`, {
        cause: error,
      });
    case "ENOSPC":
    case "EDQUOT":
      return new Failure("disk-full", `The disk is full; ${name} was not written.`, {
        cause: error,
      });
    default:
      return error;
  }
}
