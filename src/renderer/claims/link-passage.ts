import type { Stance } from "#contract/claim";
import type { Claim } from "#contract/claim";
import type { Passage } from "#contract/requests";

import type { RunCommand } from "../state/use-command.ts";
import { announce } from "../state/workbench.ts";
import { rememberClaim } from "./claims-view.ts";
import { excerpt } from "./excerpt.ts";
import { stanceWords } from "./stance-words.ts";

/** Links passages to a claim, as one change, and says so; false when that failed (and is shown). */
export async function linkPassages(
  run: RunCommand,
  claim: Pick<Claim, "id" | "statement">,
  passages: readonly Passage[],
  stance: Stance,
): Promise<boolean> {
  const [passage, ...others] = passages;
  const linked =
    passage !== undefined && others.length === 0
      ? await run("evidence.link", { claimId: claim.id, passage, stance })
      : await run("evidence.link-many", { claimId: claim.id, passages: [...passages], stance });
  if (linked === null) {
    return false;
  }
  rememberClaim(claim.id);
  const count = others.length === 0 ? "" : `${passages.length} passages `;
  announce(
    `${count === "" ? "Linked" : `${count}linked`} to claim “${excerpt(claim.statement)}”: ${stanceWords[stance].word}`,
  );
  return true;
}
