import type { Action } from "../actions/action.ts";
import { boardActions } from "../board/board-actions.ts";
import { briefingActions } from "../briefing/briefing-actions.ts";
import { claimActions } from "../claims/claim-actions.ts";
import { codebookActions } from "../codebook/codebook-actions.ts";
import { highlightsActions } from "../highlights/highlights-actions.ts";
import { libraryActions } from "../library/library-actions.ts";
import { keepSafeActions } from "../project/keep-safe-actions.ts";
import { readerActions } from "../reader/reader-actions.ts";
import { readingActions } from "../reader/reading-actions.ts";
import { searchActions } from "../search/search-actions.ts";
import { layoutActions } from "./layout-actions.ts";
import { projectActions } from "./project-actions.ts";

/** Everything a user can do, in the order of the palette. The shortcut sheet is made from it too. */
export const actions: readonly Action[] = [
  ...projectActions,
  ...keepSafeActions,
  ...libraryActions,
  ...readerActions,
  ...readingActions,
  ...layoutActions,
  ...codebookActions,
  ...highlightsActions,
  ...searchActions,
  ...claimActions,
  ...boardActions,
  ...briefingActions,
];
