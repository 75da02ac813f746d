import { beforeEach, expect, it } from "vitest";

import type { ArticleId, ClaimId } from "#contract/ids";

import { createTestCore, importFiles } from "../testing/test-core.ts";
import type { TestCore } from "../testing/test-core.ts";

let core: TestCore;
let articleId: ArticleId;
let first: ClaimId;
let second: ClaimId;

beforeEach(() => {
  core = createTestCore();
  const [article] = importFiles(core, [
    { name: "a.txt", bytes: new TextEncoder().encode("26 countries pledged forces on Friday.") },
  ]);
  if (article === undefined) {
    throw new Error("an article was imported");
  }
  articleId = article.id;
  first = core.ask("claim.create", { statement: "26 countries pledged forces" }).claim.id;
  second = core.ask("claim.create", { statement: "The pledge was made on Friday" }).claim.id;
});

const passage = (start: number, end: number) => ({ articleId, start, end });

it("links many passages in one change, old highlights and new ones", () => {
  const { id: highlightId } = core.ask("highlight.create", passage(0, 12));
  const linked = core.ask("evidence.link-many", {
    claimId: first,
    passages: [{ highlightId }, passage(13, 20), passage(0, 12)],
    stance: "supports",
    credibility: 2,
  });
  expect(linked.map(({ exact, stance, credibility }) => [exact, stance, credibility])).toEqual([
    ["26 countries", "supports", 2],
    ["pledged", "supports", 2],
  ]);
  expect(core.ask("history.undo", {}).redo?.label).toBe("link 2 passages to claim");
  expect(core.ask("evidence.list", {})).toEqual([]);
  expect(core.ask("highlight.list", {})).toHaveLength(1);
});

it("links none of many passages when one is not there, and says which", () => {
  expect(
    core.dispatch("evidence.link-many", {
      claimId: first,
      passages: [passage(0, 12), { highlightId: "00000000-0000-7000-8000-ffffffffffff" }],
      stance: "supports",
    }),
  ).toMatchObject({
    ok: false,
    failure: { code: "not-found", path: ["passages", 1, "highlightId"] },
  });
  expect(core.ask("highlight.list", {})).toEqual([]);
});

it("moves evidence with all that is said about it, and back by one undo", () => {
  const link = { claimId: first, stance: "disputes", attribution: "Peskov" } as const;
  const moved = core.ask("evidence.link", { ...link, passage: passage(0, 12) });
  const stays = core.ask("evidence.link", { ...link, passage: passage(13, 20) });
  const before = core.ask("evidence.list", {});
  expect(
    core.ask("evidence.move", { evidenceIds: [moved.id, moved.id], toClaimId: second }),
  ).toEqual([{ ...moved, claimId: second }]);
  expect(core.ask("evidence.list", { claimId: first }).map(({ id }) => id)).toEqual([stays.id]);
  core.ask("history.undo", {});
  expect(core.ask("evidence.list", {})).toEqual(before);
});

it("makes one link of two when the other claim is tied to the same highlight", () => {
  const there = core.ask("evidence.link", {
    claimId: second,
    passage: passage(0, 12),
    stance: "mentions",
    note: "on Friday",
  });
  const moved = core.ask("evidence.link", {
    claimId: first,
    passage: passage(0, 12),
    stance: "supports",
    note: "in Paris",
  });
  const before = core.ask("evidence.list", {});
  expect(core.ask("evidence.move", { evidenceIds: [moved.id], toClaimId: second })).toEqual([
    { ...there, stance: "supports", note: "on Friday\n\nin Paris" },
  ]);
  expect(core.ask("evidence.list", {})).toHaveLength(1);
  core.ask("history.undo", {});
  expect(core.ask("evidence.list", {})).toEqual(before);
});

it("leaves evidence where it is when it is moved to its own claim", () => {
  const link = core.ask("evidence.link", {
    claimId: first,
    passage: passage(0, 12),
    stance: "supports",
  });
  const { undoCount } = core.ask("history.read", {});
  expect(core.ask("evidence.move", { evidenceIds: [link.id], toClaimId: first })).toEqual([link]);
  expect(core.ask("history.read", {}).undoCount).toBe(undoCount);
});
