import { resolve } from "node:path";

import { writeWholeFile } from "#core/hosting/write-whole-file";

import { ask, openDoor } from "./project-door.ts";
import { writeOut } from "./write-out.ts";

/**
 * Writes the briefing to a file, or to standard output. Quotes that failed verification are named on
 * standard error. Returns the exit status.
 */
export async function exportBriefing(
  project: string,
  out: string | null,
  force: boolean,
): Promise<number> {
  const door = await openDoor(project, { mustExist: true });
  try {
    const { markdown, warnings } = await ask(door, "export.markdown", {});
    for (const warning of warnings) {
      process.stderr.write(`corroboard: ${warning}\n`);
    }
    if (out === null) {
      await writeOut(markdown);
    } else {
      await writeWholeFile(resolve(out), markdown, { replace: force });
    }
  } finally {
    door.close();
  }
  return 0;
}
