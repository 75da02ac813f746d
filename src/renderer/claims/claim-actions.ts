import type { Stance } from "#contract/claim";
import type { ClaimId, HighlightId } from "#contract/ids";

import type { Action, ActionContext } from "../actions/action.ts";
import type { Request } from "../state/requests.tsx";
import {
  announce,
  goToPassage,
  openPicker,
  select,
  showDock,
  useWorkbench,
} from "../state/workbench.ts";
import type { Passage } from "../state/workbench.ts";
import { chosenPassages } from "./chosen-passage.ts";
import { claimFromPassage } from "./claim-from-passage.ts";
import { placeAfterStep } from "./claim-order.ts";
import {
  askForNewClaim,
  askForPart,
  claimsToActOn,
  rememberClaim,
  useClaimsView,
} from "./claims-view.ts";
import { excerpt } from "./excerpt.ts";
import { removeClaim } from "./remove-claim.ts";
import { stepEvidence } from "./step-evidence.ts";

const hasPassage = () => chosenPassages(useWorkbench.getState()).length > 0;
const hasClaim = () => selectedClaimId() !== null;

export const claimActions: readonly Action[] = [
  {
    id: "claim.from-passage",
    title: "Make a claim of the passage",
    section: "Claims",
    keys: ["c"],
    isEnabled: hasPassage,
    run: claimFromPassage,
  },
  linkAction("claim.link", "Link to claim", "supports", ["l"]),
  linkAction("claim.link-disputing", "Link to claim as disputing", "disputes", ["Shift+L"]),
  linkAction("claim.link-qualifying", "Link to claim as qualifying", "qualifies", []),
  linkAction("claim.link-mentioning", "Link to claim as mentioning", "mentions", []),
  {
    id: "claim.next-evidence",
    title: "Go to the claim’s passage in the next article",
    section: "Claims",
    keys: ["n"],
    run: ({ request }) => goToNextEvidence(request, 1),
  },
  {
    id: "claim.previous-evidence",
    title: "Go to the claim’s passage in the previous article",
    section: "Claims",
    keys: ["Shift+N"],
    run: ({ request }) => goToNextEvidence(request, -1),
  },
  {
    id: "claim.new",
    title: "New claim in your own words",
    section: "Claims",
    keys: ["Shift+C"],
    run: () => {
      showDock("claims");
      askForNewClaim();
    },
  },
  {
    id: "claim.merge",
    title: "Merge another claim into the selected one",
    section: "Claims",
    keys: [],
    isEnabled: hasClaim,
    run: () => askForPart("merge"),
  },
  {
    id: "claim.move-evidence",
    title: "Move the chosen evidence to another claim, or split the claim",
    section: "Claims",
    keys: [],
    isEnabled: hasClaim,
    run: () => {
      askForPart("move");
      announce("Choose evidence in the inspector with X; it can then be moved or split off");
    },
  },
  achAction("hypotheses", "Take the chosen claims as competing hypotheses"),
  achAction("evidence", "Take the chosen claims as evidence for the hypotheses"),
  {
    id: "claim.remove",
    title: "Move the chosen claims to the trash",
    section: "Claims",
    keys: ["Delete"],
    scope: "claims",
    isEnabled: hasClaim,
    run: removeSelectedClaim,
  },
  moveAction("claim.move-up", "Move the selected claim up", -1, "Alt+ArrowUp"),
  moveAction("claim.move-down", "Move the selected claim down", 1, "Alt+ArrowDown"),
];

function linkAction(id: string, title: string, stance: Stance, keys: readonly string[]): Action {
  return {
    id,
    title,
    section: "Claims",
    keys,
    isEnabled: hasPassage,
    run: () => openPicker({ kind: "claim", stance }),
  };
}

/** Puts the chosen claims into the table of competing hypotheses, and shows it. */
function achAction(part: "hypotheses" | "evidence", title: string): Action {
  return {
    id: `claim.as-${part}`,
    title,
    section: "Claims",
    keys: [],
    isEnabled: hasClaim,
    run: async ({ run }) => {
      const name = part === "hypotheses" ? "ach.add-hypothesis" : "ach.add-row";
      if ((await run(name, { claimIds: [...claimsToActOn()] })) !== null) {
        showDock("hypotheses");
      }
    },
  };
}

function moveAction(id: string, title: string, step: -1 | 1, keys: string): Action {
  return {
    id,
    title,
    section: "Claims",
    keys: [keys],
    scope: "claims",
    isEnabled: hasClaim,
    run: (context) => moveSelectedClaim(context, step),
  };
}

function selectedClaimId(): ClaimId | null {
  const { selection } = useWorkbench.getState();
  return selection?.kind === "claim" ? selection.claimId : null;
}

async function claimOrder(request: Request): Promise<ClaimId[]> {
  return (await request("claim.list", {})).map((claim) => claim.id);
}

async function removeSelectedClaim({ request, run }: ActionContext): Promise<void> {
  const claimIds = claimsToActOn();
  const [claimId] = claimIds;
  if (claimId !== undefined && claimIds.length === 1) {
    await removeClaim(run, claimId, await claimOrder(request));
  } else if (
    claimIds.length > 1 &&
    (await run("claim.trash", { claimIds: [...claimIds] })) !== null
  ) {
    select(null);
    announce(`${claimIds.length} claims moved to the trash; undo brings them back`);
  }
}

async function moveSelectedClaim({ request, run }: ActionContext, step: -1 | 1): Promise<void> {
  const claimId = selectedClaimId();
  if (claimId === null) {
    return;
  }
  const ids = await claimOrder(request);
  const beforeClaimId = placeAfterStep(ids, ids, claimId, step);
  if (beforeClaimId !== undefined) {
    await run("claim.move", { claimId, beforeClaimId });
  }
}

/** "Same claim in the next source": follows the selected claim, or one that the highlight is linked to. */
async function goToNextEvidence(request: Request, step: -1 | 1): Promise<void> {
  const claimId = await claimToFollow(request);
  if (claimId === null) {
    announce("Select a claim, or a passage that is linked to one, to go to its next passage");
    return;
  }
  rememberClaim(claimId);
  const { panes, activePaneId } = useWorkbench.getState();
  const evidence = await request("evidence.list", { claimId });
  const articles = await request("article.list", {});
  const active = panes.find((pane) => pane.paneId === activePaneId)?.articleId ?? null;
  // The open articles in the order of their panes, then the others in the order of the library.
  const order = [
    ...new Set([...panes.map((pane) => pane.articleId), ...articles.map((article) => article.id)]),
  ];
  const next = stepEvidence(evidence, order, active, step);
  if (next === null) {
    announce("No other article has a passage for this claim");
    return;
  }
  goToPassage(next);
  announce(`${next.outlet ?? next.articleTitle}: ${excerpt(next.exact)}`);
}

async function claimToFollow(request: Request): Promise<ClaimId | null> {
  const { selection, passage } = useWorkbench.getState();
  const { lastClaimId } = useClaimsView.getState();
  if (selection?.kind === "claim") {
    return selection.claimId;
  }
  const ofHighlight =
    selection?.kind === "highlight" ? await claimsOf(request, selection.highlightId) : [];
  const ids = ofHighlight.length > 0 ? ofHighlight : await claimsOfPassage(request, passage);
  return ids.find((id) => id === lastClaimId) ?? ids[0] ?? lastClaimId;
}

async function claimsOf(request: Request, highlightId: HighlightId): Promise<ClaimId[]> {
  return (await request("evidence.list", { highlightId })).map((link) => link.claimId);
}

/** The claims of the first evidence that the chosen passage touches. */
async function claimsOfPassage(request: Request, passage: Passage | null): Promise<ClaimId[]> {
  if (passage === null) {
    return [];
  }
  const { articleId, start, end } = passage;
  const touching = await request("highlight.list", { articleId, touching: { start, end } });
  const linked = touching.find(({ claimCount }) => claimCount > 0);
  return linked === undefined ? [] : claimsOf(request, linked.id);
}
