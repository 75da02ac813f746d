import type { Evidence } from "#contract/claim";
import type { ClaimId, EvidenceId, HighlightId } from "#contract/ids";
import type { ParsedInputOf } from "#contract/requests";

import { requireClaim } from "../claims/claim-store.ts";
import type { WriteContext } from "../core-context.ts";
import { highlightOfPassage } from "../highlights/create-highlight.ts";
import { requireHighlight } from "../highlights/highlight-store.ts";
import { requireEvidence, requireManyEvidence } from "./evidence-store.ts";

type EvidenceFields = Omit<ParsedInputOf<"evidence.link">, "claimId" | "passage">;

export function linkEvidence(
  context: WriteContext,
  { claimId, passage, ...fields }: ParsedInputOf<"evidence.link">,
): Evidence {
  const { db, journal } = context;
  requireClaim(db, claimId);
  const id = linkHighlight(context, claimId, highlightOfPassage(context, passage), fields);
  journal.label("link to claim");
  return requireEvidence(db, id);
}

/** @throws Failure not-found when the claim or one passage is not there; then none is linked */
export function linkManyPassages(
  context: WriteContext,
  { claimId, passages, ...fields }: ParsedInputOf<"evidence.link-many">,
): Evidence[] {
  const { db, journal } = context;
  requireClaim(db, claimId);
  const ids = passages.map((passage, index) => {
    if ("highlightId" in passage) {
      requireHighlight(db, passage.highlightId, ["passages", index, "highlightId"]);
    }
    return linkHighlight(context, claimId, highlightOfPassage(context, passage), fields);
  });
  journal.label(ids.length === 1 ? "link to claim" : `link ${new Set(ids).size} passages to claim`);
  return requireManyEvidence(db, ids);
}

/** A highlight is linked to a claim once; linking again sets the given fields of that link. */
function linkHighlight(
  context: WriteContext,
  claimId: ClaimId,
  highlightId: HighlightId,
  fields: EvidenceFields,
): EvidenceId {
  const existing = context.db.get<{ id: EvidenceId }>(
    "SELECT id FROM evidence WHERE claim_id = :claimId AND highlight_id = :highlightId",
    { claimId, highlightId },
  );
  if (existing !== undefined) {
    context.journal.update("evidence", { id: existing.id }, givenFields(fields));
    return existing.id;
  }
  const id = context.newId() as EvidenceId; // a new UUIDv7
  context.journal.insert("evidence", {
    id,
    claim_id: claimId,
    highlight_id: highlightId,
    stance: fields.stance,
    credibility: fields.credibility ?? null,
    attribution: fields.attribution ?? null,
    note: fields.note ?? "",
    created_at: context.now(),
  });
  return id;
}

export function changeEvidence(
  { db, journal }: WriteContext,
  { evidenceId, ...fields }: ParsedInputOf<"evidence.change">,
): Evidence {
  requireEvidence(db, evidenceId);
  journal.update("evidence", { id: evidenceId }, givenFields(fields));
  journal.label(
    fields.stance === undefined ? "edit evidence" : `change stance to ${fields.stance}`,
  );
  return requireEvidence(db, evidenceId);
}

export function unlinkEvidence(
  { db, journal }: WriteContext,
  { evidenceIds }: ParsedInputOf<"evidence.unlink">,
): Record<string, never> {
  for (const [index, evidenceId] of [...new Set(evidenceIds)].entries()) {
    requireEvidence(db, evidenceId, ["evidenceIds", index]);
    journal.remove("evidence", { id: evidenceId });
  }
  journal.label("unlink from claim");
  return {};
}

function givenFields(fields: Omit<ParsedInputOf<"evidence.change">, "evidenceId">) {
  return {
    ...(fields.stance === undefined ? {} : { stance: fields.stance }),
    ...(fields.credibility === undefined ? {} : { credibility: fields.credibility }),
    ...(fields.attribution === undefined ? {} : { attribution: fields.attribution }),
    ...(fields.note === undefined ? {} : { note: fields.note }),
  };
}
