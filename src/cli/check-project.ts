import { ask, openDoor } from "./project-door.ts";
import { oneLine, writeOut } from "./write-out.ts";

/** Says what was checked and each fault that was found. Returns the exit status: 1 on any fault. */
export async function checkProject(project: string): Promise<number> {
  const door = await openDoor(project, { mustExist: true });
  try {
    const report = await ask(door, "project.check", {});
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
  } finally {
    door.close();
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
