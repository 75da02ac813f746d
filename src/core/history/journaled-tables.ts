import type { Topic } from "#contract/changes";

type JournaledTable = {
  readonly key: readonly string[];
  /** What a page must read again when a row of this table changed. */
  readonly topic: Topic;
};

/** Tables whose every change is kept in the journal with its inverse. */
export const journaledTables = {
  project: { key: ["id"], topic: "project" },
  source: { key: ["id"], topic: "sources" },
  origin: { key: ["id"], topic: "origins" },
  article: { key: ["id"], topic: "articles" },
  wording_verdict: { key: ["article_a_id", "article_b_id"], topic: "origins" },
  tag: { key: ["id"], topic: "tags" },
  highlight: { key: ["id"], topic: "highlights" },
  highlight_tag: { key: ["highlight_id", "tag_id"], topic: "highlights" },
  highlight_query: { key: ["id"], topic: "queries" },
  claim: { key: ["id"], topic: "claims" },
  claim_tag: { key: ["claim_id", "tag_id"], topic: "claims" },
  claim_wording: { key: ["id"], topic: "claims" },
  evidence: { key: ["id"], topic: "evidence" },
  relation: { key: ["id"], topic: "relations" },
  coverage: { key: ["claim_id", "article_id"], topic: "coverage" },
  ach_hypothesis: { key: ["claim_id"], topic: "hypotheses" },
  ach_row: { key: ["claim_id"], topic: "hypotheses" },
  ach_rating: { key: ["row_claim_id", "hypothesis_claim_id"], topic: "hypotheses" },
  board: { key: ["id"], topic: "boards" },
  card: { key: ["id"], topic: "boards" },
  briefing: { key: ["id"], topic: "briefings" },
} as const satisfies Record<string, JournaledTable>;

export type JournaledTableName = keyof typeof journaledTables;
