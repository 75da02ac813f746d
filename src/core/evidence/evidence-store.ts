import type { Evidence } from "#contract/claim";
import { Failure } from "#contract/failure";
import type { EvidenceId } from "#contract/ids";
import type { ParsedInputOf } from "#contract/requests";

import type { ReadContext } from "../core-context.ts";
import type { ReadableDb } from "../store/db.ts";

type Path = readonly (string | number)[];

type UnverifiedRow = Omit<Evidence, "verified"> & { readonly textSha256: string };

/**
 * JavaScript's offsets are UTF-16 code units and SQLite's `substr` counts code points, so verification
 * happens in `verify`, with the texts read once per article.
 */
const columns = `
  evidence.id, evidence.claim_id AS claimId, evidence.highlight_id AS highlightId, evidence.stance,
  evidence.credibility, evidence.attribution, evidence.note, evidence.created_at AS createdAt,
  article.id AS articleId, article.title AS articleTitle, source.name AS outlet,
  coalesce(source.reliability, 'F') AS reliability,
  highlight.span_start AS start, highlight.span_end AS "end", highlight.exact,
  article.text_sha256 AS textSha256`;

const joins = `
  evidence
  JOIN claim ON claim.id = evidence.claim_id
  JOIN highlight ON highlight.id = evidence.highlight_id
  JOIN article ON article.id = highlight.article_id
  LEFT JOIN source ON source.id = article.source_id`;

const visible =
  "claim.trashed_at IS NULL AND highlight.trashed_at IS NULL AND article.trashed_at IS NULL";

/** In order of claim, then stance as the analyst reads them, then article and span. */
export function listEvidence(
  { db }: ReadContext,
  { claimId, highlightId, articleId }: ParsedInputOf<"evidence.list">,
): Evidence[] {
  const rows = db.all<UnverifiedRow>(
    `SELECT ${columns}
    FROM ${joins}
    WHERE ${visible}
      AND (:claimId IS NULL OR evidence.claim_id = :claimId)
      AND (:highlightId IS NULL OR evidence.highlight_id = :highlightId)
      AND (:articleId IS NULL OR highlight.article_id = :articleId)
    ORDER BY claim.position, claim.id,
      CASE evidence.stance
        WHEN 'supports' THEN 0 WHEN 'disputes' THEN 1 WHEN 'qualifies' THEN 2 ELSE 3 END,
      article.position, highlight.span_start, highlight.span_end, evidence.id`,
    { claimId: claimId ?? null, highlightId: highlightId ?? null, articleId: articleId ?? null },
  );
  return verify(db, rows);
}

/** @throws Failure not-found when it does not exist or what it links lies in the trash. */
export function requireEvidence(
  db: ReadableDb,
  id: EvidenceId,
  path: Path = ["evidenceId"],
): Evidence {
  const [evidence] = requireManyEvidence(db, [id], () => path);
  if (evidence === undefined) {
    throw new Error("evidence that was asked for is missing"); // requireManyEvidence answers for every id
  }
  return evidence;
}

/**
 * The evidence of these ids, in the order of the ids; each once.
 * @throws Failure not-found when one does not exist or what it links lies in the trash
 */
export function requireManyEvidence(
  db: ReadableDb,
  ids: readonly EvidenceId[],
  pathOf: (index: number) => Path = (index) => ["evidenceIds", index],
): Evidence[] {
  const rows = db.all<UnverifiedRow>(
    `SELECT ${columns}
    FROM ${joins}
    WHERE ${visible} AND evidence.id IN (SELECT value FROM json_each(:ids))`,
    { ids: JSON.stringify(ids) },
  );
  const found = new Map(verify(db, rows).map((evidence) => [evidence.id, evidence]));
  return [...new Set(ids)].map((id) => {
    const evidence = found.get(id);
    if (evidence === undefined) {
      throw new Failure(
        "not-found",
        "This evidence is no longer there. It may have been removed.",
        { path: pathOf(ids.indexOf(id)) },
      );
    }
    return evidence;
  });
}

function verify(db: ReadableDb, rows: readonly UnverifiedRow[]): Evidence[] {
  const texts = new Map(
    db
      .all<{ sha256: string; text: string }>(
        `SELECT canonical_text.sha256, canonical_text.text
        FROM canonical_text
        WHERE canonical_text.sha256 IN (SELECT value FROM json_each(:hashes))`,
        { hashes: JSON.stringify([...new Set(rows.map((row) => row.textSha256))]) },
      )
      .map(({ sha256, text }) => [sha256, text]),
  );
  return rows.map(({ textSha256, ...row }) => ({
    ...row,
    verified: texts.get(textSha256)?.slice(row.start, row.end) === row.exact,
  }));
}
