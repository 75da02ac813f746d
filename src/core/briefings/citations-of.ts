import type { BriefingText, Citation } from "#contract/briefing";

/** Every citation of a briefing, in its order. */
export function citationsOf({ blocks }: BriefingText): Citation[] {
  const runs = blocks.flatMap((block) => {
    if (block.kind === "table") {
      return block.rows.flat(2);
    }
    return "runs" in block ? block.runs : [];
  });
  return runs.filter((run) => run.kind !== "text" && run.kind !== "break");
}
