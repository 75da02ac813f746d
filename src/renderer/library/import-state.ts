import { create } from "zustand";

import type { RefusedFile } from "#contract/article";

/** What the library shows about importing. */
export const useImportState = create<{
  readonly isPasting: boolean;
  /** Files that could not be imported, until dismissed. */
  readonly refused: readonly RefusedFile[];
  /** Words about the import that is under way, or null. */
  readonly progress: string | null;
}>(() => ({ isPasting: false, refused: [], progress: null }));
