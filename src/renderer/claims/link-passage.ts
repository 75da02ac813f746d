import type { Stance } from "#contract/claim";
import type { Claim } from "#contract/claim";
import type { Passage } from "#contract/requests";

import type { RunCommand } from "../state/use-command.ts";
import { announce } from "../state/workbench.ts";
import { rememberClaim } from "./claims-view.ts";
import { excerpt } from "./excerpt.ts";
import { stanceWords } from "./stance-words.ts";

/** Links a passage to a claim and says so; false when that failed (and is shown). */
export async function linkPassage(
  run: RunCommand,
  claim: Pick<Claim, "id" | "statement">,
  passage: Passage,
  stance: Stance,
): Promise<boolean> {
  const evidence = await run("evidence.link", { claimId: claim.id, passage, stance });
  if (evidence === null) {
    return false;
  }
  rememberClaim(claim.id);
  announce(`Linked to claim “${excerpt(claim.statement)}”: ${stanceWords[stance].word}`);
  return true;
}
