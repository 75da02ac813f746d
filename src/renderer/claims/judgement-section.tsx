import { useState } from "react";

import type { Claim, ClaimKind, ClaimStatus } from "#contract/claim";
import { confidenceMeaning, rowOfLikelihood } from "#contract/likelihood";
import type { Confidence, Likelihood, LikelihoodRow } from "#contract/likelihood";

import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { TextRow } from "../ui/text-row.tsx";
import { Choice } from "./choice.tsx";
import type { Option } from "./choice.tsx";
import { confidences, kinds, kindWords, likelihoodWords, termsOfRow } from "./judgement-words.ts";
import { statuses, statusWords } from "./status-words.ts";

import styles from "./judgement-section.module.css";
import section from "./section.module.css";

/** Nothing chosen; a word that no list of terms has. */
const none = "none";
type OrNone<Term extends string> = Term | typeof none;

const kindOptions: readonly Option<OrNone<ClaimKind>>[] = [
  { id: none, words: "Not said" },
  ...kinds.map((id) => ({ id, words: kindWords[id] })),
];

/** Both rows of ICD 203. A product keeps to one, so the row that other claims use stands first. */
function likelihoodOptions(rowInUse: LikelihoodRow | null): readonly Option<OrNone<Likelihood>>[] {
  const first: LikelihoodRow = rowInUse ?? 1;
  const optionsOf = (row: LikelihoodRow) =>
    termsOfRow(row).map((id) => ({
      id,
      words: `${likelihoodWords(id)}${row === first ? "" : rowInUse === null ? ", other row" : ", not the row in use"}`,
      short: likelihoodWords(id),
    }));
  return [{ id: none, words: "Not said" }, ...optionsOf(first), ...optionsOf(first === 1 ? 2 : 1)];
}

const confidenceOptions: readonly Option<OrNone<Confidence>>[] = [
  { id: none, words: "Not said" },
  ...confidences.map((id) => ({
    id,
    words: `${id}: ${confidenceMeaning[id]}`,
    short: id,
  })),
];

const overrides: readonly Option<OrNone<ClaimStatus>>[] = [
  { id: none, words: "As computed" },
  ...statuses.map((id) => ({ id, words: statusWords[id].word })),
];

/** What the analyst judges: kind, likelihood of the event, confidence in its basis, and the status. */
export function JudgementSection({ claim, all }: { claim: Claim; all: readonly Claim[] }) {
  const run = useCommand();
  const rowsInUse = new Set(
    all.flatMap(({ id, likelihood }) =>
      id === claim.id || likelihood === null ? [] : [rowOfLikelihood(likelihood)],
    ),
  );
  const [rowInUse = null] = rowsInUse.size === 1 ? rowsInUse : [];
  const advice = useRequest("claim.advice", { claimId: claim.id }).data ?? [];
  const change = (
    patch: Partial<
      Pick<Claim, "kind" | "likelihood" | "confidence" | "confidenceBasis" | "statusOverride">
    >,
  ) => void run("claim.change", { claimId: claim.id, ...patch });
  return (
    <section className={section.section} aria-label="Judgement">
      <h3 className={section.title}>Judgement</h3>
      <dl className={styles.fields}>
        <dt>Kind</dt>
        <dd>
          <Choice
            label="Kind of claim"
            options={kindOptions}
            chosen={claim.kind ?? none}
            onChoose={(kind) => change({ kind: kind === none ? null : kind })}
          />
        </dd>
        <dt>Likelihood</dt>
        <dd>
          <Choice
            label="Likelihood"
            options={likelihoodOptions(rowInUse)}
            chosen={claim.likelihood ?? none}
            onChoose={(term) => change({ likelihood: term === none ? null : term })}
          />
        </dd>
        <dt>Confidence</dt>
        <dd>
          <Choice
            label="Confidence"
            options={confidenceOptions}
            chosen={claim.confidence ?? none}
            onChoose={(level) => change({ confidence: level === none ? null : level })}
          />
        </dd>
      </dl>
      {claim.confidence !== null && (
        <TextRow
          label="Basis of the confidence"
          rows={2}
          value={claim.confidenceBasis}
          onSave={(confidenceBasis) => change({ confidenceBasis })}
        />
      )}
      <StatusOverride claim={claim} onChange={(statusOverride) => change({ statusOverride })} />
      {advice.length > 0 && (
        <ul className={styles.advice} aria-label="Advice">
          {advice.map(({ kind, message }) => (
            <li key={`${kind} ${message}`} dir="auto">
              {message}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Another status than the computed one needs a reason; it is kept once the reason is written. */
function StatusOverride(properties: {
  claim: Claim;
  onChange: (override: Claim["statusOverride"]) => void;
}) {
  const { claim, onChange } = properties;
  const [pending, setPending] = useState<ClaimStatus | null>(null);
  const status = pending ?? claim.statusOverride?.status ?? null;
  return (
    <>
      <dl className={styles.fields}>
        <dt>Status</dt>
        <dd>
          <Choice
            label="Status in your judgement"
            options={overrides}
            chosen={status ?? none}
            onChoose={(chosen) => {
              if (chosen === none) {
                setPending(null);
                onChange(null);
              } else if (claim.statusOverride === null) {
                setPending(chosen);
              } else {
                onChange({ ...claim.statusOverride, status: chosen });
              }
            }}
          />
        </dd>
      </dl>
      {status !== null && (
        <TextRow
          label={
            pending === null
              ? "Reason for this status"
              : "Reason for this status (it counts once you have written one)"
          }
          rows={2}
          value={claim.statusOverride?.reason ?? ""}
          faultOf={(reason) => (reason.trim() === "" ? "Say why you judge otherwise." : null)}
          onSave={(reason) => {
            setPending(null);
            onChange({ status, reason: reason.trim() });
          }}
        />
      )}
    </>
  );
}
