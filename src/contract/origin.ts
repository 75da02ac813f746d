import { z } from "zod";

import { ArticleId, OriginId } from "./ids.ts";
import { nameText, noteText } from "./text.ts";

export const OriginKind = z.enum(["agency", "press release", "article", "other"]);
export type OriginKind = z.infer<typeof OriginKind>;

/** What articles derive from. All articles of one origin are one independent line, and count once. */
export const Origin = z.strictObject({
  id: OriginId,
  /** The article's title where the origin is an article of the project. */
  name: nameText,
  kind: OriginKind,
  note: noteText,
  /** The article that the others derive from, when it is in the project; one of `articleIds`. */
  rootArticleId: ArticleId.nullable(),
  /** In the order of the library. */
  articleIds: z.array(ArticleId),
});
export type Origin = z.infer<typeof Origin>;

/** The analyst's judgement about where articles come from. */
export const Derivation = z.discriminatedUnion("kind", [
  /** They derive from another article of the project, or from what that derives from. */
  z.strictObject({ kind: z.literal("derives"), fromArticleId: ArticleId }),
  /** They all derive from an origin that is there. */
  z.strictObject({ kind: z.literal("origin"), originId: OriginId }),
  /** They all derive from one that is named here; it is found by its name, or made. */
  z.strictObject({
    kind: z.literal("named"),
    name: nameText,
    originKind: z.enum(["agency", "press release", "other"]),
  }),
  /** They derive from nothing known, and not from one another. */
  z.strictObject({ kind: z.literal("independent") }),
]);
export type Derivation = z.infer<typeof Derivation>;
