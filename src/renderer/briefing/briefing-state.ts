import type { LexicalEditor } from "lexical";
import { create } from "zustand";

import type { BriefingId } from "#contract/ids";

type BriefingState = {
  /** The written briefing that is shown; null for the overview of all claims. */
  readonly briefingId: BriefingId | null;
  /** Whether a new one is being begun. */
  readonly isBeginning: boolean;
  readonly side: "checks" | "outline" | null;
  readonly isFinding: boolean;
  readonly isLinking: boolean;
  /** What is selected in the editor: its node's key, when it is a citation. */
  readonly citationKey: string | null;
};

export const useBriefing = create<BriefingState>(() => ({
  briefingId: null,
  isBeginning: false,
  side: "checks",
  isFinding: false,
  isLinking: false,
  citationKey: null,
}));

/** The briefing that is on the screen, for actions. */
export type OpenBriefing = {
  readonly briefingId: BriefingId;
  readonly editor: LexicalEditor;
  /** Answers false when what was typed could not be saved. */
  readonly saveNow: () => Promise<boolean>;
};

let open: OpenBriefing | null = null;

/** Answers how to take it back. */
export function registerOpenBriefing(briefing: OpenBriefing): () => void {
  open = briefing;
  return () => {
    if (open === briefing) {
      open = null;
    }
  };
}

export function openBriefing(): OpenBriefing | null {
  return open;
}

export function showBriefing(briefingId: BriefingId | null): void {
  useBriefing.setState({
    briefingId,
    isBeginning: false,
    isFinding: false,
    isLinking: false,
    citationKey: null,
  });
}
