import { Failure } from "#contract/failure";
import type { OutputOf } from "#contract/requests";

import type { ReadContext } from "../core-context.ts";

/** The copy is made in memory. */
const maxCopyBytes = 1_500_000_000;

// https://www.sqlite.org/fileformat2.html, section 1.3: the versions that writing and reading ask for.
const versionOffsets = [18, 19];
const withoutLog = 1;

/**
 * The project as one file, with all that was saved. It needs no room on any disk.
 * @throws Failure conflict when the project is too large for that
 */
export function copyProject({ db, serialize }: ReadContext): OutputOf<"project.copy"> {
  const size = db.get<{ bytes: number }>(
    "SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size",
  );
  if ((size?.bytes ?? 0) > maxCopyBytes) {
    throw new Failure(
      "conflict",
      "This project is too large to be copied in one piece. Choose a second place for backups on another drive and back up now.",
    );
  }
  const bytes = serialize();
  // The copy has no write-ahead log beside it and must not ask for one.
  for (const offset of versionOffsets) {
    bytes[offset] = withoutLog;
  }
  return { bytes };
}
