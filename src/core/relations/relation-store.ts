import type { Relation } from "#contract/claim";
import { Failure } from "#contract/failure";
import type { RelationId } from "#contract/ids";
import type { ParsedInputOf } from "#contract/requests";

import { requireClaim } from "../claims/claim-store.ts";
import type { ReadContext, WriteContext } from "../core-context.ts";
import type { ReadableDb } from "../store/db.ts";

const visible = `
  SELECT relation.id, relation.from_claim_id AS fromClaimId, relation.to_claim_id AS toClaimId,
    relation.type, relation.note, relation.created_at AS createdAt
  FROM relation
    JOIN claim AS origin ON origin.id = relation.from_claim_id
    JOIN claim AS target ON target.id = relation.to_claim_id
  WHERE origin.trashed_at IS NULL AND target.trashed_at IS NULL`;

/** Relations from and to a claim, or all of them, oldest first. */
export function listRelations(
  { db }: ReadContext,
  { claimId }: ParsedInputOf<"relation.list">,
): Relation[] {
  return db.all<Relation>(
    `${visible}
      AND (:claimId IS NULL OR :claimId IN (relation.from_claim_id, relation.to_claim_id))
    ORDER BY relation.created_at, relation.id`,
    { claimId: claimId ?? null },
  );
}

function requireRelation(db: ReadableDb, id: RelationId): Relation {
  const relation = db.get<Relation>(`${visible} AND relation.id = :id`, { id });
  if (relation === undefined) {
    throw new Failure("not-found", "This relation is no longer there. It may have been removed.", {
      path: ["relationId"],
    });
  }
  return relation;
}

export function createRelation(
  context: WriteContext,
  { fromClaimId, toClaimId, type, note }: ParsedInputOf<"relation.create">,
): Relation {
  const { db, journal } = context;
  requireClaim(db, fromClaimId, ["fromClaimId"]);
  requireClaim(db, toClaimId, ["toClaimId"]);
  if (fromClaimId === toClaimId) {
    throw new Failure("conflict", "A claim cannot be related to itself. Choose another claim.", {
      path: ["toClaimId"],
    });
  }
  const existing = db.get<{ id: RelationId }>(
    "SELECT id FROM relation WHERE from_claim_id = :fromClaimId AND to_claim_id = :toClaimId",
    { fromClaimId, toClaimId },
  );
  const id = existing?.id ?? (context.newId() as RelationId);
  if (existing === undefined) {
    journal.insert("relation", {
      id,
      from_claim_id: fromClaimId,
      to_claim_id: toClaimId,
      type,
      note: note ?? "",
      created_at: context.now(),
    });
  } else {
    journal.update("relation", { id }, { type, ...(note === undefined ? {} : { note }) });
  }
  journal.label(`relate claims: ${type}`);
  return requireRelation(db, id);
}

export function changeRelation(
  { db, journal }: WriteContext,
  { relationId, type, note }: ParsedInputOf<"relation.change">,
): Relation {
  requireRelation(db, relationId);
  journal.update(
    "relation",
    { id: relationId },
    { ...(type === undefined ? {} : { type }), ...(note === undefined ? {} : { note }) },
  );
  journal.label("edit relation");
  return requireRelation(db, relationId);
}

export function removeRelation(
  { db, journal }: WriteContext,
  { relationId }: ParsedInputOf<"relation.remove">,
): Record<string, never> {
  requireRelation(db, relationId);
  journal.remove("relation", { id: relationId });
  journal.label("remove relation");
  return {};
}
