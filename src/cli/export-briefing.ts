import { mkdir, readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

import type { ExportedDocument, ExportFormat, ExportScope } from "#contract/export";
import { Failure } from "#contract/failure";
import { writeWholeFile } from "#core/hosting/write-whole-file";

import { namedByTitle } from "./named-by-title.ts";
import { UsageError } from "./parse-command.ts";
import { ask, openDoor } from "./project-door.ts";
import type { ProjectDoor } from "./project-door.ts";
import { writeOut } from "./write-out.ts";

/**
 * Writes the briefing to a file or folder, or to standard output. Quotes that failed verification are named
 * on standard error. Returns the exit status.
 */
export async function exportBriefing(options: {
  project: string;
  format: ExportFormat;
  /** Title of the board whose claims are written; null for the whole project. */
  board: string | null;
  /** Title of the written briefing that is written. */
  briefing: string | null;
  out: string | null;
  force: boolean;
}): Promise<number> {
  const door = await openDoor(options.project, { mustExist: true });
  try {
    const document = await ask(door, "export.document", {
      format: options.format,
      scope: await scopeOf(door, options),
      zipped: options.out?.toLowerCase().endsWith(".zip") === true,
    });
    for (const warning of document.warnings) {
      process.stderr.write(`corroboard: ${warning}\n`);
    }
    await write(document, options.out, {
      replace: options.force,
      neverOver: resolve(options.project),
    });
  } finally {
    door.close();
  }
  return 0;
}

async function scopeOf(
  door: ProjectDoor,
  { board, briefing }: { board: string | null; briefing: string | null },
): Promise<ExportScope> {
  if (briefing !== null) {
    const { id } = namedByTitle(await ask(door, "briefing.list", {}), "briefing", briefing);
    return { kind: "briefing", briefingId: id };
  }
  if (board !== null) {
    const { id } = namedByTitle(await ask(door, "board.list", {}), "board", board);
    return { kind: "board", boardId: id };
  }
  return { kind: "project" };
}

/** Before anything is written, so that no folder holds half of an export and half of something else. */
async function refuseFilledFolder(folder: string, force: boolean): Promise<void> {
  const present = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      return [];
    }
    throw new Failure("conflict", `${basename(folder)} is not a folder; choose a folder.`, {
      cause: error,
    });
  });
  if (present.length > 0 && !force) {
    throw new Failure("conflict", `${basename(folder)} has files in it; nothing was written.`);
  }
}

async function write(
  { content }: ExportedDocument,
  out: string | null,
  options: { readonly replace: boolean; readonly neverOver: string },
): Promise<void> {
  switch (content.kind) {
    case "folder":
      if (out === null) {
        throw new UsageError("This format is a folder of files; say where with --out FOLDER.");
      }
      await refuseFilledFolder(resolve(out), options.replace);
      for (const { path, text } of content.files) {
        const file = join(resolve(out), path);
        await mkdir(dirname(file), { recursive: true });
        await writeWholeFile(file, text, options);
      }
      break;
    case "text":
      await (out === null
        ? writeOut(content.text)
        : writeWholeFile(resolve(out), content.text, options));
      break;
    case "bytes": {
      if (out === null) {
        throw new UsageError("This format is not text; say where to write it with --out FILE.");
      }
      const bytes = Buffer.from(content.base64, "base64");
      await writeWholeFile(resolve(out), bytes, options);
    }
  }
}
