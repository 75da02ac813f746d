import type { ClaimId } from "#contract/ids";
import type { OutputOf, ParsedInputOf } from "#contract/requests";

import type { ReadContext } from "../core-context.ts";
import { requireClaims } from "./claim-store.ts";
import { similarity, stemsOf, weightsOf } from "./word-similarity.ts";

/** The beginning of a word that is being typed counts from this many letters on. */
const minPrefixLength = 3;

/** The claims that are most like what is being typed, in their statement or a variant; best first. */
export function nearestClaims(
  { db }: ReadContext,
  { text, limit }: ParsedInputOf<"claim.nearest">,
): OutputOf<"claim.nearest"> {
  const wordings = db
    .all<{ claimId: ClaimId; statement: string }>(
      `SELECT claim.id AS claimId, claim.statement
      FROM claim
      WHERE claim.trashed_at IS NULL
      UNION ALL
      SELECT claim.id, claim_wording.statement
      FROM claim_wording JOIN claim ON claim.id = claim_wording.claim_id
      WHERE claim.trashed_at IS NULL`,
    )
    .map((wording) => ({ ...wording, stems: stemsOf(wording.statement) }));
  const weightOf = weightsOf(wordings.map((wording) => wording.stems));
  const typed = typedStems(text);
  const best = new Map<ClaimId, { score: number; wording: string }>();
  for (const { claimId, statement, stems } of wordings) {
    const score = similarity(completed(typed, stems), stems, weightOf);
    if (score > (best.get(claimId)?.score ?? 0)) {
      best.set(claimId, { score, wording: statement });
    }
  }
  const nearest = [...best].toSorted(([, a], [, b]) => b.score - a.score).slice(0, limit);
  const claims = requireClaims(
    db,
    nearest.map(([claimId]) => claimId),
  );
  return nearest.flatMap(([claimId, found]) => {
    const claim = claims.find(({ id }) => id === claimId);
    return claim === undefined ? [] : [{ claim, ...found }];
  });
}

type TypedStems = {
  readonly stems: ReadonlySet<string>;
  /** The last word, while no space or mark ends it. */
  readonly unfinished: string | null;
};

function typedStems(text: string): TypedStems {
  const last = /[\p{L}\p{N}]+$/u.exec(text)?.[0] ?? "";
  if (last.length < minPrefixLength) {
    return { stems: stemsOf(text), unfinished: null };
  }
  return {
    stems: stemsOf(text.slice(0, -last.length)),
    unfinished: [...stemsOf(last)].at(-1) ?? null,
  };
}

/** The typed stems, the unfinished one as the stem of the claim that begins with it, if any does. */
function completed(typed: TypedStems, stems: ReadonlySet<string>): ReadonlySet<string> {
  const { unfinished } = typed;
  if (unfinished === null) {
    return typed.stems;
  }
  const whole = stems.has(unfinished)
    ? unfinished
    : [...stems].find((stem) => stem.startsWith(unfinished));
  return new Set([...typed.stems, whole ?? unfinished]);
}
