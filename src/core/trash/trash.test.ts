import { join } from "node:path";

import { describe, expect, it } from "vitest";

import type { TrashRef } from "#contract/trash";

import { runRandomSession } from "../testing/random-session.ts";
import { stateHash } from "../testing/state-hash.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { createTestCore, importFiles, sampleArticles } from "../testing/test-core.ts";

/** Two articles, a tagged highlight that supports a claim, and a card of the claim. */
function analysis() {
  const core = createTestCore();
  const [first, second] = importFiles(core, sampleArticles().slice(0, 2));
  if (first === undefined || second === undefined) {
    throw new Error("two articles were imported");
  }
  const tag = core.ask("tag.create", { name: "Pledge", shortcut: "1" });
  const { claim, evidence } = core.ask("claim.create", {
    statement: "Forces were pledged",
    passage: { articleId: first.id, start: 0, end: 10 },
  });
  if (evidence === null) {
    throw new Error("the claim has evidence");
  }
  const { highlightId } = evidence;
  core.ask("highlight.tag", { highlightIds: [highlightId], add: [tag.id] });
  const [board] = core.ask("board.list", {});
  if (board === undefined) {
    throw new Error("a project has a board");
  }
  core.ask("card.add", {
    boardId: board.id,
    cards: [
      {
        subject: { kind: "claim", claimId: claim.id },
        place: { x: 0, y: 0, width: 200, height: 100, groupId: null },
      },
    ],
  });
  return { core, ask: core.ask, first, second, tag, claim, highlightId, board };
}

const refOf = ({ kind, id }: TrashRef): TrashRef => ({ kind, id });

describe("the trash", () => {
  it("lists each kind of thing, newest first, with what removed it and what comes back with it", () => {
    const { ask, first, tag, claim, highlightId } = analysis();
    const second = ask("board.create", { title: "Second board" });
    const briefing = ask("briefing.create", { title: "Note" });
    const query = ask("highlight-query.save", { name: "Pledges", text: "tag:Pledge" });
    ask("claim.trash", { claimIds: [claim.id] });
    ask("highlight.trash", { highlightIds: [highlightId] });
    ask("tag.trash", { tagId: tag.id });
    ask("board.trash", { boardId: second.id });
    ask("briefing.trash", { briefingId: briefing.id });
    ask("highlight-query.trash", { queryId: query.id });
    ask("article.trash", { articleIds: [first.id] });
    const { things, count } = ask("trash.list", { limit: 100 });
    expect(count).toBe(7);
    expect(
      things.map(({ kind, name, change, who, belongings }) => [
        kind,
        name,
        change,
        who,
        belongings,
      ]),
    ).toEqual([
      ["article", first.title, "move article to trash", "tester", 0],
      ["query", "Pledges", "remove query “Pledges”", "tester", 0],
      ["briefing", "Note", "remove briefing “Note”", "tester", 0],
      ["board", "Second board", "remove board “Second board”", "tester", 0],
      ["tag", "Pledge", "remove tag “Pledge”", "tester", 1],
      ["highlight", expect.any(String), "remove highlight", "tester", 1],
      ["claim", "Forces were pledged", "remove claim", "tester", 1],
    ]);
    expect(things.find(({ kind }) => kind === "highlight")?.articleTitle).toBe(first.title);
    expect(ask("trash.list", { limit: 2 })).toMatchObject({
      count: 7,
      things: [{ kind: "article" }, { kind: "query" }],
    });
  });

  it("tells what removed a thing also after that was undone and redone", () => {
    const { ask, claim } = analysis();
    ask("claim.trash", { claimIds: [claim.id] });
    ask("history.undo", {});
    expect(ask("trash.list", { limit: 10 })).toEqual({ things: [], count: 0 });
    ask("history.redo", {});
    expect(ask("trash.list", { limit: 10 }).things).toMatchObject([{ change: "remove claim" }]);
  });

  it("gives back what was in it, as one change", () => {
    const { core, ask, first, tag, claim, highlightId } = analysis();
    const before = {
      claims: ask("claim.list", {}),
      highlights: ask("highlight.list", {}),
      evidence: ask("evidence.list", {}),
      tags: ask("tag.list", {}),
    };
    ask("claim.trash", { claimIds: [claim.id] });
    ask("highlight.trash", { highlightIds: [highlightId] });
    ask("tag.trash", { tagId: tag.id });
    ask("article.trash", { articleIds: [first.id] });
    const things = ask("trash.list", { limit: 10 }).things.map(refOf);
    expect(ask("trash.restore", { things })).toEqual({ restored: 4 });
    expect({
      claims: ask("claim.list", {}),
      highlights: ask("highlight.list", {}),
      evidence: ask("evidence.list", {}),
      tags: ask("tag.list", {}),
    }).toEqual(before);
    expect(ask("history.read", {}).undo?.label).toBe("restore 4 things from trash");
    ask("history.undo", {});
    expect(ask("trash.list", { limit: 10 }).count).toBe(4);
    expect(ask("project.check", {}).faults).toEqual([]);
    core.close();
  });

  it("brings an article back with a highlight of it", () => {
    const { ask, first, highlightId } = analysis();
    ask("highlight.trash", { highlightIds: [highlightId] });
    ask("article.trash", { articleIds: [first.id] });
    ask("trash.restore", { things: [{ kind: "highlight", id: highlightId }] });
    expect(ask("article.list", {})).toHaveLength(2);
    expect(ask("highlight.list", {})).toHaveLength(1);
  });

  it("gives a tag back without the key and the parent that it no longer has", () => {
    const { ask, tag } = analysis();
    const child = ask("tag.create", { name: "Child", shortcut: "2", parentId: tag.id });
    ask("tag.trash", { tagId: child.id });
    ask("tag.trash", { tagId: tag.id });
    ask("tag.create", { name: "Other", shortcut: "2" });
    ask("trash.restore", { things: [{ kind: "tag", id: child.id }] });
    expect(ask("tag.list", {}).find(({ id }) => id === child.id)).toMatchObject({
      shortcut: null,
      parentId: null,
    });
  });

  it("says what has taken a thing's place, and then restores none", () => {
    const { core, ask, first, tag, claim, highlightId } = analysis();
    ask("claim.trash", { claimIds: [claim.id] });
    ask("tag.trash", { tagId: tag.id });
    ask("tag.create", { name: "pledge" });
    const claimRef = { kind: "claim", id: claim.id } as const;
    expect(() => ask("trash.restore", { things: [claimRef, { kind: "tag", id: tag.id }] })).toThrow(
      "There is a tag “pledge” now. Rename it first to restore “Pledge”; nothing was restored.",
    );
    ask("highlight.trash", { highlightIds: [highlightId] });
    ask("highlight.create", { articleId: first.id, start: 0, end: 10 });
    expect(() =>
      ask("trash.restore", { things: [{ kind: "highlight", id: highlightId }] }),
    ).toThrow("was highlighted again");
    ask("article.trash", { articleIds: [first.id] });
    importFiles(core, sampleArticles().slice(0, 1));
    expect(() => ask("trash.restore", { things: [{ kind: "article", id: first.id }] })).toThrow(
      "was imported again",
    );
    expect(ask("claim.list", {})).toEqual([]);
    expect(ask("trash.list", { limit: 10 }).count).toBe(4);
  });

  it("refuses what is not in it", () => {
    const { ask, claim } = analysis();
    const things = [{ kind: "claim", id: claim.id } as const];
    expect(() => ask("trash.restore", { things })).toThrow("no longer in the trash");
    expect(() => ask("trash.purge", { things })).toThrow("no longer in the trash");
  });
});

describe("deleting for good", () => {
  it("takes all that belongs to an article, and undo brings it back", () => {
    const { ask, first, second, highlightId } = analysis();
    ask("article.set-origin", {
      articleIds: [second.id],
      derivation: { kind: "derives", fromArticleId: first.id },
    });
    ask("highlight.trash", { highlightIds: [highlightId] });
    ask("article.trash", { articleIds: [first.id] });
    expect(ask("trash.purge", { things: "everything" })).toEqual({ purged: 2 });
    expect(ask("trash.list", { limit: 10 }).count).toBe(0);
    expect(ask("evidence.list", {})).toEqual([]);
    expect(ask("origin.list", {})).toMatchObject([
      { name: first.title, rootArticleId: null, articleIds: [second.id] },
    ]);
    expect(ask("project.check", {}).faults).toEqual([]);
    ask("history.undo", {});
    ask("history.undo", {});
    ask("history.undo", {});
    expect(ask("evidence.list", {})).toHaveLength(1);
    expect(ask("origin.list", {})).toMatchObject([{ rootArticleId: first.id }]);
    expect(ask("project.check", {}).faults).toEqual([]);
  });

  it("leaves a sound project whatever is in the trash, and undo the same one", () => {
    for (const seed of [1, 2, 3]) {
      const projectFile = join(temporaryFolder(), "p.corroboard");
      const core = createTestCore({ projectFile });
      importFiles(core, sampleArticles());
      runRandomSession(core.ask, { seed, steps: 200 });
      // The session may have undone the import.
      const [first, second, third] =
        core.ask("article.list", {}).length > 0
          ? core.ask("article.list", {})
          : importFiles(core, sampleArticles());
      if (first !== undefined && second !== undefined && third !== undefined) {
        core.ask("article.set-origin", {
          articleIds: [second.id, third.id],
          derivation: { kind: "derives", fromArticleId: first.id },
        });
        core.ask("article.trash", { articleIds: [first.id] });
      }
      core.close();
      const before = stateHash(projectFile);
      const again = createTestCore({ projectFile, newId: idsFrom(seed) });
      const { count } = again.ask("trash.list", { limit: 1 });
      expect(count).toBeGreaterThan(1);
      expect(again.ask("trash.purge", { things: "everything" })).toEqual({ purged: count });
      expect(again.ask("trash.list", { limit: 1 }).count).toBe(0);
      expect(again.ask("project.check", {}).faults).toEqual([]);
      again.ask("history.undo", {});
      expect(again.ask("project.check", {}).faults).toEqual([]);
      again.close();
      expect(stateHash(projectFile)).toBe(before);
    }
  });
});

/** None that the session before has given out. */
function idsFrom(seed: number): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `00000000-0000-7000-900${seed}-${count.toString(16).padStart(12, "0")}`;
  };
}
