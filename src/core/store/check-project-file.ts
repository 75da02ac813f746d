import { constants, copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { CheckReport } from "#contract/check";
import { Failure } from "#contract/failure";

import { refuseIfOpenElsewhere } from "./prepare-to-open.ts";
import { sizeOfWal } from "./project-header.ts";
import { verifyElsewhere } from "./verify-elsewhere.ts";
import type { Verdict } from "./verify-project-file.ts";
import { belongsToFile } from "./wal-belongs.ts";

/**
 * Checks a project that nobody has open, also one that could not be opened because of what is wrong with
 * it: names every fault that can be found. Changes nothing.
 * @throws Failure when it is open, too new, or not a project
 */
export async function checkProjectFile(file: string): Promise<CheckReport> {
  if (existsSync(`${file}-wal`)) {
    refuseIfOpenElsewhere(file);
  }
  if (sizeOfWal(file) === 0) {
    return reportOf(await verifyElsewhere({ file, level: "full", seqs: [] }));
  }
  const folder = mkdtempSync(join(tmpdir(), "corroboard-check-"));
  try {
    const copy = join(folder, "project");
    copyFileSync(file, copy, constants.COPYFILE_FICLONE);
    const isItsLog = await belongsToFile(copy, `${file}-wal`);
    if (isItsLog) {
      copyFileSync(`${file}-wal`, `${copy}-wal`);
    }
    const report = reportOf(await verifyElsewhere({ file: copy, level: "full", seqs: [] }));
    return isItsLog
      ? report
      : {
          ...report,
          ok: false,
          faults: [
            {
              kind: "database",
              message:
                "The write-ahead log beside the project (its name ends in -wal) belongs to another file.",
            },
            ...report.faults,
          ],
        };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function reportOf(verdict: Verdict): CheckReport {
  const nothing = { articles: 0, highlights: 0, claims: 0, changes: 0 };
  if (verdict.kind === "refused" && verdict.code !== "project-damaged") {
    throw new Failure(verdict.code, verdict.message);
  }
  return verdict.kind === "refused"
    ? { ok: false, ...nothing, faults: [{ kind: "database", message: verdict.message }] }
    : {
        ok: verdict.faults.length === 0,
        ...(verdict.contents ?? nothing),
        faults: [...verdict.faults],
      };
}
