import { Failure } from "#contract/failure";
import type { OutputOf, ParsedInputOf } from "#contract/requests";

import type { WriteContext } from "../core-context.ts";
import { requireManyEvidence } from "../evidence/evidence-store.ts";
import { moveLinks } from "../evidence/move-evidence.ts";
import { createClaim } from "./change-claims.ts";
import { requireClaim } from "./claim-store.ts";

/**
 * Gives some of a claim's evidence to a new claim, which carries the same tags unless others are given.
 * @throws Failure conflict when a piece of evidence belongs to another claim
 */
export function splitClaim(
  context: WriteContext,
  { claimId, evidenceIds, statement, note, tagIds }: ParsedInputOf<"claim.split">,
): OutputOf<"claim.split"> {
  const { db, journal } = context;
  const claim = requireClaim(db, claimId);
  const moved = requireManyEvidence(db, evidenceIds);
  const stranger = moved.find((evidence) => evidence.claimId !== claimId);
  if (stranger !== undefined) {
    throw new Failure("conflict", "This evidence belongs to another claim.", {
      path: ["evidenceIds", evidenceIds.indexOf(stranger.id)],
    });
  }
  const made = createClaim(context, {
    statement,
    note,
    tagIds: tagIds ?? claim.tagIds,
    kind: claim.kind,
  });
  moveLinks(
    context,
    moved.map(({ id }) => id),
    made.claim.id,
  );
  journal.label("split claim");
  return { claim: requireClaim(db, made.claim.id), rest: requireClaim(db, claimId) };
}
