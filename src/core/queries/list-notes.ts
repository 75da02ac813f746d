import type { Note } from "#contract/highlight-table";
import type { ArticleId, ClaimId, EvidenceId, HighlightId, TagId } from "#contract/ids";

import type { ReadContext } from "../core-context.ts";

/** All notes that are not empty, kind by kind in the order of their lists. */
export function listNotes({ db }: ReadContext): Note[] {
  const articles = db
    .all<{ articleId: ArticleId; subject: string; note: string }>(
      `SELECT id AS articleId, title AS subject, note
      FROM article
      WHERE trashed_at IS NULL AND trim(note) <> ''
      ORDER BY position`,
    )
    .map(({ articleId, subject, note }): Note => ({
      owner: { kind: "article", articleId },
      subject,
      articleTitle: null,
      note,
    }));
  const highlights = db
    .all<{
      highlightId: HighlightId;
      articleId: ArticleId;
      start: number;
      end: number;
      subject: string;
      articleTitle: string;
      note: string;
    }>(
      `SELECT highlight.id AS highlightId, article.id AS articleId, highlight.span_start AS start,
        highlight.span_end AS "end", highlight.exact AS subject, article.title AS articleTitle,
        highlight.note
      FROM highlight JOIN article ON article.id = highlight.article_id
      WHERE highlight.trashed_at IS NULL AND article.trashed_at IS NULL
        AND trim(highlight.note) <> ''
      ORDER BY article.position, highlight.span_start, highlight.span_end, highlight.id`,
    )
    .map(({ subject, articleTitle, note, ...place }): Note => ({
      owner: { kind: "highlight", ...place },
      subject,
      articleTitle,
      note,
    }));
  const tags = db
    .all<{ tagId: TagId; subject: string; note: string }>(
      `SELECT id AS tagId, name AS subject, description AS note
      FROM tag
      WHERE trashed_at IS NULL AND trim(description) <> ''
      ORDER BY position, id`,
    )
    .map(({ tagId, subject, note }): Note => ({
      owner: { kind: "tag", tagId },
      subject,
      articleTitle: null,
      note,
    }));
  const claims = db
    .all<{ claimId: ClaimId; subject: string; note: string }>(
      `SELECT id AS claimId, statement AS subject, note
      FROM claim
      WHERE trashed_at IS NULL AND trim(note) <> ''
      ORDER BY position, id`,
    )
    .map(({ claimId, subject, note }): Note => ({
      owner: { kind: "claim", claimId },
      subject,
      articleTitle: null,
      note,
    }));
  const evidence = db
    .all<{
      evidenceId: EvidenceId;
      claimId: ClaimId;
      subject: string;
      articleTitle: string;
      note: string;
    }>(
      `SELECT evidence.id AS evidenceId, claim.id AS claimId, claim.statement AS subject,
        article.title AS articleTitle, evidence.note
      FROM evidence
        JOIN claim ON claim.id = evidence.claim_id
        JOIN highlight ON highlight.id = evidence.highlight_id
        JOIN article ON article.id = highlight.article_id
      WHERE claim.trashed_at IS NULL AND highlight.trashed_at IS NULL
        AND article.trashed_at IS NULL AND trim(evidence.note) <> ''
      ORDER BY claim.position, article.position, highlight.span_start, evidence.id`,
    )
    .map(({ evidenceId, claimId, subject, articleTitle, note }): Note => ({
      owner: { kind: "evidence", evidenceId, claimId },
      subject,
      articleTitle,
      note,
    }));
  return [...articles, ...highlights, ...tags, ...claims, ...evidence];
}
