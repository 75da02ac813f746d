import { z } from "zod";

import { Stance } from "./claim.ts";
import { TagId } from "./ids.ts";
import { text } from "./text.ts";

/** How two highlights lie to one another. */
const QueryRelation = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("overlaps") }),
  /** The left one lies inside the right one; the same span is inside. */
  z.strictObject({ kind: z.literal("within") }),
  /** Touches the same block. */
  z.strictObject({ kind: z.literal("near-block") }),
  /** At most so many sentences further on or back; 0: they touch the same sentence. */
  z.strictObject({ kind: z.literal("near-sentences"), sentences: z.int().min(0) }),
]);
export type QueryRelation = z.infer<typeof QueryRelation>;

/** A question to the highlights: which of them it takes. Stored as JSON. */
export type Query =
  | { readonly kind: "tag"; readonly tagId: TagId; readonly withDescendants: boolean }
  /** Words to look for, whatever their case or accents; every one must occur. */
  | {
      readonly kind: "words";
      readonly field: "text" | "note" | "article" | "source";
      readonly words: string;
    }
  | { readonly kind: "stance"; readonly stance: Stance | "none" }
  | { readonly kind: "any" }
  | { readonly kind: "untagged" }
  | { readonly kind: "noted" }
  | { readonly kind: "not"; readonly of: Query }
  | { readonly kind: "and" | "or"; readonly left: Query; readonly right: Query }
  | {
      readonly kind: "relation";
      readonly relation: QueryRelation;
      /** Takes those of the left that have no partner on the right. */
      readonly negated: boolean;
      readonly left: Query;
      readonly right: Query;
    };

// Named types, since inference gives up on a union that holds itself three levels deep.
const part: z.ZodType<Query> = z.lazy(() => Query);

export const Query: z.ZodType<Query> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("tag"), tagId: TagId, withDescendants: z.boolean() }),
  z.strictObject({
    kind: z.literal("words"),
    field: z.enum(["text", "note", "article", "source"]),
    words: text(4_000),
  }),
  z.strictObject({ kind: z.literal("stance"), stance: z.enum([...Stance.options, "none"]) }),
  z.strictObject({ kind: z.literal("any") }),
  z.strictObject({ kind: z.literal("untagged") }),
  z.strictObject({ kind: z.literal("noted") }),
  z.strictObject({ kind: z.literal("not"), of: part }),
  z.strictObject({ kind: z.enum(["and", "or"]), left: part, right: part }),
  z.strictObject({
    kind: z.literal("relation"),
    relation: QueryRelation,
    negated: z.boolean(),
    left: part,
    right: part,
  }),
]);
