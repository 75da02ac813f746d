-- Made from the migrations; see docs/project-file.md.

CREATE TABLE project (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL CHECK (title <> ''),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE original (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE canonical_text (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  -- UTF-16 code units
  length INTEGER NOT NULL,
  word_count INTEGER NOT NULL,
  -- Last, so that lists of articles need not walk through it.
  text TEXT NOT NULL
) STRICT;

CREATE TABLE block (
  text_sha256 TEXT NOT NULL REFERENCES canonical_text (sha256),
  ordinal INTEGER NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL CHECK (span_end >= span_start),
  kind TEXT NOT NULL CHECK (kind IN ('heading', 'paragraph', 'list-item', 'quotation', 'table-row')),
  level INTEGER NOT NULL,
  boilerplate INTEGER NOT NULL CHECK (boilerplate IN (0, 1)),
  dateline_end INTEGER,
  PRIMARY KEY (text_sha256, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  reliability TEXT NOT NULL CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
  note TEXT NOT NULL
) STRICT;

CREATE TABLE origin (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('agency', 'press release', 'article', 'other')),
  note TEXT NOT NULL
, article_id TEXT REFERENCES article (id)) STRICT;

CREATE TABLE article (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL CHECK (title <> ''),
  title_is_proposed INTEGER NOT NULL CHECK (title_is_proposed IN (0, 1)),
  source_id TEXT REFERENCES source (id),
  author TEXT,
  published_on TEXT,
  url TEXT,
  accessed_on TEXT,
  language TEXT,
  note TEXT NOT NULL,
  origin_id TEXT REFERENCES origin (id),
  file_name TEXT,
  bytes_sha256 TEXT NOT NULL REFERENCES original (sha256),
  text_sha256 TEXT NOT NULL REFERENCES canonical_text (sha256),
  encoding TEXT NOT NULL,
  has_byte_order_mark INTEGER NOT NULL CHECK (has_byte_order_mark IN (0, 1)),
  position INTEGER NOT NULL,
  imported_at TEXT NOT NULL,
  trashed_at TEXT
) STRICT;

CREATE INDEX article_by_source ON article (source_id);

CREATE INDEX article_by_origin ON article (origin_id);

CREATE INDEX article_by_text ON article (text_sha256);

CREATE UNIQUE INDEX article_by_bytes ON article (bytes_sha256) WHERE trashed_at IS NULL;

CREATE TABLE tag (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  colour TEXT NOT NULL,
  parent_id TEXT REFERENCES tag (id),
  description TEXT NOT NULL,
  shortcut TEXT CHECK (shortcut BETWEEN '1' AND '9'),
  position INTEGER NOT NULL,
  trashed_at TEXT
) STRICT;

CREATE INDEX tag_by_parent ON tag (parent_id);

CREATE UNIQUE INDEX tag_by_shortcut ON tag (shortcut) WHERE trashed_at IS NULL;

CREATE TABLE highlight (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article (id),
  -- UTF-16 code units of the canonical text; the end is not included
  span_start INTEGER NOT NULL CHECK (span_start >= 0),
  span_end INTEGER NOT NULL CHECK (span_end > span_start),
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  note TEXT NOT NULL,
  created_at TEXT NOT NULL,
  trashed_at TEXT
) STRICT;

CREATE INDEX highlight_by_article ON highlight (article_id, span_start);

CREATE TABLE highlight_tag (
  highlight_id TEXT NOT NULL REFERENCES highlight (id),
  tag_id TEXT NOT NULL REFERENCES tag (id),
  position INTEGER NOT NULL,
  PRIMARY KEY (highlight_id, tag_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX highlight_tag_by_tag ON highlight_tag (tag_id);

CREATE TABLE claim (
  id TEXT PRIMARY KEY,
  statement TEXT NOT NULL CHECK (statement <> ''),
  kind TEXT CHECK (kind IN ('fact', 'statement', 'assessment', 'forecast')),
  likelihood TEXT,
  confidence TEXT CHECK (confidence IN ('high', 'moderate', 'low')),
  confidence_basis TEXT NOT NULL,
  status_override TEXT,
  status_reason TEXT NOT NULL,
  note TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  trashed_at TEXT
) STRICT;

CREATE TABLE claim_tag (
  claim_id TEXT NOT NULL REFERENCES claim (id),
  tag_id TEXT NOT NULL REFERENCES tag (id),
  position INTEGER NOT NULL,
  PRIMARY KEY (claim_id, tag_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_tag_by_tag ON claim_tag (tag_id);

CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  claim_id TEXT NOT NULL REFERENCES claim (id),
  highlight_id TEXT NOT NULL REFERENCES highlight (id),
  stance TEXT NOT NULL CHECK (stance IN ('supports', 'disputes', 'qualifies', 'mentions')),
  credibility INTEGER CHECK (credibility BETWEEN 1 AND 6),
  attribution TEXT,
  note TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (claim_id, highlight_id)
) STRICT;

CREATE INDEX evidence_by_highlight ON evidence (highlight_id);

CREATE TABLE relation (
  id TEXT PRIMARY KEY,
  from_claim_id TEXT NOT NULL REFERENCES claim (id),
  to_claim_id TEXT NOT NULL REFERENCES claim (id) CHECK (to_claim_id <> from_claim_id),
  type TEXT NOT NULL CHECK (type IN ('supports', 'contradicts', 'refines', 'depends on')),
  note TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (from_claim_id, to_claim_id)
) STRICT;

CREATE INDEX relation_by_target ON relation (to_claim_id);

CREATE TABLE coverage (
  claim_id TEXT NOT NULL REFERENCES claim (id),
  article_id TEXT NOT NULL REFERENCES article (id),
  checked_at TEXT NOT NULL,
  PRIMARY KEY (claim_id, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX coverage_by_article ON coverage (article_id);

CREATE TABLE board (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL CHECK (title <> ''),
  position INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  trashed_at TEXT
) STRICT;

CREATE TABLE card (
  id TEXT PRIMARY KEY,
  board_id TEXT NOT NULL REFERENCES board (id),
  kind TEXT NOT NULL CHECK (kind IN ('claim', 'quote', 'article', 'note', 'group')),
  claim_id TEXT REFERENCES claim (id),
  highlight_id TEXT REFERENCES highlight (id),
  article_id TEXT REFERENCES article (id),
  text TEXT,
  x REAL NOT NULL,
  y REAL NOT NULL,
  width REAL NOT NULL,
  height REAL NOT NULL,
  group_id TEXT REFERENCES card (id),
  CHECK ((kind = 'claim') = (claim_id IS NOT NULL)),
  CHECK ((kind = 'quote') = (highlight_id IS NOT NULL)),
  CHECK ((kind = 'article') = (article_id IS NOT NULL)),
  CHECK ((kind IN ('note', 'group')) = (text IS NOT NULL)),
  UNIQUE (board_id, claim_id),
  UNIQUE (board_id, highlight_id),
  UNIQUE (board_id, article_id)
) STRICT;

CREATE INDEX card_by_claim ON card (claim_id);

CREATE INDEX card_by_highlight ON card (highlight_id);

CREATE INDEX card_by_article ON card (article_id);

CREATE INDEX card_by_group ON card (group_id);

CREATE TABLE briefing (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL CHECK (title <> ''),
  document TEXT NOT NULL CHECK (json_valid(document)),
  position INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  trashed_at TEXT
) STRICT;

CREATE TABLE change (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  request TEXT NOT NULL,
  label TEXT NOT NULL,
  -- for undo and redo: the entry whose effect was taken back or put again
  target_seq INTEGER REFERENCES change (seq),
  -- row images before and after, in the order in which they were written
  edits TEXT NOT NULL CHECK (json_valid(edits)),
  -- SHA-256 over the hash of the entry before and this entry's own fields
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  state TEXT NOT NULL CHECK (state IN ('applied', 'undone', 'dropped', 'log'))
) STRICT;

CREATE INDEX change_by_state ON change (state, seq);

CREATE INDEX change_by_target ON change (target_seq);

CREATE TABLE view (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE claim_wording (
  id TEXT PRIMARY KEY,
  claim_id TEXT NOT NULL REFERENCES claim (id),
  statement TEXT NOT NULL CHECK (statement <> ''),
  created_at TEXT NOT NULL
) STRICT;

CREATE INDEX claim_wording_by_claim ON claim_wording (claim_id);

CREATE INDEX origin_by_article ON origin (article_id);

CREATE TABLE wording_verdict (
  article_a_id TEXT NOT NULL REFERENCES article (id),
  article_b_id TEXT NOT NULL REFERENCES article (id) CHECK (article_b_id > article_a_id),
  verdict TEXT NOT NULL CHECK (verdict = 'independent'),
  decided_at TEXT NOT NULL,
  PRIMARY KEY (article_a_id, article_b_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX wording_verdict_by_b ON wording_verdict (article_b_id);

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

CREATE TABLE ach_rating (
  row_claim_id TEXT NOT NULL REFERENCES ach_row (claim_id),
  hypothesis_claim_id TEXT NOT NULL REFERENCES ach_hypothesis (claim_id),
  rating TEXT NOT NULL CHECK (rating IN ('CC', 'C', 'N', 'I', 'II', 'NA')),
  PRIMARY KEY (row_claim_id, hypothesis_claim_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX ach_rating_by_hypothesis ON ach_rating (hypothesis_claim_id);

CREATE TABLE highlight_query (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  query TEXT NOT NULL CHECK (json_valid(query)),
  created_at TEXT NOT NULL,
  trashed_at TEXT
) STRICT;
