import fc from "fast-check";

import { RelationType, Stance } from "#contract/claim";
import { Failure } from "#contract/failure";
import { TagColour } from "#contract/highlight";

import type { TestCore } from "./test-core.ts";

type Ask = TestCore["ask"];
/** A whole number from 0, below the given one. */
type Pick = (below: number) => number;

const words = [
  "troops",
  "pledge",
  "“by land, sea or air”",
  "تهديد",
  "保证",
  "👩‍🚀 ceasefire",
  "Élysée",
];

/**
 * Does what an analyst does, at random but repeatably: tags, highlights, claims, evidence, relations,
 * coverage, boards and now and then an undo or redo. Refusals are part of it; bugs are thrown.
 */
export function runRandomSession(ask: Ask, options: { seed: number; steps: number }): void {
  const choices = fc.sample(fc.nat({ max: 0x7fffffff }), {
    numRuns: options.steps * 12,
    seed: options.seed,
  });
  const pick: Pick = (below) => (choices.pop() ?? 0) % Math.max(below, 1);
  for (let step = 0; step < options.steps; step += 1) {
    const action = actions[pick(actions.length)];
    try {
      action?.(ask, pick);
    } catch (error) {
      if (!(error instanceof Failure) || error.code === "internal") {
        throw error;
      }
    }
  }
}

const actions: readonly ((ask: Ask, pick: Pick) => void)[] = [
  (ask, pick) => {
    ask("tag.create", { name: `${wordOf(pick)} ${pick(30)}`, shortcut: null });
  },
  (ask, pick) => {
    const tag = oneOf(ask("tag.list", {}), pick);
    const parent = oneOf(ask("tag.list", {}), pick);
    ask("tag.change", {
      tagId: tag.id,
      colour: oneOf(TagColour.options, pick),
      parentId: pick(2) === 0 ? null : parent.id,
      description: wordOf(pick),
    });
  },
  (ask, pick) => {
    if (pick(4) === 0) {
      ask("tag.trash", { tagId: oneOf(ask("tag.list", {}), pick).id });
    }
  },
  (ask, pick) => {
    const tags = ask("tag.list", {});
    ask("highlight.create", {
      ...passageOf(ask, pick),
      tagIds: tags.length === 0 ? [] : [oneOf(tags, pick).id],
    });
  },
  (ask, pick) => {
    const highlight = oneOf(ask("highlight.list", {}), pick);
    const tag = oneOf(ask("tag.list", {}), pick);
    ask("highlight.tag", {
      highlightIds: [highlight.id],
      ...(pick(2) === 0 ? { add: [tag.id] } : { remove: [tag.id] }),
    });
  },
  (ask, pick) => {
    const highlight = oneOf(ask("highlight.list", {}), pick);
    ask("highlight.change", { highlightId: highlight.id, note: wordOf(pick) });
  },
  (ask, pick) => {
    const highlight = oneOf(ask("highlight.list", {}), pick);
    const { start, end } = passageOf(ask, pick, highlight.articleId);
    ask("highlight.change", { highlightId: highlight.id, start, end });
  },
  (ask, pick) => {
    if (pick(3) === 0) {
      ask("highlight.trash", { highlightIds: [oneOf(ask("highlight.list", {}), pick).id] });
    }
  },
  (ask, pick) => {
    ask("claim.create", {
      statement: `${wordOf(pick)} ${wordOf(pick)}`,
      ...(pick(2) === 0 ? {} : { passage: passageOf(ask, pick), stance: stanceOf(pick) }),
    });
  },
  (ask, pick) => {
    const claim = oneOf(ask("claim.list", {}), pick);
    const tags = ask("tag.list", {});
    ask("claim.change", {
      claimId: claim.id,
      statement: wordOf(pick),
      tagIds: tags.slice(0, pick(3)).map((tag) => tag.id),
    });
  },
  (ask, pick) => {
    const claims = ask("claim.list", {});
    ask("claim.move", {
      claimId: oneOf(claims, pick).id,
      beforeClaimId: pick(3) === 0 ? null : oneOf(claims, pick).id,
    });
  },
  (ask, pick) => {
    if (pick(4) === 0) {
      ask("claim.trash", { claimIds: [oneOf(ask("claim.list", {}), pick).id] });
    }
  },
  (ask, pick) => {
    ask("evidence.link", {
      claimId: oneOf(ask("claim.list", {}), pick).id,
      passage: passageOf(ask, pick),
      stance: stanceOf(pick),
      attribution: wordOf(pick),
    });
  },
  (ask, pick) => {
    const evidence = oneOf(ask("evidence.list", {}), pick);
    ask("evidence.change", {
      evidenceId: evidence.id,
      credibility: 1 + pick(6),
      note: wordOf(pick),
    });
  },
  (ask, pick) => {
    ask("evidence.unlink", { evidenceIds: [oneOf(ask("evidence.list", {}), pick).id] });
  },
  (ask, pick) => {
    const claims = ask("claim.list", {});
    ask("relation.create", {
      fromClaimId: oneOf(claims, pick).id,
      toClaimId: oneOf(claims, pick).id,
      type: oneOf(RelationType.options, pick),
    });
  },
  (ask, pick) => {
    ask("relation.remove", { relationId: oneOf(ask("relation.list", {}), pick).id });
  },
  (ask, pick) => {
    ask("coverage.mark", {
      claimId: oneOf(ask("claim.list", {}), pick).id,
      articleId: oneOf(ask("article.list", {}), pick).id,
      silent: pick(2) === 0,
    });
  },
  (ask, pick) => {
    const board = oneOf(ask("board.list", {}), pick);
    const claims = ask("claim.list", {});
    ask("card.add", {
      boardId: board.id,
      cards: [
        { subject: { kind: "claim", claimId: oneOf(claims, pick).id }, place: placeOf(pick) },
        { subject: { kind: "group", text: wordOf(pick) }, place: placeOf(pick) },
      ],
    });
  },
  (ask, pick) => {
    const board = oneOf(ask("board.list", {}), pick);
    const { cards } = ask("board.read", { boardId: board.id });
    const groups = cards.filter((card) => card.subject.kind === "group");
    ask("card.place", {
      boardId: board.id,
      places: [
        {
          cardId: oneOf(cards, pick).id,
          place: { ...placeOf(pick), groupId: pick(2) === 0 ? null : oneOf(groups, pick).id },
        },
      ],
    });
  },
  (ask, pick) => {
    const board = oneOf(ask("board.list", {}), pick);
    const { cards } = ask("board.read", { boardId: board.id });
    ask("card.remove", { boardId: board.id, cardIds: [oneOf(cards, pick).id] });
  },
  (ask, pick) => {
    const article = oneOf(ask("article.list", {}), pick);
    ask("article.describe", {
      articleId: article.id,
      patch: { outlet: pick(3) === 0 ? null : wordOf(pick), author: wordOf(pick) },
    });
  },
  (ask, pick) => {
    if (pick(10) === 0) {
      ask("article.trash", { articleIds: [oneOf(ask("article.list", {}), pick).id] });
    }
  },
  (ask, pick) => {
    ask(pick(2) === 0 ? "history.undo" : "history.redo", {});
  },
];

function oneOf<Item>(items: readonly Item[], pick: Pick): Item {
  const item = items[pick(items.length)];
  if (item === undefined) {
    throw new Failure("conflict", "there is none yet");
  }
  return item;
}

function wordOf(pick: Pick): string {
  return oneOf(words, pick);
}

function stanceOf(pick: Pick) {
  return oneOf(Stance.options, pick);
}

function placeOf(pick: Pick) {
  return { x: pick(2_000) - 1_000, y: pick(2_000) - 1_000, width: 240, height: 120, groupId: null };
}

function passageOf(ask: Ask, pick: Pick, inArticle?: string) {
  const articles = ask("article.list", {});
  const article = articles.find((candidate) => candidate.id === inArticle) ?? oneOf(articles, pick);
  const start = pick(article.textLength - 40);
  return { articleId: article.id, start, end: start + 5 + pick(30) };
}
