import { createCommand } from "lexical";

import type { ClaimPart } from "#contract/briefing";
import type { ArticleId, ClaimId } from "#contract/ids";
import type { Passage } from "#contract/requests";

import type { Figure } from "./figure-node.tsx";

/** What is to be cited at the caret. */
export type Subject =
  | { readonly kind: "claim"; readonly claimId: ClaimId; readonly part?: ClaimPart }
  | { readonly kind: "passage"; readonly passage: Passage }
  | { readonly kind: "article"; readonly articleId: ArticleId }
  | { readonly kind: "figure"; readonly figure: Figure };

/** Inserts a citation; answered by the briefing that is open. */
export const CITE_COMMAND = createCommand<Subject>("CITE_COMMAND");

/** Opens the passage, claim or article that a citation is of. */
export const OPEN_CITATION_COMMAND = createCommand<string>("OPEN_CITATION_COMMAND");
