import { create } from "zustand";

import type { TextSpan } from "#contract/article";

import { activatePane, announce, useWorkbench } from "../state/workbench.ts";
import { openPane } from "./open-panes.ts";

/** Hits of one pane; panes are in the order of the desk. */
export type PaneHits = { readonly paneId: string; readonly hits: readonly TextSpan[] };

/** Which hit is emphasised. */
export type CurrentHit = { readonly paneId: string; readonly index: number };

export const useFindState = create<{
  readonly found: readonly PaneHits[];
  readonly current: CurrentHit | null;
}>(() => ({ found: [], current: null }));

/**
 * Shows new hits. The current one is kept when it is still there; else it is the first in the active
 * pane at or after the place where the reader is, else the first of all.
 */
export function showHits(found: readonly PaneHits[], keepCurrent: boolean): void {
  const { current } = useFindState.getState();
  const kept = keepCurrent && current !== null && hitOf(found, current) !== null ? current : null;
  const next = kept ?? firstHit(found);
  useFindState.setState({ found, current: next });
  if (kept === null) {
    revealHit(next);
  }
}

/** Goes to the next (1) or previous (−1) hit, across panes and round at the ends. */
export function stepHit(step: 1 | -1): void {
  const { found, current } = useFindState.getState();
  const counts = found.map(({ hits }) => hits.length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) {
    return;
  }
  const pane = found.findIndex(({ paneId }) => paneId === current?.paneId);
  const before = counts.slice(0, Math.max(pane, 0)).reduce((sum, count) => sum + count, 0);
  const at = pane === -1 || current === null ? -1 : before + current.index;
  const next = nthHit(found, (at + step + total) % total);
  useFindState.setState({ current: next });
  if (next !== null) {
    activatePane(next.paneId);
    revealHit(next);
    announce(placeOfHit(found, next));
  }
}

/** @param place counted from 0 through all panes */
function nthHit(found: readonly PaneHits[], place: number): CurrentHit | null {
  let left = place;
  for (const { paneId, hits } of found) {
    if (left < hits.length) {
      return { paneId, index: left };
    }
    left -= hits.length;
  }
  return null;
}

/** "3 of 17 · pane 2", or that there is none. */
export function placeOfHit(found: readonly PaneHits[], current: CurrentHit | null): string {
  const total = found.reduce((sum, { hits }) => sum + hits.length, 0);
  if (total === 0) {
    return "No hits";
  }
  const pane = found.findIndex(({ paneId }) => paneId === current?.paneId);
  if (current === null || pane === -1) {
    return total === 1 ? "1 hit" : `${total} hits`;
  }
  const before = found.slice(0, pane).reduce((sum, { hits }) => sum + hits.length, 0);
  return `${before + current.index + 1} of ${total} · pane ${pane + 1}`;
}

/** Where the current hit is, to go on reading there. */
export function currentHitSpan(): TextSpan | null {
  const { found, current } = useFindState.getState();
  return current === null ? null : hitOf(found, current);
}

function hitOf(found: readonly PaneHits[], { paneId, index }: CurrentHit): TextSpan | null {
  return found.find((pane) => pane.paneId === paneId)?.hits[index] ?? null;
}

function firstHit(found: readonly PaneHits[]): CurrentHit | null {
  const { activePaneId } = useWorkbench.getState();
  const active = found.find(({ paneId }) => paneId === activePaneId);
  const place = openPane(activePaneId)?.placeUtf16() ?? 0;
  const index = active?.hits.findIndex(({ start }) => start >= place) ?? -1;
  if (active !== undefined && active.hits.length > 0) {
    return { paneId: active.paneId, index: Math.max(index, 0) };
  }
  const other = found.find(({ hits }) => hits.length > 0);
  return other === undefined ? null : { paneId: other.paneId, index: 0 };
}

function revealHit(hit: CurrentHit | null): void {
  const span = hit === null ? null : hitOf(useFindState.getState().found, hit);
  if (hit !== null && span !== null) {
    openPane(hit.paneId)?.reveal(span);
  }
}
