import { zipSync } from "fflate";
import type { Zippable } from "fflate";

/** The first day that the format can tell; local time, as the library reads it. */
const zipTime = new Date(1980, 0, 1);

/**
 * Files as one ZIP archive, in their order. The same files give the same bytes: no time is told.
 * @param files by path, parts separated by "/"
 */
export function zipFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {};
  for (const [path, bytes] of files) {
    entries[path] = [bytes, { mtime: zipTime }];
  }
  return zipSync(entries);
}
