import { Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";

import type { Claim } from "#contract/claim";
import type { ClaimId } from "#contract/ids";
import type { InputOf } from "#contract/requests";

import { ExportMenu } from "../exports/export-menu.tsx";
import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { useWorkbench } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { ClaimStatusMark } from "./claim-status.tsx";
import { ClaimTags } from "./claim-tags.tsx";
import { endStatementEdit, inspectorIsFocused, useClaimsView } from "./claims-view.ts";
import { CoverageSection } from "./coverage-section.tsx";
import { EditableText } from "./editable-text.tsx";
import { EvidenceSection } from "./evidence-section.tsx";
import { focusReader } from "./focus-return.ts";
import { JudgementSection } from "./judgement-section.tsx";
import { mergeClaims } from "./merge-claims.ts";
import { MergeSection } from "./merge-section.tsx";
import { NearestClaims } from "./nearest-claims.tsx";
import { RelationsSection } from "./relations-section.tsx";
import { removeClaim } from "./remove-claim.ts";
import { contradictionWords, coverageOfCounts, reasonOfStatus } from "./status-words.ts";

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
  const isFresh = useClaimsView((state) => state.freshClaim?.id === claim.id);
  const [draft, setDraft] = useState(claim.statement);
  const change = async (patch: Omit<InputOf<"claim.change">, "claimId">) =>
    (await run("claim.change", { claimId: claim.id, ...patch })) !== null;

  return (
    <article className={styles.claim} aria-label="Claim">
      <header className={styles.head}>
        <h2 className={styles.kind}>Claim</h2>
        <ExportMenu of="the claim" scope={{ kind: "claims", claimIds: [claim.id] }} isCompact />
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
        faultOfEmpty="A claim needs a statement; the one it had is back."
        onTyping={setDraft}
        onSave={(text) => change({ statement: text })}
        onDone={goBack}
      />
      {isFresh && (
        <NearestClaims
          text={draft}
          exceptId={claim.id}
          hint="choose it to put the passage there instead"
          onChoose={(other) => void mergeClaims(run, other.id, [claim.id]).then(focusInspector)}
          onLeave={() => statement.current?.focus()}
        />
      )}
      <div className={styles.why}>
        <ClaimStatusMark claim={claim} />
        <p>
          {claim.statusOverride === null
            ? reasonOfStatus(claim)
            : `Your judgement: ${claim.statusOverride.reason} Computed from ${reasonOfStatus(claim)}.`}
        </p>
        {claim.counts.all.articles > 0 && <p>{coverageOfCounts(claim.counts)}</p>}
        {claim.contradictions > 0 && (
          <p className={styles.contradicted}>
            <span aria-hidden="true">⇄ </span>
            {contradictionWords(claim)}
          </p>
        )}
      </div>
      <EditableText
        label="Note on the claim"
        placeholder="Add a note"
        lines
        value={claim.note}
        maxLength={100_000}
        onSave={(note) => change({ note })}
      />
      <ClaimTags
        tagIds={claim.tagIds}
        onChange={(tagIds) => void change({ tagIds })}
        onCreate={(name) => void change({ newTag: { name } })}
      />
      <JudgementSection claim={claim} all={all} />
      <EvidenceSection claimId={claim.id} />
      <RelationsSection claim={claim} all={all} />
      <MergeSection claim={claim} all={all} />
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
