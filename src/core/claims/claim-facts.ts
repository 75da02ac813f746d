import type { Claim, Stance } from "#contract/claim";
import { Reliability } from "#contract/grades";
import type { ArticleId, TagId, WordingId } from "#contract/ids";

import type { ReadableDb } from "../store/db.ts";
import { countStances, statusOfClaim } from "./status-of-claim.ts";

/** A stored claim, without what is computed from other tables. */
export type ClaimRow = Omit<
  Claim,
  "tagIds" | "variants" | "status" | "statusOverride" | keyof EvidenceFacts | keyof RelationFacts
> & { readonly override: Claim["status"] | null; readonly overrideReason: string };

type EvidenceFacts = Pick<Claim, "counts" | "articleIds" | "reliabilities">;
type RelationFacts = Pick<Claim, "contradictions" | "supportedContradictions">;

type VoiceRow = {
  readonly claimId: string;
  readonly stance: Stance;
  readonly articleId: ArticleId;
  readonly originId: string | null;
  readonly reliability: Reliability;
};

export const claimColumns = `
  claim.id, claim.statement, claim.note, claim.position, claim.created_at AS createdAt, claim.kind,
  claim.likelihood, claim.confidence, claim.confidence_basis AS confidenceBasis,
  claim.status_override AS override, claim.status_reason AS overrideReason`;

/** Adds tags, variants, and what evidence and relations say. A handful of queries, however many claims. */
export function withFacts(db: ReadableDb, rows: readonly ClaimRow[]): Claim[] {
  const ids = JSON.stringify(rows.map((row) => row.id));
  const voices = readVoices(db, ids);
  const tags = readTags(db, ids);
  const variants = readVariants(db, ids);
  const opponents = readOpponents(db, ids);
  return rows.map(({ override, overrideReason, ...row }) => {
    const facts = evidenceFacts(voices.get(row.id) ?? []);
    return {
      ...row,
      statusOverride: override === null ? null : { status: override, reason: overrideReason },
      tagIds: (tags.get(row.id) ?? []).map((link) => link.tagId),
      variants: (variants.get(row.id) ?? []).map(({ id, statement }) => ({ id, statement })),
      ...facts,
      status: statusOfClaim(facts.counts),
      ...relationFacts(opponents.get(row.id) ?? []),
    };
  });
}

function evidenceFacts(voices: readonly VoiceRow[]): EvidenceFacts {
  const grades = new Set(voices.map((voice) => voice.reliability));
  return {
    counts: countStances(voices),
    articleIds: [...new Set(voices.map((voice) => voice.articleId))],
    reliabilities: Reliability.options.filter((grade) => grades.has(grade)),
  };
}

function relationFacts(opponents: readonly { isSupported: 0 | 1 }[]): RelationFacts {
  return {
    contradictions: opponents.length,
    supportedContradictions: opponents.filter(({ isSupported }) => isSupported === 1).length,
  };
}

/** In the order of the library. */
function readVoices(db: ReadableDb, ids: string): Map<string, VoiceRow[]> {
  return Map.groupBy(
    db.all<VoiceRow>(
      `SELECT evidence.claim_id AS claimId, evidence.stance, article.id AS articleId,
        article.origin_id AS originId, coalesce(source.reliability, 'F') AS reliability
      FROM json_each(:ids) AS wanted
        JOIN evidence ON evidence.claim_id = wanted.value
        JOIN highlight ON highlight.id = evidence.highlight_id
        JOIN article ON article.id = highlight.article_id
        LEFT JOIN source ON source.id = article.source_id
      WHERE highlight.trashed_at IS NULL AND article.trashed_at IS NULL
      ORDER BY article.position, article.id`,
      { ids },
    ),
    (voice) => voice.claimId,
  );
}

function readTags(db: ReadableDb, ids: string): Map<string, { claimId: string; tagId: TagId }[]> {
  return Map.groupBy(
    db.all<{ claimId: string; tagId: TagId }>(
      `SELECT claim_tag.claim_id AS claimId, claim_tag.tag_id AS tagId
      FROM json_each(:ids) AS wanted
        JOIN claim_tag ON claim_tag.claim_id = wanted.value
        JOIN tag ON tag.id = claim_tag.tag_id
      WHERE tag.trashed_at IS NULL
      ORDER BY claim_tag.position, claim_tag.tag_id`,
      { ids },
    ),
    (link) => link.claimId,
  );
}

type VariantRow = { readonly claimId: string; readonly id: WordingId; readonly statement: string };

function readVariants(db: ReadableDb, ids: string): Map<string, VariantRow[]> {
  return Map.groupBy(
    db.all<VariantRow>(
      `SELECT claim_wording.claim_id AS claimId, claim_wording.id, claim_wording.statement
      FROM json_each(:ids) AS wanted
        JOIN claim_wording ON claim_wording.claim_id = wanted.value
      ORDER BY claim_wording.created_at, claim_wording.id`,
      { ids },
    ),
    (variant) => variant.claimId,
  );
}

/** Per claim, the claims that it contradicts or that contradict it; each once, trashed ones left out. */
function readOpponents(
  db: ReadableDb,
  ids: string,
): Map<string, { claimId: string; isSupported: 0 | 1 }[]> {
  return Map.groupBy(
    db.all<{ claimId: string; isSupported: 0 | 1 }>(
      `WITH pair AS (
        SELECT relation.from_claim_id AS claim_id, relation.to_claim_id AS other_id
        FROM json_each(:ids) AS wanted JOIN relation ON relation.from_claim_id = wanted.value
        WHERE relation.type = 'contradicts'
        UNION
        SELECT relation.to_claim_id, relation.from_claim_id
        FROM json_each(:ids) AS wanted JOIN relation ON relation.to_claim_id = wanted.value
        WHERE relation.type = 'contradicts'
      )
      SELECT pair.claim_id AS claimId,
        EXISTS (
          SELECT 1
          FROM evidence
            JOIN highlight ON highlight.id = evidence.highlight_id
            JOIN article ON article.id = highlight.article_id
          WHERE evidence.claim_id = pair.other_id AND evidence.stance = 'supports'
            AND highlight.trashed_at IS NULL AND article.trashed_at IS NULL) AS isSupported
      FROM pair
        JOIN claim AS other ON other.id = pair.other_id
      WHERE other.trashed_at IS NULL`,
      { ids },
    ),
    (opponent) => opponent.claimId,
  );
}
