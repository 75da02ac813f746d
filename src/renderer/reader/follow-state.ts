import { create } from "zustand";

import type { PassageMatch } from "#contract/search";

export type FollowState = {
  /** The pane that was moved in last: the others follow it. */
  readonly leaderPaneId: string | null;
  /** Per pane the place that answers to where the leader is; panes without one stay where they are. */
  readonly matches: ReadonlyMap<string, PassageMatch>;
};

/** Which pane leads, and where the others were led. */
export const useFollowState = create<FollowState>(() => ({
  leaderPaneId: null,
  matches: new Map(),
}));
