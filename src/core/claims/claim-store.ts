import { statusInForce } from "#contract/claim";
import type { Claim } from "#contract/claim";
import { Failure } from "#contract/failure";
import type { ClaimId } from "#contract/ids";
import type { ParsedInputOf } from "#contract/requests";

import type { ReadContext } from "../core-context.ts";
import type { ReadableDb } from "../store/db.ts";
import { claimColumns, withFacts } from "./claim-facts.ts";
import type { ClaimRow } from "./claim-facts.ts";
import { sortClaims } from "./sort-claims.ts";

type Path = readonly (string | number)[];

/** In the analyst's order unless sorted; only those that match every given condition. */
export function listClaims({ db }: ReadContext, input: ParsedInputOf<"claim.list">): Claim[] {
  const rows = db.all<ClaimRow>(
    `SELECT ${claimColumns}
    FROM claim
    WHERE trashed_at IS NULL
      AND (:kind IS NULL OR kind = :kind)
      AND (:likelihood IS NULL OR likelihood = :likelihood)
      AND (:confidence IS NULL OR confidence = :confidence)
      AND (:tagId IS NULL OR id IN (SELECT claim_id FROM claim_tag WHERE tag_id = :tagId))
    ORDER BY position, id`,
    {
      kind: input.kind ?? null,
      likelihood: input.likelihood ?? null,
      confidence: input.confidence ?? null,
      tagId: input.tagId ?? null,
    },
  );
  const matches = matcherOf(input);
  return sortClaims(withFacts(db, rows).filter(matches), input.sort ?? "position");
}

function matcherOf(input: ParsedInputOf<"claim.list">): (claim: Claim) => boolean {
  const { status, stance, articleId, reliability, text = "" } = input;
  const words = foldForSearch(text)
    .split(/\s+/u)
    .filter((word) => word !== "");
  return (claim) => {
    if (
      (status !== undefined && statusInForce(claim) !== status) ||
      (stance !== undefined && claim.counts[stance].highlights === 0) ||
      (articleId !== undefined && !claim.articleIds.includes(articleId)) ||
      (reliability !== undefined &&
        !claim.reliabilities.some((grade) => reliability.includes(grade)))
    ) {
      return false;
    }
    if (words.length === 0) {
      return true;
    }
    const variants = claim.variants.map((variant) => variant.statement);
    const searched = foldForSearch([claim.statement, ...variants, claim.note].join("\n"));
    return words.every((word) => searched.includes(word));
  };
}

/** @throws Failure not-found when it does not exist or lies in the trash. */
export function requireClaim(db: ReadableDb, id: ClaimId, path: Path = ["claimId"]): Claim {
  const [claim] = requireClaims(db, [id], () => path);
  if (claim === undefined) {
    throw new Error("a claim that was asked for is missing"); // requireClaims answers for every id
  }
  return claim;
}

/**
 * The claims of these ids, in the order of the ids; each once.
 * @throws Failure not-found when one does not exist or lies in the trash
 */
export function requireClaims(
  db: ReadableDb,
  ids: readonly ClaimId[],
  pathOf: (index: number) => Path = (index) => ["claimIds", index],
): Claim[] {
  const rows = db.all<ClaimRow>(
    `SELECT ${claimColumns}
    FROM claim
    WHERE trashed_at IS NULL AND id IN (SELECT value FROM json_each(:ids))`,
    { ids: JSON.stringify(ids) },
  );
  const claims = new Map(withFacts(db, rows).map((claim) => [claim.id, claim]));
  return [...new Set(ids)].map((id) => {
    const claim = claims.get(id);
    if (claim === undefined) {
      throw new Failure("not-found", "This claim is no longer there. It may have been removed.", {
        path: pathOf(ids.indexOf(id)),
      });
    }
    return claim;
  });
}

/** Lower case without accents: "Élysée" is found by "elysee". */
function foldForSearch(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
