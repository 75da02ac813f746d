import { openProject } from "#core/store/open-project";

import { randomNumbers } from "../random-numbers.ts";
import { makeMarkedText, makeProject } from "../reader/make-project.ts";

export const articleCount = 40;
export const claimCount = 2_000;
const linksOfClaim = 10;
const highlightsOfArticle = (claimCount * linksOfClaim) / articleCount;
/** Stands in one claim of ten, for the filter. */
export const rareWord = "bridges";

/**
 * A project of 2,000 claims with 20,000 links to as many highlights in 40 articles, half of which are of
 * four origins; with tags, grades, judgements, marks of silence and contradictions. Always the same.
 */
export function makeClaims(folder: string): string {
  const articles = Array.from({ length: articleCount }, (_, index) =>
    makeMarkedText(4_000, highlightsOfArticle, 100 + index),
  );
  const projectFile = makeProject(folder, "claims", articles);
  const random = randomNumbers(7);
  const oneOf = <Of>(some: readonly Of[]): Of | undefined =>
    some[Math.floor(random() * some.length)];
  // As many commands would take minutes; the rows are those that they would write.
  const database = openProject(projectFile);
  const ids = (sql: string) => database.prepare<[], string>(sql).pluck().all();
  const at = "2026-01-01T00:00:00.000Z";
  database.transaction(() => {
    const articleIds = ids("SELECT id FROM article ORDER BY position");
    const tagIds = ids("SELECT id FROM tag");
    const highlightIds = ids("SELECT id FROM highlight ORDER BY article_id, span_start, id");
    const shuffled = highlightIds
      .map((id) => ({ id, key: random() }))
      .toSorted((a, b) => a.key - b.key);
    const addSource = database.prepare("INSERT INTO source VALUES (?, ?, ?, '')");
    const addOrigin = database.prepare("INSERT INTO origin VALUES (?, ?, 'agency', '', NULL)");
    const setSource = database.prepare(
      "UPDATE article SET source_id = ?, origin_id = ? WHERE id = ?",
    );
    const origins = ["Reuters", "AFP", "AP", "TASS"].map((name) => {
      const id = crypto.randomUUID();
      addOrigin.run(id, name);
      return id;
    });
    for (const [index, articleId] of articleIds.entries()) {
      const sourceId = crypto.randomUUID();
      addSource.run(sourceId, `Outlet ${index}`, oneOf(["A", "B", "C", "D", "E", "F"]));
      setSource.run(sourceId, index % 2 === 0 ? oneOf(origins) : null, articleId);
    }
    const addClaim = database.prepare(
      `INSERT INTO claim
        (id, statement, kind, likelihood, confidence, confidence_basis, status_override, status_reason,
          note, position, created_at, trashed_at)
      VALUES (?, ?, ?, ?, ?, '', NULL, '', '', ?, ?, NULL)`,
    );
    const addTag = database.prepare("INSERT INTO claim_tag VALUES (?, ?, 0)");
    const addLink = database.prepare(
      `INSERT INTO evidence
        (id, claim_id, highlight_id, stance, credibility, attribution, note, created_at)
      VALUES (?, ?, ?, ?, ?, NULL, '', ?)`,
    );
    const addSilence = database.prepare("INSERT OR IGNORE INTO coverage VALUES (?, ?, ?)");
    const addRelation = database.prepare(
      "INSERT OR IGNORE INTO relation VALUES (?, ?, ?, 'contradicts', '', ?)",
    );
    const claimIds: string[] = [];
    for (let claim = 0; claim < claimCount; claim += 1) {
      const id = crypto.randomUUID();
      const words = Array.from(
        { length: 6 + Math.floor(random() * 14) },
        () => `w${Math.floor(20_000 ** random()).toString(36)}`,
      );
      const statement = `${claim % 10 === 0 ? rareWord : "Claim"} ${claim}: ${words.join(" ")}`;
      const kind = oneOf(["fact", "statement", "assessment", "forecast", null]);
      addClaim.run(
        id,
        statement,
        kind,
        kind === "forecast" ? "likely" : null,
        oneOf(["high", "moderate", "low", null]),
        claim,
        at,
      );
      addTag.run(id, oneOf(tagIds));
      for (const { id: highlightId } of shuffled.slice(
        claim * linksOfClaim,
        (claim + 1) * linksOfClaim,
      )) {
        const dice = random();
        const stance =
          dice < 0.6
            ? "supports"
            : dice < 0.75
              ? "disputes"
              : dice < 0.9
                ? "qualifies"
                : "mentions";
        addLink.run(
          crypto.randomUUID(),
          id,
          highlightId,
          stance,
          oneOf([1, 2, 3, 4, 5, 6, null]),
          at,
        );
      }
      for (let silence = 0; silence < 5; silence += 1) {
        addSilence.run(id, oneOf(articleIds), at);
      }
      const earlier = oneOf(claimIds);
      if (earlier !== undefined && random() < 0.1) {
        addRelation.run(crypto.randomUUID(), id, earlier, at);
      }
      claimIds.push(id);
    }
  })();
  database.close();
  return projectFile;
}
