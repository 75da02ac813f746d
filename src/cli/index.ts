import { readFileSync } from "node:fs";

import { Failure } from "#contract/failure";
import { describeBug } from "#core/describe-bug";

import { backupFolder } from "./backup-folder.ts";
import { callRequest } from "./call-request.ts";
import { checkProject } from "./check-project.ts";
import { exportBoard } from "./export-board.ts";
import { exportBriefing } from "./export-briefing.ts";
import { importFiles } from "./import-files.ts";
import { importProject } from "./import-project.ts";
import { openProject } from "./open-project.ts";
import { parseCommand, usage, UsageError } from "./parse-command.ts";
import { rescueFile } from "./rescue-project.ts";
import { listBackups, restoreBackup } from "./restore-backup.ts";
import { verifyBriefing } from "./verify-briefing.ts";
import { writeOut } from "./write-out.ts";

async function run(): Promise<number> {
  const command = parseCommand(process.argv.slice(2));
  switch (command.kind) {
    case "help":
      await writeOut(usage);
      return 0;
    case "version":
      await writeOut(`${readVersion()}\n`);
      return 0;
    case "open":
      return openProject(command);
    case "import":
      return importFiles(command.project, command.files);
    case "import-project":
      return importProject(command.project, command.file);
    case "export":
      return exportBriefing(command);
    case "export-board":
      return exportBoard(command);
    case "check":
      return checkProject(command.project);
    case "rescue":
      return rescueFile(command.file, command.out);
    case "backups":
      return listBackups(command.project);
    case "backup-folder":
      return backupFolder(command);
    case "restore":
      return restoreBackup(command.project, command.backup);
    case "verify":
      return verifyBriefing(command.file, command.project);
    case "call":
      return callRequest(command.project, command.request, command.json);
  }
}

function readVersion(): string {
  // As deep below the package's folder from the sources as from what was built.
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

function sentenceFor(error: unknown): string {
  if (error instanceof UsageError) {
    return error.message;
  }
  if (error instanceof Failure) {
    const where = error.path.length === 0 ? "" : ` at ${error.path.join(".")}`;
    return `${error.message} (${error.code}${where})`;
  }
  return `Something went wrong inside Corroboard; everything that was saved is kept. ${describeBug(error)}`;
}

// A reader that has seen enough, such as `head`, closes the pipe: that is no error of ours.
process.stdout.on("error", () => process.exit(0));
try {
  process.exitCode = await run();
} catch (error) {
  process.exitCode = error instanceof UsageError ? 2 : 1;
  process.stderr.write(`corroboard: ${sentenceFor(error)}\n`);
}
