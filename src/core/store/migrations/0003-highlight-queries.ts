/** Questions to the highlights that are kept by name. */
export const highlightQueries = `
-- The question as a tree in JSON (src/core/queries/query.ts), which names tags by their ids, so that it
-- follows them when they are renamed.
CREATE TABLE highlight_query (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  query TEXT NOT NULL CHECK (json_valid(query)),
  created_at TEXT NOT NULL,
  trashed_at TEXT
) STRICT;
`;
