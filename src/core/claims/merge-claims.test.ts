import { join } from "node:path";

import fc from "fast-check";
import { beforeEach, expect, it } from "vitest";

import type { ArticleId, ClaimId } from "#contract/ids";

import { createCore } from "../create-core.ts";
import { runRandomSession } from "../testing/random-session.ts";
import { stateHash } from "../testing/state-hash.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { askThrough, createTestCore, importFiles, sampleArticles } from "../testing/test-core.ts";
import type { TestCore } from "../testing/test-core.ts";

let core: TestCore;
let articleIds: ArticleId[];

beforeEach(() => {
  core = createTestCore();
  articleIds = importFiles(core, sampleArticles()).map(({ id }) => id);
});

function span(article: number, start: number, end: number) {
  const articleId = articleIds[article];
  if (articleId === undefined) {
    throw new Error(`there is no article ${article}`);
  }
  return { articleId, start, end };
}

const claim = (statement: string) => core.ask("claim.create", { statement }).claim.id;
const link = (
  claimId: ClaimId,
  passage: ReturnType<typeof span>,
  stance: "supports" | "disputes",
) => core.ask("evidence.link", { claimId, passage, stance });

it("keeps all evidence, and says where two stances on one highlight became one", () => {
  const into = claim("26 countries pledged forces");
  const from = claim("26 nations agreed to send troops");
  link(into, span(0, 0, 20), "supports");
  const twice = link(into, span(1, 0, 20), "supports");
  link(from, span(1, 0, 20), "disputes");
  link(from, span(2, 0, 20), "supports");
  const merged = core.ask("claim.merge", { intoClaimId: into, claimIds: [from] });
  expect(merged.joined).toEqual([
    { highlightId: twice.highlightId, kept: "supports", dropped: "disputes" },
  ]);
  expect(merged.claim).toMatchObject({
    statement: "26 countries pledged forces",
    variants: [{ statement: "26 nations agreed to send troops" }],
    status: "corroborated",
    counts: { supports: { highlights: 3, articles: 3 } },
  });
  expect(core.ask("claim.list", {})).toEqual([merged.claim]);
  expect(core.ask("claim.list", { text: "nations" })).toEqual([merged.claim]);
});

it("moves relations, and drops the one between the two", () => {
  const [into, from, third, fourth] = [claim("a"), claim("b"), claim("c"), claim("d")];
  const relate = (fromClaimId: ClaimId, toClaimId: ClaimId, type: "supports" | "contradicts") =>
    core.ask("relation.create", { fromClaimId, toClaimId, type, note: type });
  relate(into, from, "supports");
  relate(from, third, "contradicts");
  relate(into, third, "supports");
  relate(fourth, from, "supports");
  core.ask("claim.merge", { intoClaimId: into, claimIds: [from] });
  expect(
    core
      .ask("relation.list", {})
      .map(({ fromClaimId, toClaimId, type, note }) => [fromClaimId, toClaimId, type, note]),
  ).toEqual([
    [into, third, "contradicts", "supports\n\ncontradicts"],
    [fourth, into, "supports", "supports"],
  ]);
});

it("moves tags, marks of silence and cards, each once", () => {
  const [into, from] = [claim("a"), claim("b")];
  const [one, two] = ["one", "two"].map((name) => core.ask("tag.create", { name }).id);
  const boards = [
    core.ask("board.list", {})[0]?.id,
    core.ask("board.create", { title: "Second" }).id,
  ];
  if (one === undefined || two === undefined) {
    throw new Error("two tags were made");
  }
  core.ask("claim.change", { claimId: into, tagIds: [one] });
  core.ask("claim.change", { claimId: from, tagIds: [two, one] });
  const place = { x: 0, y: 0, width: 240, height: 120, groupId: null };
  const put = (board: number, claimId: ClaimId) =>
    core.ask("card.add", {
      boardId: boards[board] ?? "",
      cards: [{ subject: { kind: "claim", claimId }, place }],
    });
  put(0, into);
  put(0, from);
  put(1, from);
  for (const claimId of [into, from]) {
    core.ask("coverage.mark", { claimId, articleId: span(0, 0, 1).articleId, silent: true });
  }
  core.ask("coverage.mark", { claimId: from, articleId: span(3, 0, 1).articleId, silent: true });
  const { claim: merged } = core.ask("claim.merge", { intoClaimId: into, claimIds: [from] });
  expect(merged.tagIds).toEqual([one, two]);
  expect(core.ask("coverage.list", {}).map(({ state }) => state)).toEqual([
    "silent",
    "unchecked",
    "unchecked",
    "silent",
    "unchecked",
  ]);
  for (const boardId of boards) {
    const { cards } = core.ask("board.read", { boardId: boardId ?? "" });
    expect(cards.map(({ subject }) => subject)).toEqual([{ kind: "claim", claimId: into }]);
  }
});

it("keeps what was judged, and takes what was not from the others", () => {
  const into = core.ask("claim.create", {
    statement: "a",
    note: "one",
    likelihood: "likely",
  }).claim;
  const from = core.ask("claim.create", {
    statement: "b",
    note: "two",
    kind: "forecast",
    likelihood: "unlikely",
    confidence: "low",
    confidenceBasis: "one witness",
  }).claim;
  expect(
    core.ask("claim.merge", { intoClaimId: into.id, claimIds: [from.id] }).claim,
  ).toMatchObject({
    note: "one\n\ntwo",
    kind: "forecast",
    likelihood: "likely",
    confidence: "low",
    confidenceBasis: "one witness",
  });
});

it("does not merge a claim into itself", () => {
  const [into, other] = [claim("a"), claim("b")];
  expect(
    core.dispatch("claim.merge", { intoClaimId: into, claimIds: [other, into] }),
  ).toMatchObject({ ok: false, failure: { code: "conflict", path: ["claimIds", 1] } });
  expect(core.ask("claim.list", {})).toHaveLength(2);
});

it("splits some evidence to a new claim, which carries the same tags", () => {
  const tag = core.ask("tag.create", { name: "Pledge" }).id;
  const whole = core.ask("claim.create", { statement: "whole", tagIds: [tag] }).claim.id;
  const goes = link(whole, span(0, 0, 20), "supports");
  link(whole, span(1, 0, 20), "disputes");
  const before = core.ask("claim.list", {});
  const split = core.ask("claim.split", {
    claimId: whole,
    evidenceIds: [goes.id],
    statement: "part",
  });
  expect(split.claim).toMatchObject({ statement: "part", tagIds: [tag], status: "uncorroborated" });
  expect(split.rest).toMatchObject({ id: whole, status: "contradicted" });
  expect(
    core.dispatch("claim.split", { claimId: whole, evidenceIds: [goes.id], statement: "again" }),
  ).toMatchObject({ ok: false, failure: { code: "conflict", path: ["evidenceIds", 0] } });
  core.ask("history.undo", {});
  expect(core.ask("claim.list", {})).toEqual(before);
});

it.each([11, 12, 13, 14, 15, 16])(
  "merges and splits whatever a session left, without loss, as one undo step each (seed %i)",
  (seed) => {
    const projectFile = join(temporaryFolder(), "p.corroboard");
    const open = () => {
      const opened = createCore({ projectFile, who: "tester" });
      return { ...opened, ask: askThrough(opened) };
    };
    let session = open();
    importFiles(session, sampleArticles());
    runRandomSession(session.ask, { seed, steps: 250 });
    const choices = fc.sample(fc.nat(), { numRuns: 200, seed });
    const pick = (below: number) => (choices.pop() ?? 0) % below;
    const hash = () => {
      session.close();
      const hashed = stateHash(projectFile);
      session = open();
      return hashed;
    };
    let merges = 0;
    for (let round = 0; round < 4; round += 1) {
      const claims = session.ask("claim.list", {}).map(({ id }) => id);
      const [into, ...others] = claims
        .toSorted(() => (pick(2) === 0 ? 1 : -1))
        .slice(0, 2 + pick(3));
      if (into === undefined || others.length === 0) {
        break;
      }
      const linked = (ids: readonly ClaimId[]) =>
        new Set(
          ids
            .flatMap((claimId) => session.ask("evidence.list", { claimId }))
            .map(({ highlightId }) => highlightId),
        );
      const expected = linked([into, ...others]);
      const before = hash();
      session.ask("claim.merge", { intoClaimId: into, claimIds: others });
      merges += 1;
      const merged = hash();
      expect(linked([into])).toEqual(expected);
      expect(session.ask("project.check", {}).faults).toEqual([]);
      session.ask("history.undo", {});
      expect(hash()).toBe(before);
      session.ask("history.redo", {});
      expect(hash()).toBe(merged);

      const evidence = session.ask("evidence.list", { claimId: into });
      const goes = evidence.filter(() => pick(2) === 0).map(({ id }) => id);
      if (goes.length > 0) {
        const input = { claimId: into, evidenceIds: goes, statement: "split off" };
        const { claim: part } = session.ask("claim.split", input);
        expect(linked([into, part.id])).toEqual(expected);
        expect(session.ask("evidence.list", { claimId: part.id })).toHaveLength(goes.length);
        session.ask("history.undo", {});
        expect(hash()).toBe(merged);
        session.ask("history.redo", {});
      }
    }
    session.close();
    expect(merges).toBeGreaterThan(0);
  },
  30_000,
);
