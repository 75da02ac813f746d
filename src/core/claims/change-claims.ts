import type { Claim } from "#contract/claim";
import type { ClaimId, TagId } from "#contract/ids";
import type { OutputOf, ParsedInputOf } from "#contract/requests";

import type { WriteContext } from "../core-context.ts";
import { linkEvidence, linkManyPassages } from "../evidence/link-evidence.ts";
import { tagsToPutOn } from "../highlights/new-tag.ts";
import { requireTags } from "../tags/tag-store.ts";
import { requireClaim, requireClaims } from "./claim-store.ts";
import { judgementColumns, labelOfJudgement, noJudgement } from "./judgement.ts";

export function createClaim(
  context: WriteContext,
  {
    statement,
    note,
    tagIds = [],
    passage,
    morePassages = [],
    stance,
    ...judgement
  }: ParsedInputOf<"claim.create">,
): OutputOf<"claim.create"> {
  const { db, journal } = context;
  requireTags(db, tagIds, ["tagIds"]);
  const id = context.newId() as ClaimId;
  const last = db.get<{ position: number | null }>("SELECT max(position) AS position FROM claim");
  journal.insert("claim", {
    id,
    statement: statement.trim(),
    ...noJudgement,
    ...judgementColumns(judgement),
    note: note ?? "",
    position: (last?.position ?? -1) + 1,
    created_at: context.now(),
    trashed_at: null,
  });
  setTags(context, id, tagIds);
  const evidence =
    passage === undefined
      ? null
      : linkEvidence(context, { claimId: id, passage, stance: stance ?? "supports" });
  if (morePassages.length > 0) {
    const passages = morePassages;
    linkManyPassages(context, { claimId: id, passages, stance: stance ?? "supports" });
  }
  journal.label(passage === undefined ? "new claim" : "new claim from passage");
  return { claim: requireClaim(db, id), evidence };
}

export function changeClaim(
  context: WriteContext,
  { claimId, statement, note, tagIds, newTag, ...judgement }: ParsedInputOf<"claim.change">,
): Claim {
  const { db, journal } = context;
  const before = requireClaim(db, claimId);
  journal.update(
    "claim",
    { id: claimId },
    {
      ...(statement === undefined ? {} : { statement: statement.trim() }),
      ...(note === undefined ? {} : { note }),
      ...judgementColumns(judgement),
    },
  );
  if (tagIds !== undefined || newTag !== undefined) {
    const tags = tagsToPutOn(context, tagIds ?? before.tagIds, newTag, ["tagIds"]);
    const ids = tags.map(({ id }) => id);
    setTags(context, claimId, ids);
  }
  journal.label(
    statement !== undefined
      ? "reword claim"
      : note !== undefined
        ? "edit claim note"
        : (labelOfJudgement(judgement) ?? "tag claim"),
  );
  return requireClaim(db, claimId);
}

/** @throws Failure not-found when one claim or tag is not there; then none is changed */
export function changeManyClaims(
  context: WriteContext,
  input: ParsedInputOf<"claim.change-many">,
): Claim[] {
  const { db, journal } = context;
  const { claimIds, addTagIds = [], removeTagIds = [], ...judgement } = input;
  const claims = requireClaims(db, claimIds);
  requireTags(db, addTagIds, ["addTagIds"]);
  requireTags(db, removeTagIds, ["removeTagIds"]);
  const columns = judgementColumns(judgement);
  for (const { id, tagIds } of claims) {
    journal.update("claim", { id }, columns);
    if (addTagIds.length > 0 || removeTagIds.length > 0) {
      const kept = tagIds.filter((tagId) => !removeTagIds.includes(tagId));
      setTags(context, id, [...kept, ...addTagIds]);
    }
  }
  journal.label(`${labelOfJudgement(judgement) ?? "tag claims"} (${claims.length} claims)`);
  return requireClaims(db, claimIds);
}

/** Renumbers only the claims whose place changes. */
export function moveClaim(
  { db, journal }: WriteContext,
  { claimId, beforeClaimId }: ParsedInputOf<"claim.move">,
): Record<string, never> {
  requireClaim(db, claimId);
  if (beforeClaimId !== null) {
    requireClaim(db, beforeClaimId, ["beforeClaimId"]);
  }
  const order = db
    .all<{ id: ClaimId }>("SELECT id FROM claim WHERE trashed_at IS NULL ORDER BY position, id")
    .map((row) => row.id)
    .filter((id) => id !== claimId);
  const target = beforeClaimId === null ? order.length : order.indexOf(beforeClaimId);
  const moved = beforeClaimId === claimId ? order : order.toSpliced(target, 0, claimId);
  for (const [position, id] of moved.entries()) {
    journal.update("claim", { id }, { position });
  }
  journal.label("move claim");
  return {};
}

/** Evidence, relations and cards stay as rows and are hidden with their claim, so undo needs no more. */
export function trashClaims(
  { db, journal, now }: WriteContext,
  { claimIds }: ParsedInputOf<"claim.trash">,
): Record<string, never> {
  const trashedAt = now();
  for (const [index, claimId] of [...new Set(claimIds)].entries()) {
    requireClaim(db, claimId, ["claimIds", index]);
    journal.update("claim", { id: claimId }, { trashed_at: trashedAt });
  }
  journal.label(claimIds.length === 1 ? "remove claim" : `remove ${claimIds.length} claims`);
  return {};
}

function setTags({ db, journal }: WriteContext, claimId: ClaimId, tagIds: readonly TagId[]): void {
  const wanted = [...new Set(tagIds)];
  const carried = db.all<{ tagId: TagId }>(
    `SELECT claim_tag.tag_id AS tagId
    FROM claim_tag JOIN tag ON tag.id = claim_tag.tag_id
    WHERE claim_tag.claim_id = :claimId AND tag.trashed_at IS NULL`,
    { claimId },
  );
  for (const { tagId } of carried) {
    if (!wanted.includes(tagId)) {
      journal.remove("claim_tag", { claim_id: claimId, tag_id: tagId });
    }
  }
  for (const [position, tagId] of wanted.entries()) {
    if (carried.some((link) => link.tagId === tagId)) {
      journal.update("claim_tag", { claim_id: claimId, tag_id: tagId }, { position });
    } else {
      journal.insert("claim_tag", { claim_id: claimId, tag_id: tagId, position });
    }
  }
}
