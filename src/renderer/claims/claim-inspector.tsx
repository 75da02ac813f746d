import { Trash2 } from "lucide-react";
import { useEffect, useRef } from "react";

import { statusInForce } from "#contract/claim";
import type { Claim } from "#contract/claim";
import type { ClaimId } from "#contract/ids";

import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { useWorkbench } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { ClaimTags } from "./claim-tags.tsx";
import { endStatementEdit, inspectorIsFocused, useClaimsView } from "./claims-view.ts";
import { CoverageSection } from "./coverage-section.tsx";
import { EditableText } from "./editable-text.tsx";
import { EvidenceSection } from "./evidence-section.tsx";
import { focusReader } from "./focus-return.ts";
import { JudgementSection } from "./judgement-section.tsx";
import { RelationsSection } from "./relations-section.tsx";
import { removeClaim } from "./remove-claim.ts";
import { reasonOfStatus, statusWords } from "./status-words.ts";
import { StatusMark } from "./status.tsx";

import styles from "./claim-inspector.module.css";

/** Everything about one claim; mount it anew for another one. */
export function ClaimInspector({ claimId }: { claimId: ClaimId }) {
  const answer = useRequest("claim.list", {});
  const fresh = useClaimsView((state) => state.freshClaim);
  const listed = answer.data?.find((one) => one.id === claimId);
  // Between the making of a claim and the next reading of the list it is known only here.
  const claim = listed ?? (fresh?.id === claimId && answer.isFetching ? fresh : undefined);
  if (claim !== undefined) {
    return <KnownClaim claim={claim} all={answer.data ?? []} />;
  }
  return answer.data === undefined || answer.isFetching ? null : (
    <p className={styles.gone}>This claim is in the trash. Undo brings it back.</p>
  );
}

function KnownClaim({ claim, all }: { claim: Claim; all: readonly Claim[] }) {
  const run = useCommand();
  const statement = useRef<HTMLTextAreaElement>(null);
  const goBack = useStatementFocus(claim.id, statement);
  const change = async (patch: Partial<Pick<Claim, "statement" | "note" | "tagIds">>) =>
    (await run("claim.change", { claimId: claim.id, ...patch })) !== null;

  return (
    <article className={styles.claim} aria-label="Claim">
      <header className={styles.head}>
        <h2 className={styles.kind}>Claim</h2>
        <Button
          label="Move claim to the trash"
          icon={<Trash2 />}
          onPress={() => {
            void removeClaim(
              run,
              claim.id,
              all.map((one) => one.id),
            ).then(focusInspector);
          }}
        />
      </header>
      <EditableText
        label="Statement"
        look="statement"
        value={claim.statement}
        maxLength={10_000}
        fieldRef={statement}
        normalise={(typed) => typed.trim() || null}
        onSave={(text) => change({ statement: text })}
        onDone={goBack}
      />
      <p className={styles.why}>
        <StatusMark status={statusInForce(claim)} />
        {claim.statusOverride === null
          ? `: ${reasonOfStatus(claim)}`
          : ` in your judgement: ${claim.statusOverride.reason} (computed: ${statusWords[claim.status].word.toLowerCase()}, ${reasonOfStatus(claim)})`}
      </p>
      <EditableText
        label="Note on the claim"
        placeholder="Add a note"
        lines
        value={claim.note}
        maxLength={100_000}
        onSave={(note) => change({ note })}
      />
      <ClaimTags tagIds={claim.tagIds} onChange={(tagIds) => void change({ tagIds })} />
      <JudgementSection claim={claim} />
      <EvidenceSection claimId={claim.id} />
      <RelationsSection claim={claim} all={all} />
      <CoverageSection claimId={claim.id} />
    </article>
  );
}

/**
 * Puts a fresh claim's statement into edit, all of it selected, and moves the focus here when the list
 * asks for that. Answers what to do when editing is done: back to the text that the claim was made of.
 */
function useStatementFocus(
  claimId: ClaimId,
  statement: React.RefObject<HTMLTextAreaElement | null>,
): () => void {
  const edit = useClaimsView((state) => state.statementEdit);
  const isWanted = useClaimsView((state) => state.inspectorWantedFor === claimId);
  const goBack = useRef<(() => void) | null>(null);
  useEffect(() => {
    if (edit?.claimId === claimId) {
      goBack.current = edit.goBack;
      statement.current?.focus();
      statement.current?.select();
      endStatementEdit();
    }
  }, [edit, claimId, statement]);
  useEffect(() => {
    if (isWanted) {
      statement.current?.focus();
      inspectorIsFocused();
    }
  }, [isWanted, statement]);
  return () => {
    (goBack.current ?? focusClaimOrReader)();
    goBack.current = null;
  };
}

/** Out of the inspector: to the claim's row when the list is open, else to the text. */
function focusClaimOrReader(): void {
  const row = document.querySelector<HTMLElement>(
    "[data-scope=claims] [role=row][aria-selected=true]",
  );
  if (row === null) {
    focusReader();
  } else {
    row.focus();
  }
}

function focusInspector(): void {
  if (useWorkbench.getState().selection === null) {
    focusReader();
  } else {
    document.querySelector<HTMLElement>("[data-inspector]")?.focus();
  }
}
