import type { DragEvent } from "react";

import type { Passage } from "#contract/requests";

import { passageDragType } from "../claims/claim-drag.ts";

/** Makes a drag carry a passage, with its words for other programs. */
export function dragPassage(event: DragEvent, passage: Passage, words: string): void {
  event.dataTransfer.setData(passageDragType, JSON.stringify(passage));
  event.dataTransfer.setData("text/plain", words);
  event.dataTransfer.effectAllowed = "all";
}
