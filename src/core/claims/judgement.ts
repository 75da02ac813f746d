import type { ParsedInputOf } from "#contract/requests";

import type { Row } from "../history/journal.ts";

/** What the analyst may judge about a claim; undefined leaves it as it is. */
export type Judgement = Pick<
  ParsedInputOf<"claim.change">,
  "kind" | "likelihood" | "confidence" | "confidenceBasis" | "statusOverride"
>;

/** Nothing judged yet. */
export const noJudgement = {
  kind: null,
  likelihood: null,
  confidence: null,
  confidence_basis: "",
  status_override: null,
  status_reason: "",
} as const satisfies Row;

/** The columns that the given judgements set. */
export function judgementColumns(judgement: Judgement): Row {
  const { kind, likelihood, confidence, confidenceBasis, statusOverride } = judgement;
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(likelihood === undefined ? {} : { likelihood }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(confidenceBasis === undefined ? {} : { confidence_basis: confidenceBasis }),
    ...(statusOverride === undefined
      ? {}
      : {
          status_override: statusOverride?.status ?? null,
          status_reason: statusOverride?.reason.trim() ?? "",
        }),
  };
}

/** What a change of these judgements is called; null when none is given. */
export function labelOfJudgement(judgement: Judgement): string | null {
  const { kind, likelihood, confidence, confidenceBasis, statusOverride } = judgement;
  if (statusOverride !== undefined) {
    return statusOverride === null ? "use computed status" : "override status";
  }
  if (likelihood !== undefined) {
    return likelihood === null ? "clear likelihood" : `set likelihood to ${likelihood}`;
  }
  if (confidence !== undefined || confidenceBasis !== undefined) {
    return confidence === null || confidence === undefined
      ? "edit confidence"
      : `set confidence to ${confidence}`;
  }
  if (kind !== undefined) {
    return kind === null ? "clear kind of claim" : `mark claim as ${kind}`;
  }
  return null;
}
