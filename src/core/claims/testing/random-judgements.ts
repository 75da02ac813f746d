import fc from "fast-check";

import { AchRating, AchWeight } from "#contract/ach";
import { ClaimKind, ClaimStatus, Stance } from "#contract/claim";
import { Failure } from "#contract/failure";
import { Confidence, Likelihood } from "#contract/likelihood";

import type { TestCore } from "../../testing/test-core.ts";

type Ask = TestCore["ask"];
/** A whole number from 0, below the given one. */
type Pick = (below: number) => number;

/**
 * Judges claims, moves evidence, merges and splits, names origins and rates hypotheses, at random but
 * repeatably, on what a session left. Refusals are part of it; bugs are thrown. Returns how many steps
 * were not refused.
 */
export function runRandomJudgements(ask: Ask, options: { seed: number; steps: number }): number {
  const choices = fc.sample(fc.nat({ max: 0x7fffffff }), {
    numRuns: options.steps * 12,
    seed: options.seed,
  });
  const pick: Pick = (below) => (choices.pop() ?? 0) % Math.max(below, 1);
  let done = 0;
  for (let step = 0; step < options.steps; step += 1) {
    try {
      actions[pick(actions.length)]?.(ask, pick);
      done += 1;
    } catch (error) {
      if (!(error instanceof Failure) || error.code === "internal") {
        throw error;
      }
    }
  }
  return done;
}

const actions: readonly ((ask: Ask, pick: Pick) => void)[] = [
  (ask, pick) => {
    ask("claim.create", {
      statement: `claim ${pick(1_000)}`,
      kind: oneOf(ClaimKind.options, pick),
    });
  },
  (ask, pick) => {
    ask("claim.change", {
      claimId: claimOf(ask, pick),
      likelihood: oneOf(Likelihood.options, pick),
      statusOverride:
        pick(2) === 0 ? null : { status: oneOf(ClaimStatus.options, pick), reason: "a reason" },
    });
  },
  (ask, pick) => {
    const tags = ask("tag.list", {}).map(({ id }) => id);
    ask("claim.change-many", {
      claimIds: someClaims(ask, pick),
      confidence: oneOf(Confidence.options, pick),
      addTagIds: tags.filter(() => pick(4) === 0),
      removeTagIds: tags.filter(() => pick(4) === 0),
    });
  },
  (ask, pick) => {
    const highlights = ask("highlight.list", {}).filter(() => pick(6) === 0);
    ask("evidence.link-many", {
      claimId: claimOf(ask, pick),
      passages: highlights.map(({ id }) => ({ highlightId: id })),
      stance: oneOf(Stance.options, pick),
    });
  },
  (ask, pick) => {
    const evidence = ask("evidence.list", {}).filter(() => pick(4) === 0);
    ask("evidence.move", {
      evidenceIds: evidence.map(({ id }) => id),
      toClaimId: claimOf(ask, pick),
    });
  },
  (ask, pick) => {
    ask("claim.merge", { intoClaimId: claimOf(ask, pick), claimIds: someClaims(ask, pick) });
  },
  (ask, pick) => {
    const claimId = claimOf(ask, pick);
    const evidence = ask("evidence.list", { claimId }).filter(() => pick(2) === 0);
    ask("claim.split", {
      claimId,
      evidenceIds: evidence.map(({ id }) => id),
      statement: `split ${pick(1_000)}`,
    });
  },
  (ask, pick) => {
    const articles = ask("article.list", {}).map(({ id }) => id);
    const origins = ask("origin.list", {});
    const articleIds = articles.filter(() => pick(3) === 0);
    const derivation = [
      { kind: "independent" } as const,
      { kind: "derives", fromArticleId: oneOf(articles, pick) } as const,
      { kind: "named", name: `agency ${pick(3)}`, originKind: "agency" } as const,
      { kind: "origin", originId: origins[pick(origins.length)]?.id ?? "" } as const,
    ];
    ask("article.set-origin", { articleIds, derivation: oneOf(derivation, pick) });
  },
  (ask, pick) => {
    ask("origin.remove", { originId: oneOf(ask("origin.list", {}), pick).id });
  },
  (ask, pick) => {
    ask("ach.add-hypothesis", { claimIds: someClaims(ask, pick) });
  },
  (ask, pick) => {
    ask("ach.add-row", { claimIds: someClaims(ask, pick) });
  },
  (ask, pick) => {
    const { hypotheses, rows } = ask("ach.read", {});
    ask("ach.rate", {
      rowClaimId: oneOf(rows, pick).claimId,
      hypothesisClaimId: oneOf(hypotheses, pick).claimId,
      rating: pick(5) === 0 ? null : oneOf(AchRating.options, pick),
    });
  },
  (ask, pick) => {
    const row = oneOf(ask("ach.read", {}).rows, pick);
    ask("ach.weigh", { rowClaimId: row.claimId, relevance: oneOf(AchWeight.options, pick) });
  },
  (ask, pick) => {
    if (pick(3) === 0) {
      ask("ach.remove-hypothesis", {
        claimId: oneOf(ask("ach.read", {}).hypotheses, pick).claimId,
      });
    } else {
      ask("ach.remove-row", { claimId: oneOf(ask("ach.read", {}).rows, pick).claimId });
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

function claimOf(ask: Ask, pick: Pick) {
  return oneOf(ask("claim.list", {}), pick).id;
}

function someClaims(ask: Ask, pick: Pick) {
  const claims = ask("claim.list", {});
  return [...new Set([oneOf(claims, pick).id, oneOf(claims, pick).id])];
}
