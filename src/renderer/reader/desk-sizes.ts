import { z } from "zod";

/** Key of the saved view. */
export const deskSizesKey = "desk-sizes";

/** For each number of panes, their widths from first to last in percent. */
export type DeskSizes = Record<string, number[]>;

const DeskSizesShape = z.record(z.string(), z.array(z.number().min(0).max(100)));

/** What was saved; nothing when it was never saved, or by a version that wrote it otherwise. */
export function readDeskSizes(saved: unknown): DeskSizes {
  return DeskSizesShape.safeParse(saved).data ?? {};
}

/** Widths by pane, as they were left for this number of panes, else all alike. */
export function layoutOfPanes(
  sizes: DeskSizes,
  paneIds: readonly string[],
): Record<string, number> {
  const saved = sizes[String(paneIds.length)];
  const total = saved?.reduce((sum, size) => sum + size, 0) ?? 0;
  const fits = saved?.length === paneIds.length && Math.abs(total - 100) < 1;
  return Object.fromEntries(
    paneIds.map((paneId, index) => [paneId, fits ? (saved[index] ?? 0) : 100 / paneIds.length]),
  );
}

export function withLayout(
  sizes: DeskSizes,
  paneIds: readonly string[],
  layout: Readonly<Record<string, number>>,
): DeskSizes {
  return {
    ...sizes,
    [paneIds.length]: paneIds.map((paneId) => layout[paneId] ?? 0),
  };
}
