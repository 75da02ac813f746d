import type { Claim } from "#contract/claim";
import { Failure } from "#contract/failure";
import type { ClaimId, EvidenceId, TagId, WordingId } from "#contract/ids";
import type { OutputOf, ParsedInputOf } from "#contract/requests";

import type { WriteContext } from "../core-context.ts";
import { moveSilences } from "../coverage/move-silences.ts";
import { joinNotes } from "../evidence/join-links.ts";
import { moveLinks } from "../evidence/move-evidence.ts";
import type { JoinedStances } from "../evidence/move-evidence.ts";
import { moveAchEntries } from "../hypotheses/move-ach-entries.ts";
import { moveRelations } from "../relations/move-relations.ts";
import { requireClaim, requireClaims } from "./claim-store.ts";
import { moveCards } from "./move-cards.ts";

/**
 * Makes one claim of several. All evidence is kept (two links of one highlight become one, see
 * evidence/join-links.ts), wordings are kept as variants, and relations, cards, tags, marks of silence and
 * entries of the hypotheses move along. What the analyst judged about the claim that stays holds; what was
 * not judged yet is taken from the others.
 * @throws Failure conflict when the claim is among those to be merged into it, or when they are both
 *   hypotheses and evidence for hypotheses
 */
export function mergeClaims(
  context: WriteContext,
  { intoClaimId, claimIds }: ParsedInputOf<"claim.merge">,
): OutputOf<"claim.merge"> {
  const { db, journal } = context;
  const into = requireClaim(db, intoClaimId, ["intoClaimId"]);
  const merged = requireClaims(db, claimIds);
  if (merged.some((claim) => claim.id === intoClaimId)) {
    throw new Failure("conflict", "A claim cannot be merged into itself. Choose another claim.", {
      path: ["claimIds", claimIds.indexOf(intoClaimId)],
    });
  }
  const trashedAt = context.now();
  const joined: JoinedStances[] = [];
  for (const claim of merged) {
    joined.push(...moveLinks(context, evidenceIdsOf(context, claim.id), intoClaimId).joined);
    moveWordings(context, claim, intoClaimId);
    moveTags(context, claim.id, intoClaimId);
    moveRelations(context, claim.id, intoClaimId);
    moveSilences(context, claim.id, intoClaimId);
    moveCards(context, claim.id, intoClaimId);
    moveAchEntries(context, claim.id, intoClaimId);
    journal.update("claim", { id: claim.id }, { trashed_at: trashedAt });
  }
  journal.update("claim", { id: intoClaimId }, joinedColumns([into, ...merged]));
  journal.label(merged.length === 1 ? "merge claims" : `merge ${merged.length + 1} claims`);
  return { claim: requireClaim(db, intoClaimId), joined };
}

/** Evidence of any state: what hangs on a trashed highlight must be there when that comes back. */
function evidenceIdsOf({ db }: WriteContext, claimId: ClaimId): EvidenceId[] {
  return db
    .all<{ id: EvidenceId }>("SELECT id FROM evidence WHERE claim_id = :claimId ORDER BY id", {
      claimId,
    })
    .map(({ id }) => id);
}

/** A wording that the claim has already is not kept twice. */
function moveWordings(
  { db, journal, newId, now }: WriteContext,
  from: Claim,
  intoClaimId: ClaimId,
): void {
  const into = requireClaim(db, intoClaimId);
  const known = new Set([into.statement, ...into.variants.map(({ statement }) => statement)]);
  for (const { id, statement } of from.variants) {
    if (known.has(statement)) {
      journal.remove("claim_wording", { id });
    } else {
      known.add(statement);
      journal.update("claim_wording", { id }, { claim_id: intoClaimId });
    }
  }
  if (!known.has(from.statement)) {
    const id = newId() as WordingId; // a new UUIDv7
    journal.insert("claim_wording", {
      id,
      claim_id: intoClaimId,
      statement: from.statement,
      created_at: now(),
    });
  }
}

/** The moved tags follow those that the claim has. Tags in the trash move too. */
function moveTags({ db, journal }: WriteContext, from: ClaimId, into: ClaimId): void {
  const tagsOf = (claimId: ClaimId) =>
    db.all<{ tagId: TagId; position: number }>(
      `SELECT tag_id AS tagId, position
      FROM claim_tag
      WHERE claim_id = :claimId
      ORDER BY position, tag_id`,
      { claimId },
    );
  const carried = tagsOf(into);
  const known = new Set(carried.map(({ tagId }) => tagId));
  let position = Math.max(-1, ...carried.map((link) => link.position));
  for (const { tagId } of tagsOf(from)) {
    journal.remove("claim_tag", { claim_id: from, tag_id: tagId });
    if (!known.has(tagId)) {
      position += 1;
      journal.insert("claim_tag", { claim_id: into, tag_id: tagId, position });
    }
  }
}

/** @param claims the one that stays, then those that were merged into it, in their order */
function joinedColumns(claims: readonly Claim[]) {
  const judged = claims.find(({ confidence }) => confidence !== null);
  return {
    note: claims.map(({ note }) => note).reduce(joinNotes),
    kind: claims.find(({ kind }) => kind !== null)?.kind ?? null,
    likelihood: claims.find(({ likelihood }) => likelihood !== null)?.likelihood ?? null,
    // The basis belongs to its confidence, so the two are taken together.
    confidence: judged?.confidence ?? null,
    confidence_basis: (judged ?? claims[0])?.confidenceBasis ?? "",
  };
}
