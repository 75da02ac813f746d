import type { Shell } from "../shell/shell.ts";
import type { Request } from "../state/requests.tsx";
import { messageOf } from "../state/use-command.ts";
import { announce, showFailure } from "../state/workbench.ts";
import { openBriefing } from "./briefing-state.ts";

/** Saves what waits, then the open briefing as a file. */
export async function saveBriefingAsMarkdown(request: Request, shell: Shell): Promise<void> {
  const written = await markdownOfBriefing(request);
  if (written !== null && (await shell.saveText(written.fileName, written.markdown))) {
    announce(
      `Saved as ${written.fileName}${written.warnings.map((warning) => `. ${warning}`).join("")}`,
    );
  }
}

export async function copyBriefingAsMarkdown(request: Request): Promise<void> {
  const written = await markdownOfBriefing(request);
  if (written === null) {
    return;
  }
  try {
    await navigator.clipboard.writeText(written.markdown);
    announce("Copied as Markdown");
  } catch {
    showFailure("The clipboard could not be written to. Save the file instead.");
  }
}

/** Saves what waits in the open briefing; tells the user when that failed. */
export async function saveBeforeExport(): Promise<boolean> {
  const open = openBriefing();
  if (open === null || (await open.saveNow())) {
    return true;
  }
  showFailure("The briefing could not be saved yet, so it was not written to a file.");
  return false;
}

async function markdownOfBriefing(request: Request) {
  const open = openBriefing();
  if (open === null) {
    return null;
  }
  try {
    if (!(await saveBeforeExport())) {
      return null;
    }
    return await request("export.markdown", { briefingId: open.briefingId });
  } catch (error) {
    showFailure(messageOf(error));
    return null;
  }
}
