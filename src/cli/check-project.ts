import type { CheckReport } from "#contract/check";
import { projectPathOf } from "#core/hosting/project-path";
import { findRunningHost } from "#core/hosting/running-hosts";
import { checkProjectFile } from "#core/store/check-project-file";

import { ask, openDoor } from "./project-door.ts";
import { oneLine, writeOut } from "./write-out.ts";

/** Says what was checked and each fault that was found. Returns the exit status: 1 on any fault. */
export async function checkProject(project: string): Promise<number> {
  const report = await reportOn(project);
  const { articles, highlights, claims, changes, faults } = report;
  for (const fault of faults) {
    await writeOut(`fault (${fault.kind}): ${oneLine(fault.message)}\n`);
  }
  const counts = [
    count(articles, "article"),
    count(highlights, "highlight"),
    count(claims, "claim"),
    count(changes, "change"),
  ].join(", ");
  const verdict = report.ok ? "no faults" : count(faults.length, "fault");
  await writeOut(`checked ${counts}: ${verdict}\n`);
  return report.ok ? 0 : 1;
}

/** A project that no host has open is checked as a file: one that is damaged cannot be opened. */
async function reportOn(project: string): Promise<CheckReport> {
  const file = projectPathOf(project, { mustExist: true });
  if (findRunningHost(file) === null) {
    return checkProjectFile(file);
  }
  const door = await openDoor(project, { mustExist: true });
  try {
    return await ask(door, "project.check", {});
  } finally {
    door.close();
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
