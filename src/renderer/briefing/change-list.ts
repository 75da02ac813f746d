import type { ActionContext } from "../actions/action.ts";
import { announce } from "../state/workbench.ts";
import { openBriefing, showBriefing } from "./briefing-state.ts";

export type ListChange = "duplicate" | "move-up" | "move-down" | "trash";

/** Does something with the open briefing as one of several; what is being typed is saved first. */
export async function changeList(
  { request, run }: Pick<ActionContext, "request" | "run">,
  change: ListChange,
): Promise<void> {
  const open = openBriefing();
  if (open === null || !(await open.saveNow())) {
    announce(open === null ? "Open a briefing first" : "The briefing could not be saved yet");
    return;
  }
  const { briefingId } = open;
  switch (change) {
    case "duplicate": {
      const copy = await run("briefing.duplicate", { briefingId });
      if (copy !== null) {
        showBriefing(copy.id);
        announce(`“${copy.title}” is shown`);
      }
      break;
    }
    case "trash":
      if ((await run("briefing.trash", { briefingId })) !== null) {
        showBriefing(null);
        announce("Removed. Undo brings it back.");
      }
      break;
    case "move-up":
    case "move-down": {
      const order = (await request("briefing.list", {})).map(({ id }) => id);
      const index = order.indexOf(briefingId);
      const isUp = change === "move-up";
      if (isUp ? index <= 0 : index === order.length - 1) {
        announce(isUp ? "It is the first already" : "It is the last already");
        return;
      }
      const beforeBriefingId = order[isUp ? index - 1 : index + 2] ?? null;
      if ((await run("briefing.move", { briefingId, beforeBriefingId })) !== null) {
        announce(`Moved to place ${index + (isUp ? 0 : 2)} of ${order.length}`);
      }
      break;
    }
  }
}
