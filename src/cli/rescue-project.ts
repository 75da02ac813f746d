import { basename, dirname, extname, join, resolve } from "node:path";

import { writeWholeFile } from "#core/hosting/write-whole-file";
import { rescueProject } from "#core/rescue/rescue-project";
import { textOfReport } from "#core/rescue/rescue-report";

import { writeOut } from "./write-out.ts";

/**
 * Saves what can be read of a damaged project into a new one, and writes the report of losses beside it.
 * Returns the exit status: 1 when something was lost or is wrong in the new project.
 */
export async function rescueFile(named: string, namedOut: string | null): Promise<number> {
  const file = resolve(named);
  const out = namedOut === null ? beside(file) : resolve(namedOut);
  const report = await rescueProject(file, out);
  const text = textOfReport(report);
  await writeWholeFile(`${out}.losses.txt`, text, { replace: false });
  await writeOut(`${basename(out)}\n${text}`);
  return report.losses.length === 0 && report.faults.length === 0 ? 0 : 1;
}

function beside(file: string): string {
  const extension = extname(file);
  return join(dirname(file), `${basename(file, extension)} (rescued).corroboard`);
}
