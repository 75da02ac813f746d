import { z } from "zod";
import { create } from "zustand";

import type { Request } from "../state/requests.tsx";

/** Key of the saved view. */
export const deskSizesKey = "desk-sizes";

/** For each number of panes, their widths from first to last in percent. */
export type DeskSizes = Record<string, number[]>;

const DeskSizesShape = z.record(z.string(), z.array(z.number().min(0).max(100)));

/** What was saved; nothing when it was never saved, or by a version that wrote it otherwise. */
export function readDeskSizes(saved: unknown): DeskSizes {
  return DeskSizesShape.safeParse(saved).data ?? {};
}

/** Widths as this window set them; null until it did. Another window's come with the next opening. */
export const useDeskSizes = create<{ readonly sizes: DeskSizes | null }>(() => ({ sizes: null }));

/** Takes up widths at once, and saves them. */
export function setDeskSizes(request: Request, sizes: DeskSizes): void {
  useDeskSizes.setState({ sizes });
  // Widths are not worth an alarm; the next change saves them again.
  request("view.save", { key: deskSizesKey, value: sizes }).catch(() => undefined);
}

/** Widths as they are now. */
export async function currentDeskSizes(request: Request): Promise<DeskSizes> {
  return (
    useDeskSizes.getState().sizes ??
    readDeskSizes(await request("view.read", { key: deskSizesKey }))
  );
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
