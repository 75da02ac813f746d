import type { Tag } from "#contract/highlight";

import type { RunCommand } from "../state/use-command.ts";
import { announce } from "../state/workbench.ts";
import { useCodebook } from "./codebook-state.ts";

type NamedTag = Pick<Tag, "id" | "name">;

/** Puts a tag into another one: all that carried it carries the other, which is selected then. */
export async function mergeTag(run: RunCommand, from: NamedTag, into: NamedTag): Promise<void> {
  const merged = await run("tag.merge", { intoTagId: into.id, tagIds: [from.id] });
  if (merged !== null) {
    useCodebook.setState({ selectedId: into.id, editedId: null });
    announce(`Merged into ${into.name}`);
  }
}
