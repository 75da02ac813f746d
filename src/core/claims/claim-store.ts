import type { Claim, ClaimSort } from "#contract/claim";
import { claimMatcher, placed, sortClaims } from "#contract/claim-listing";
import type { SortRanks } from "#contract/claim-listing";
import { Failure } from "#contract/failure";
import type { ArticleId, ClaimId } from "#contract/ids";
import type { ParsedInputOf } from "#contract/requests";

import type { ReadContext } from "../core-context.ts";
import type { ReadableDb } from "../store/db.ts";
import { listTags } from "../tags/tag-store.ts";
import { claimColumns, withFacts } from "./claim-facts.ts";
import type { ClaimRow } from "./claim-facts.ts";

type Path = readonly (string | number)[];

/** In the analyst's order unless sorted; only those that match every given condition. */
export function listClaims(context: ReadContext, input: ParsedInputOf<"claim.list">): Claim[] {
  const { db } = context;
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
  const matches = claimMatcher(input);
  const sort = input.sort ?? "position";
  return sortClaims(withFacts(db, rows).filter(matches), sort, ranksFor(context, sort));
}

/** Only what the order looks at is read. */
function ranksFor(context: ReadContext, sort: ClaimSort): SortRanks {
  const articles =
    sort === "article"
      ? context.db.all<{ id: ArticleId }>(
          "SELECT id FROM article WHERE trashed_at IS NULL ORDER BY position, id",
        )
      : [];
  const tags = sort === "tag" ? listTags(context) : [];
  return {
    articles: placed(articles),
    tags: placed(tags),
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
