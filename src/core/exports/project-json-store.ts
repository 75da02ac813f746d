import { projectJsonVersion } from "#contract/project-json";
import type { CardJson, ProjectJson } from "#contract/project-json";
import type { Query } from "#contract/query";

import type { ReadableDb } from "../store/db.ts";

type Row<Table extends keyof ProjectJson> = ProjectJson[Table] extends readonly (infer Item)[]
  ? Item
  : never;

/**
 * The whole project but for the trash, the journal and the view. Lists are in the analyst's order, or in the
 * order in which their things were made, so that the same project gives the same JSON.
 */
export function readProjectJson(db: ReadableDb): ProjectJson {
  const project = db.get<ProjectJson["project"]>(
    "SELECT title, created_at AS createdAt FROM project",
  );
  if (project === undefined) {
    throw new Error("the project row is missing");
  }
  return {
    format: "corroboard-project",
    version: projectJsonVersion,
    project,
    sources: db.all("SELECT id, name, reliability, note FROM source ORDER BY id"),
    origins: db.all(
      `SELECT origin.id, origin.name, origin.kind, origin.note, article.id AS articleId
      FROM origin
        LEFT JOIN article ON article.id = origin.article_id AND article.trashed_at IS NULL
      ORDER BY origin.id`,
    ),
    articles: readArticles(db),
    independentArticles: readVerdicts(db),
    tags: db.all(
      `SELECT tag.id, tag.name, tag.colour, parent.id AS parentId, tag.description, tag.shortcut
      FROM tag
        LEFT JOIN tag AS parent ON parent.id = tag.parent_id AND parent.trashed_at IS NULL
      WHERE tag.trashed_at IS NULL
      ORDER BY tag.position, tag.id`,
    ),
    highlights: readHighlights(db),
    claims: readClaims(db),
    evidence: db.all(
      `SELECT evidence.id, evidence.claim_id AS claimId, evidence.highlight_id AS highlightId,
        evidence.stance, evidence.credibility, evidence.attribution, evidence.note,
        evidence.created_at AS createdAt
      FROM evidence
        JOIN claim ON claim.id = evidence.claim_id
        JOIN highlight ON highlight.id = evidence.highlight_id
        JOIN article ON article.id = highlight.article_id
      WHERE claim.trashed_at IS NULL AND highlight.trashed_at IS NULL
        AND article.trashed_at IS NULL
      ORDER BY evidence.id`,
    ),
    relations: db.all(
      `SELECT relation.id, relation.from_claim_id AS fromClaimId,
        relation.to_claim_id AS toClaimId, relation.type, relation.note,
        relation.created_at AS createdAt
      FROM relation
        JOIN claim AS origin ON origin.id = relation.from_claim_id
        JOIN claim AS target ON target.id = relation.to_claim_id
      WHERE origin.trashed_at IS NULL AND target.trashed_at IS NULL
      ORDER BY relation.id`,
    ),
    silences: db.all(
      `SELECT coverage.claim_id AS claimId, coverage.article_id AS articleId,
        coverage.checked_at AS checkedAt
      FROM coverage
        JOIN claim ON claim.id = coverage.claim_id
        JOIN article ON article.id = coverage.article_id
      WHERE claim.trashed_at IS NULL AND article.trashed_at IS NULL
      ORDER BY coverage.claim_id, coverage.article_id`,
    ),
    competingHypotheses: readHypotheses(db),
    highlightQueries: db
      .all<Omit<Row<"highlightQueries">, "query"> & { query: string }>(
        `SELECT id, name, created_at AS createdAt, query
        FROM highlight_query
        WHERE trashed_at IS NULL
        ORDER BY id`,
      )
      .map(({ query, ...kept }) => ({ ...kept, query: JSON.parse(query) as Query })),
    boards: readBoards(db),
    briefings: db
      .all<Omit<Row<"briefings">, "document"> & { document: string }>(
        `SELECT id, title, created_at AS createdAt, document
        FROM briefing
        WHERE trashed_at IS NULL
        ORDER BY position, id`,
      )
      .map(({ document, ...briefing }) => ({ ...briefing, document: JSON.parse(document) })),
  };
}

function readArticles(db: ReadableDb): ProjectJson["articles"] {
  type Stored = Omit<Row<"articles">, "titleIsProposed" | "hasByteOrderMark" | "bytesBase64"> & {
    titleIsProposed: 0 | 1;
    hasByteOrderMark: 0 | 1;
    bytesBase64: Uint8Array;
  };
  return db
    .all<Stored>(
      `SELECT article.id, article.title, article.title_is_proposed AS titleIsProposed,
        article.source_id AS sourceId, article.author, article.published_on AS publishedOn,
        article.url, article.accessed_on AS accessedOn, article.language, article.note,
        article.origin_id AS originId, article.imported_at AS importedAt,
        article.file_name AS fileName, article.encoding,
        article.has_byte_order_mark AS hasByteOrderMark, article.bytes_sha256 AS bytesSha256,
        original.bytes AS bytesBase64, article.text_sha256 AS textSha256, canonical_text.text
      FROM article
        JOIN original ON original.sha256 = article.bytes_sha256
        JOIN canonical_text ON canonical_text.sha256 = article.text_sha256
      WHERE article.trashed_at IS NULL
      ORDER BY article.position, article.id`,
    )
    .map((row) => ({
      ...row,
      titleIsProposed: row.titleIsProposed === 1,
      hasByteOrderMark: row.hasByteOrderMark === 1,
      bytesBase64: Buffer.from(row.bytesBase64).toString("base64"),
    }));
}

function readVerdicts(db: ReadableDb): ProjectJson["independentArticles"] {
  type Verdict = Row<"independentArticles">;
  type Id = Verdict["articleIds"][number];
  return db
    .all<{ a: Id; b: Id; decidedAt: string }>(
      `SELECT article_a_id AS a, article_b_id AS b, decided_at AS decidedAt
      FROM wording_verdict
        JOIN article AS first ON first.id = article_a_id
        JOIN article AS second ON second.id = article_b_id
      WHERE first.trashed_at IS NULL AND second.trashed_at IS NULL
      ORDER BY a, b`,
    )
    .map(({ a, b, decidedAt }): Verdict => ({ articleIds: [a, b], decidedAt }));
}

function readHighlights(db: ReadableDb): ProjectJson["highlights"] {
  const tagsOf = tagIdsBy(db, "highlight_tag", "highlight_id");
  return db
    .all<Omit<Row<"highlights">, "tagIds">>(
      `SELECT highlight.id, highlight.article_id AS articleId, highlight.span_start AS start,
        highlight.span_end AS "end", highlight.exact, highlight.prefix, highlight.suffix,
        highlight.note, highlight.created_at AS createdAt
      FROM highlight JOIN article ON article.id = highlight.article_id
      WHERE highlight.trashed_at IS NULL AND article.trashed_at IS NULL
      ORDER BY article.position, highlight.span_start, highlight.span_end, highlight.id`,
    )
    .map((highlight) => ({ ...highlight, tagIds: tagsOf(highlight.id) }));
}

function readClaims(db: ReadableDb): ProjectJson["claims"] {
  type Claim = Row<"claims">;
  type Override = NonNullable<Claim["statusOverride"]>;
  type Stored = Omit<Claim, "statusOverride" | "tagIds" | "variants"> & {
    status: Override["status"] | null;
    reason: string;
  };
  const tagsOf = tagIdsBy(db, "claim_tag", "claim_id");
  const variants = Map.groupBy(
    db.all<Claim["variants"][number] & { claimId: string }>(
      `SELECT id, claim_id AS claimId, statement, created_at AS createdAt
      FROM claim_wording
      ORDER BY id`,
    ),
    ({ claimId }) => claimId,
  );
  return db
    .all<Stored>(
      `SELECT id, statement, kind, likelihood, confidence, confidence_basis AS confidenceBasis,
        status_override AS status, status_reason AS reason, note, created_at AS createdAt
      FROM claim
      WHERE trashed_at IS NULL
      ORDER BY position, id`,
    )
    .map(({ status, reason, note, createdAt, ...claim }) => ({
      ...claim,
      statusOverride: status === null ? null : { status, reason },
      note,
      createdAt,
      tagIds: tagsOf(claim.id),
      variants: (variants.get(claim.id) ?? []).map(({ claimId: _, ...variant }) => variant),
    }));
}

/** Tags that are not in the trash, in the order in which they were put on. */
function tagIdsBy(
  db: ReadableDb,
  table: "highlight_tag" | "claim_tag",
  key: "highlight_id" | "claim_id",
): (id: string) => Row<"claims">["tagIds"] {
  const rows = Map.groupBy(
    db.all<{ id: string; tagId: Row<"tags">["id"] }>(
      `SELECT ${table}.${key} AS id, ${table}.tag_id AS tagId
      FROM ${table} JOIN tag ON tag.id = ${table}.tag_id
      WHERE tag.trashed_at IS NULL
      ORDER BY ${table}.${key}, ${table}.position, ${table}.tag_id`,
    ),
    ({ id }) => id,
  );
  return (id) => (rows.get(id) ?? []).map(({ tagId }) => tagId);
}

function readHypotheses(db: ReadableDb): ProjectJson["competingHypotheses"] {
  type Hypotheses = ProjectJson["competingHypotheses"];
  type Line = Hypotheses["rows"][number];
  const hypotheses = db.all<{ claimId: Line["claimId"] }>(
    `SELECT ach_hypothesis.claim_id AS claimId
    FROM ach_hypothesis JOIN claim ON claim.id = ach_hypothesis.claim_id
    WHERE claim.trashed_at IS NULL
    ORDER BY ach_hypothesis.position, ach_hypothesis.claim_id`,
  );
  const ratings = Map.groupBy(
    db.all<Line["ratings"][number] & { rowClaimId: string }>(
      `SELECT ach_rating.row_claim_id AS rowClaimId,
        ach_rating.hypothesis_claim_id AS hypothesisClaimId, ach_rating.rating
      FROM ach_rating
        JOIN claim ON claim.id = ach_rating.hypothesis_claim_id
        JOIN ach_hypothesis ON ach_hypothesis.claim_id = claim.id
      WHERE claim.trashed_at IS NULL
      ORDER BY ach_hypothesis.position, claim.id`,
    ),
    ({ rowClaimId }) => rowClaimId,
  );
  return {
    hypotheses: hypotheses.map(({ claimId }) => claimId),
    rows: db
      .all<Omit<Line, "ratings">>(
        `SELECT ach_row.claim_id AS claimId, ach_row.credibility, ach_row.relevance
        FROM ach_row JOIN claim ON claim.id = ach_row.claim_id
        WHERE claim.trashed_at IS NULL
        ORDER BY ach_row.position, ach_row.claim_id`,
      )
      .map((row) => ({
        ...row,
        ratings: (ratings.get(row.claimId) ?? []).map(({ hypothesisClaimId, rating }) => ({
          hypothesisClaimId,
          rating,
        })),
      })),
  };
}

function readBoards(db: ReadableDb): ProjectJson["boards"] {
  type Stored = Omit<CardJson, "subject"> & {
    boardId: string;
    kind: CardJson["subject"]["kind"];
    claimId: string | null;
    highlightId: string | null;
    articleId: string | null;
    text: string | null;
  };
  const cards = Map.groupBy(
    db.all<Stored>(
      `SELECT card.id, card.board_id AS boardId, card.kind, card.claim_id AS claimId,
        card.highlight_id AS highlightId, card.article_id AS articleId, card.text,
        card.x, card.y, card.width, card.height, card.group_id AS groupId
      FROM card
        LEFT JOIN claim ON claim.id = card.claim_id
        LEFT JOIN highlight ON highlight.id = card.highlight_id
        LEFT JOIN article ON article.id = coalesce(card.article_id, highlight.article_id)
      WHERE claim.trashed_at IS NULL AND highlight.trashed_at IS NULL
        AND article.trashed_at IS NULL
      ORDER BY card.id`,
    ),
    ({ boardId }) => boardId,
  );
  return db
    .all<Omit<Row<"boards">, "cards">>(
      `SELECT id, title, created_at AS createdAt
      FROM board
      WHERE trashed_at IS NULL
      ORDER BY position, id`,
    )
    .map((board) => ({
      ...board,
      cards: (cards.get(board.id) ?? []).map(
        ({ id, kind, claimId, highlightId, articleId, text, x, y, width, height, groupId }) => ({
          id,
          // The table's CHECK constraints keep exactly the reference that the kind needs.
          subject: {
            kind,
            ...(claimId === null ? {} : { claimId }),
            ...(highlightId === null ? {} : { highlightId }),
            ...(articleId === null ? {} : { articleId }),
            ...(text === null ? {} : { text }),
          } as CardJson["subject"],
          x,
          y,
          width,
          height,
          groupId,
        }),
      ),
    }));
}
