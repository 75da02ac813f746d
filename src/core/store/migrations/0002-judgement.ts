/** What an analyst judges: wordings of a claim, what derives from what, and competing hypotheses. */
export const judgement = `
-- Other wordings of a claim; a merge keeps those of the claims that went into it.
CREATE TABLE claim_wording (
  id TEXT PRIMARY KEY,
  claim_id TEXT NOT NULL REFERENCES claim (id),
  statement TEXT NOT NULL CHECK (statement <> ''),
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX claim_wording_by_claim ON claim_wording (claim_id);

-- For an origin of kind 'article': the article that the others derive from. It is of this origin itself.
ALTER TABLE origin ADD COLUMN article_id TEXT REFERENCES article (id);
CREATE INDEX origin_by_article ON origin (article_id);

-- Two articles that were compared and judged not to derive from one another. Being of one origin is
-- kept with the article.
CREATE TABLE wording_verdict (
  article_a_id TEXT NOT NULL REFERENCES article (id),
  article_b_id TEXT NOT NULL REFERENCES article (id) CHECK (article_b_id > article_a_id),
  verdict TEXT NOT NULL CHECK (verdict = 'independent'),
  decided_at TEXT NOT NULL,
  PRIMARY KEY (article_a_id, article_b_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX wording_verdict_by_b ON wording_verdict (article_b_id);

-- Analysis of competing hypotheses: its columns and rows are claims.
CREATE TABLE ach_hypothesis (
  claim_id TEXT PRIMARY KEY REFERENCES claim (id),
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE ach_row (
  claim_id TEXT PRIMARY KEY REFERENCES claim (id),
  position INTEGER NOT NULL,
  credibility TEXT NOT NULL CHECK (credibility IN ('low', 'medium', 'high')),
  relevance TEXT NOT NULL CHECK (relevance IN ('low', 'medium', 'high'))
) STRICT;

-- A cell that was not rated is no row.
CREATE TABLE ach_rating (
  row_claim_id TEXT NOT NULL REFERENCES ach_row (claim_id),
  hypothesis_claim_id TEXT NOT NULL REFERENCES ach_hypothesis (claim_id),
  rating TEXT NOT NULL CHECK (rating IN ('CC', 'C', 'N', 'I', 'II', 'NA')),
  PRIMARY KEY (row_claim_id, hypothesis_claim_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ach_rating_by_hypothesis ON ach_rating (hypothesis_claim_id);
`;
