import { existsSync, mkdirSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import type { Reply } from "#contract/failure";

import { projectsFolder } from "./state-folder.ts";

/** Title of the project that is there on the first start, with the sample articles in it. */
export const firstProjectTitle = "Reassurance force";

/** Where the project of the first start is, or will be. Makes its folder. */
export function firstProjectFile(): string {
  const file = join(projectsFolder(existsSync), `${firstProjectTitle}.corroboard`);
  mkdirSync(dirname(file), { recursive: true });
  return file;
}

/**
 * Imports the sample articles in one change, unless anything was ever done in the project: an analyst
 * who removed them does not get them back.
 * @param folder of the sample articles
 * @returns how many were imported
 */
export async function importSamples(
  dispatch: (name: string, input: unknown) => Promise<Reply<unknown>>,
  folder: string,
): Promise<number> {
  const changes = (await ask(dispatch, "change.list", { limit: 1 })) as unknown[];
  if (changes.length > 0) {
    return 0;
  }
  const names = (await readdir(folder)).filter((name) => name.endsWith(".txt")).toSorted();
  const files = [];
  for (const name of names) {
    const bytes = new Uint8Array(await readFile(join(folder, name)));
    const { upload } = (await ask(dispatch, "upload.put", { bytes })) as { upload: string };
    files.push({ upload, name });
  }
  await ask(dispatch, "article.import", { files });
  return files.length;
}

async function ask(
  dispatch: (name: string, input: unknown) => Promise<Reply<unknown>>,
  name: string,
  input: unknown,
): Promise<unknown> {
  const reply = await dispatch(name, input);
  if (!reply.ok) {
    throw new Error(`${name}: ${reply.failure.message}`);
  }
  return reply.value;
}
