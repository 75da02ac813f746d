import { z } from "zod";

import { ArticleId, ClaimId } from "#contract/ids";
import { Passage } from "#contract/requests";

/** Drag types: a passage comes from the reader or the board, a claim goes to the board, all go to a briefing. */
export const passageDragType = "application/x-corroboard-passage";
export const claimDragType = "application/x-corroboard-claim";

export const articleDragType = "application/x-corroboard-article";

const DraggedArticle = z.strictObject({ articleId: ArticleId });
const DraggedClaim = z.strictObject({ claimId: ClaimId });

/** The passage in what was dropped, or null when another program put something else there. */
export function readDraggedPassage(json: string): Passage | null {
  return parsed(Passage, json);
}

export function readDraggedClaim(json: string): ClaimId | null {
  return parsed(DraggedClaim, json)?.claimId ?? null;
}

export function writeDraggedClaim(claimId: ClaimId): string {
  return JSON.stringify({ claimId });
}

export function readDraggedArticle(json: string): ArticleId | null {
  return parsed(DraggedArticle, json)?.articleId ?? null;
}

export function writeDraggedArticle(articleId: ArticleId): string {
  return JSON.stringify({ articleId });
}

function parsed<Value>(schema: z.ZodType<Value>, json: string): Value | null {
  try {
    return schema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null; // not JSON: not ours
  }
}
