import type { Evidence, Stance } from "#contract/claim";
import type { ClaimId, EvidenceId, HighlightId } from "#contract/ids";
import type { ParsedInputOf } from "#contract/requests";

import { requireClaim } from "../claims/claim-store.ts";
import type { WriteContext } from "../core-context.ts";
import { requireManyEvidence } from "./evidence-store.ts";
import { joinLinks } from "./join-links.ts";
import type { LinkContent } from "./join-links.ts";

export function moveEvidence(
  context: WriteContext,
  { evidenceIds, toClaimId }: ParsedInputOf<"evidence.move">,
): Evidence[] {
  const { db, journal } = context;
  requireClaim(db, toClaimId, ["toClaimId"]);
  const moved = requireManyEvidence(db, evidenceIds);
  const { ids } = moveLinks(
    context,
    moved.map((evidence) => evidence.id),
    toClaimId,
  );
  journal.label(
    moved.length === 1
      ? "move evidence to another claim"
      : `move ${moved.length} pieces of evidence`,
  );
  return requireManyEvidence(db, ids);
}

type LinkRow = LinkContent & {
  readonly id: EvidenceId;
  readonly claimId: ClaimId;
  readonly highlightId: HighlightId;
};

const columns = `
  evidence.id, evidence.claim_id AS claimId, evidence.highlight_id AS highlightId, evidence.stance,
  evidence.credibility, evidence.attribution, evidence.note`;

/** Two links of one highlight that became one: the stance that stays and the one that gave way. */
export type JoinedStances = {
  readonly highlightId: HighlightId;
  readonly kept: Stance;
  readonly dropped: Stance;
};

/**
 * Ties links to another claim, also those of things in the trash. Answers with the ids that the evidence
 * has there, each once, and with every pair of different stances that became one.
 */
export function moveLinks(
  { db, journal }: WriteContext,
  ids: readonly EvidenceId[],
  toClaimId: ClaimId,
): { ids: EvidenceId[]; joined: JoinedStances[] } {
  const joined: JoinedStances[] = [];
  const rows = db.all<LinkRow>(
    `SELECT ${columns}
    FROM json_each(:ids) AS wanted JOIN evidence ON evidence.id = wanted.value
    WHERE evidence.claim_id <> :toClaimId
    ORDER BY wanted.key`,
    { ids: JSON.stringify([...new Set(ids)]), toClaimId },
  );
  const placeOf = new Map<EvidenceId, EvidenceId>();
  for (const row of rows) {
    const there = db.get<LinkRow>(
      `SELECT ${columns} FROM evidence WHERE claim_id = :toClaimId AND highlight_id = :highlightId`,
      { toClaimId, highlightId: row.highlightId },
    );
    if (there === undefined) {
      journal.update("evidence", { id: row.id }, { claim_id: toClaimId });
      continue;
    }
    const content = joinLinks(there, row);
    journal.remove("evidence", { id: row.id });
    journal.update("evidence", { id: there.id }, content);
    placeOf.set(row.id, there.id);
    if (there.stance !== row.stance) {
      const dropped = content.stance === there.stance ? row.stance : there.stance;
      joined.push({ highlightId: row.highlightId, kept: content.stance, dropped });
    }
  }
  return { ids: [...new Set(ids.map((id) => placeOf.get(id) ?? id))], joined };
}
