import { readFile } from "node:fs/promises";
import { basename } from "node:path";

import { Failure } from "#contract/failure";

import { ask, openDoor } from "./project-door.ts";
import { writeOut } from "./write-out.ts";

/** Fills a new project with one that was exported as JSON. Returns the exit status. */
export async function importProject(project: string, file: string): Promise<number> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new Failure("not-found", `${basename(file)} cannot be read.`, { cause: error });
  });
  const door = await openDoor(project, { mustExist: false });
  try {
    const { upload } = await ask(door, "upload.put", { bytes: new Uint8Array(bytes) });
    const counts = await ask(door, "project.import-json", { upload });
    await writeOut(
      `imported ${counts.articles} articles, ${counts.highlights} highlights, ${counts.claims} claims\n`,
    );
  } finally {
    door.close();
  }
  return 0;
}
