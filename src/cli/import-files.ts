import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";

import { maxUploadBytes } from "#contract/limits";

import { ask, openDoor } from "./project-door.ts";
import { oneLine, writeOut } from "./write-out.ts";

type ReadableFile = { readonly path: string; readonly bytes: Uint8Array };

/** Imports what can be read, in one change, and says one line for each file. Returns the exit status. */
export async function importFiles(project: string, paths: readonly string[]): Promise<number> {
  const readable: ReadableFile[] = [];
  let refused = 0;
  for (const path of paths) {
    try {
      readable.push({ path, bytes: await readArticle(path) });
    } catch (error) {
      refused += 1;
      process.stderr.write(`corroboard: ${path}: ${reasonOf(error)}\n`);
    }
  }
  if (readable.length === 0) {
    return 1;
  }
  const door = await openDoor(project, { mustExist: false });
  try {
    const files = [];
    for (const { path, bytes } of readable) {
      const { upload } = await ask(door, "upload.put", { bytes });
      files.push({ upload, name: basename(path) });
    }
    const result = await ask(door, "article.import", { files });
    for (const article of result.imported) {
      const words = article.wordCount === 1 ? "1 word" : `${article.wordCount} words`;
      await writeOut(
        `imported ${oneLine(article.fileName ?? "")}: ${oneLine(article.title)} (${words})\n`,
      );
    }
    for (const { name, message } of result.refused) {
      refused += 1;
      process.stderr.write(`corroboard: ${oneLine(name ?? "")}: ${oneLine(message)}\n`);
    }
  } finally {
    door.close();
  }
  return refused === 0 ? 0 : 1;
}

async function readArticle(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  if (size > maxUploadBytes) {
    throw new Error("is larger than 128 MiB");
  }
  return new Uint8Array(await readFile(path));
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "is a folder, not a file",
  EACCES: "may not be read: permission was denied",
  EPERM: "may not be read: permission was denied",
};

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return "cannot be read";
  }
  if ("code" in error && typeof error.code === "string") {
    return reasons[error.code] ?? `cannot be read (${error.code})`;
  }
  return error.message;
}
