import { create } from "zustand";

import type { TagId } from "#contract/ids";

/** What the codebook's own parts tell each other; nothing of it outlives the window. */
export const useCodebook = create<{
  readonly selectedId: TagId | null;
  /** Whose name, colour, key and description are open for editing. */
  readonly editedId: TagId | null;
  readonly collapsedIds: ReadonlySet<TagId>;
  readonly isNaming: boolean;
  /** The advice is open; it stays so while names come and go. */
  readonly isAdvised: boolean;
  /** Lines of the last import that need a look; empty when there is nothing to tell. */
  readonly report: readonly string[];
}>(() => ({
  selectedId: null,
  editedId: null,
  collapsedIds: new Set(),
  isNaming: false,
  isAdvised: false,
  report: [],
}));
