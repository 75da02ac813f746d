import { z } from "zod";

import { ArticleId, BoardId, CardId, ClaimId, HighlightId } from "./ids.ts";
import { Moment, nameText, noteText } from "./text.ts";

export const Board = z.strictObject({
  id: BoardId,
  title: nameText,
  position: z.int(),
  createdAt: Moment,
});
export type Board = z.infer<typeof Board>;

export const CardKind = z.enum(["claim", "quote", "article", "note", "group"]);
export type CardKind = z.infer<typeof CardKind>;

/** What a card stands for; exactly one reference, or none for notes and groups. */
export const CardSubject = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("claim"), claimId: ClaimId }),
  z.strictObject({ kind: z.literal("quote"), highlightId: HighlightId }),
  z.strictObject({ kind: z.literal("article"), articleId: ArticleId }),
  z.strictObject({ kind: z.literal("note"), text: noteText }),
  z.strictObject({ kind: z.literal("group"), text: noteText }),
]);
export type CardSubject = z.infer<typeof CardSubject>;

/** SVG, to be shown and printed; JSON Canvas 1.0, which Obsidian and others open. */
export const BoardFormat = z.enum(["svg", "json-canvas"]);
export type BoardFormat = z.infer<typeof BoardFormat>;

const coordinate = z.number().min(-1_000_000).max(1_000_000);
const extent = z.number().min(20).max(100_000);

/** Board pixels at zoom 1; x grows rightwards, y downwards; relative to the group when in one. */
export const CardPlace = z.strictObject({
  x: coordinate,
  y: coordinate,
  width: extent,
  height: extent,
  groupId: CardId.nullable(),
});
export type CardPlace = z.infer<typeof CardPlace>;

export const Card = z.strictObject({
  id: CardId,
  boardId: BoardId,
  subject: CardSubject,
  ...CardPlace.shape,
});
export type Card = z.infer<typeof Card>;
