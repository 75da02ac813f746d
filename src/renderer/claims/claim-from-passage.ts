import type { ActionContext } from "../actions/action.ts";
import { announce, showFailure, useWorkbench } from "../state/workbench.ts";
import { chosenPassages, textOfPassage } from "./chosen-passage.ts";
import { editFreshStatement } from "./claims-view.ts";
import { rememberFocus } from "./focus-return.ts";
import { proposeStatement } from "./propose-statement.ts";

/** A second press, or a held key, while the claim is being made must not make another one. */
let isMaking = false;

/**
 * Makes a claim of the chosen passage, with the passage (or all marked highlights) as its first support and the passage's words as
 * its statement, and puts the statement into edit so that the analyst's own words replace it.
 */
export async function claimFromPassage({
  request,
  run,
}: Pick<ActionContext, "request" | "run">): Promise<void> {
  const [passage, ...morePassages] = chosenPassages(useWorkbench.getState());
  if (passage === undefined) {
    announce("Select a sentence or a highlight first; C then makes a claim of it");
    return;
  }
  if (isMaking) {
    return;
  }
  isMaking = true;
  try {
    const goBack = rememberFocus();
    const statement = proposeStatement(await textOfPassage(request, passage));
    if (statement === "") {
      showFailure("This passage has no words to make a claim of; select a sentence.");
      return;
    }
    const stance = "supports";
    const made = await run("claim.create", { statement, passage, morePassages, stance });
    if (made !== null) {
      editFreshStatement(made.claim, goBack);
      announce("Claim made. Type it in your own words, then press Enter");
    }
  } finally {
    isMaking = false;
  }
}
