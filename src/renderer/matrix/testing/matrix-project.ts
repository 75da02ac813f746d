import type { Article } from "#contract/article";
import type { Claim, MatrixCell } from "#contract/claim";

/** Claims by statement with what each article says, in order; only what the orders look at is filled in. */
export function createProject(
  rows: Record<string, readonly (MatrixCell["state"] | null)[]>,
  originIds: readonly (string | null)[] = [],
) {
  const claims = Object.keys(rows).map(
    (statement) => ({ id: statement, statement, status: "not assessed" }) as unknown as Claim,
  );
  const cells = Object.entries(rows).flatMap(([claimId, states]) =>
    states.flatMap((state, index) =>
      state === null ? [] : [{ claimId, articleId: String(index), state } as unknown as MatrixCell],
    ),
  );
  const articles = originIds.map(
    (originId, index) =>
      ({ id: String(index), title: String(index), originId }) as unknown as Article,
  );
  return { claims, cells, articles };
}
