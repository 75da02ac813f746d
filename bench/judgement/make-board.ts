import { openProject } from "#core/store/open-project";

export const cardCount = 1_000;
const quotesOfClaim = 4;
/** A claim with its quotes beneath, as "Arrange by claim" lays them. */
const blockCards = 1 + quotesOfClaim;
const blocksInRow = 20;
const blockSizePx = { width: 660, height: 620 };

/**
 * Puts 200 claims of a project, each above the first four passages that bear on it, on its first board: 1,000
 * cards joined by 800 lines of evidence, and by the contradictions between them.
 */
export function makeBoard(projectFile: string): void {
  const database = openProject(projectFile);
  database.transaction(() => {
    const boardId = database.prepare<[], string>("SELECT id FROM board LIMIT 1").pluck().get();
    const claimIds = database
      .prepare<[number], string>("SELECT id FROM claim ORDER BY position LIMIT ?")
      .pluck()
      .all(cardCount / blockCards);
    const quotes = database
      .prepare<[string, number], string>(
        "SELECT highlight_id FROM evidence WHERE claim_id = ? ORDER BY id LIMIT ?",
      )
      .pluck();
    const addCard = database.prepare(
      `INSERT INTO card
        (id, board_id, kind, claim_id, highlight_id, article_id, text, x, y, width, height, group_id)
      VALUES (?, ?, ?, ?, ?, NULL, NULL, ?, ?, ?, ?, NULL)`,
    );
    for (const [block, claimId] of claimIds.entries()) {
      const left = (block % blocksInRow) * blockSizePx.width;
      const top = Math.floor(block / blocksInRow) * blockSizePx.height;
      addCard.run(crypto.randomUUID(), boardId, "claim", claimId, null, left + 160, top, 264, 140);
      for (const [at, highlightId] of quotes.all(claimId, quotesOfClaim).entries()) {
        const [x, y] = [left + (at % 2) * 300, top + 210 + Math.floor(at / 2) * 170];
        addCard.run(crypto.randomUUID(), boardId, "quote", null, highlightId, x, y, 272, 150);
      }
    }
  })();
  database.close();
}
