import type { Tag } from "#contract/highlight";

import { announce, openPicker, useWorkbench } from "../state/workbench.ts";
import { applyNewTag, applyTag } from "./coding.ts";
import type { Coder } from "./coding.ts";
import { findTag } from "./find-tag.ts";

const { getState, setState } = useWorkbench;

/** Asks for the tag that becomes the pen; with a pen in hand it is put down. */
export function takePen(): void {
  if (getState().penTagId === null) {
    openPicker({ kind: "tag", purpose: "pen" });
  } else {
    putPenDown();
  }
}

/** From now on the tag is put on each selection; on the one that is there as well. */
export async function holdPen(coder: Coder, tag: Pick<Tag, "id" | "name">): Promise<void> {
  hold(tag);
  if (getState().passage !== null) {
    await applyPen(coder);
  }
}

/** Makes the tag that becomes the pen; where a passage is chosen, with its first highlight as one change. */
export async function holdNewPen(coder: Coder, name: string): Promise<void> {
  if (getState().passage === null) {
    const tag = await coder.run("tag.create", { name });
    if (tag !== null) {
      hold(tag);
    }
    return;
  }
  await applyNewTag(coder, name);
  const tag = await findTag(coder.request, (each) => each.name === name.trim());
  if (tag !== undefined) {
    setState({ penTagId: tag.id });
  }
}

function hold({ id, name }: Pick<Tag, "id" | "name">): void {
  setState({ penTagId: id });
  announce(`Pen ${name}: select with the mouse, or press Enter on a sentence. Escape puts it down`);
}

export function putPenDown(): void {
  setState({ penTagId: null });
  announce("Pen put down");
}

/** Puts the pen's tag on the chosen passage. */
export async function applyPen(coder: Coder): Promise<void> {
  const { penTagId, passage } = getState();
  const tag = await findTag(coder.request, ({ id }) => id === penTagId);
  if (tag === undefined) {
    setState({ penTagId: null });
  } else if (passage !== null) {
    await applyTag(coder, tag);
  }
}
