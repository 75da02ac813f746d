import { useState } from "react";

import type { Claim, ClaimKind, ClaimStatus } from "#contract/claim";
import { confidenceMeaning, likelihoodBands } from "#contract/likelihood";
import type { Confidence, Likelihood } from "#contract/likelihood";

import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { TextRow } from "../ui/text-row.tsx";
import { Choice } from "./choice.tsx";
import type { Option } from "./choice.tsx";
import { statuses, statusWords } from "./status-words.ts";

import styles from "./judgement-section.module.css";
import section from "./section.module.css";

/** Nothing chosen; a word that no list of terms has. */
const none = "none";
type OrNone<Term extends string> = Term | typeof none;

const kinds: readonly Option<OrNone<ClaimKind>>[] = [
  { id: none, words: "Not said" },
  { id: "fact", words: "Fact" },
  { id: "statement", words: "Statement by someone" },
  { id: "assessment", words: "Assessment" },
  { id: "forecast", words: "Forecast" },
];

/** Both rows of ICD 203, the first row first; a product keeps to one. */
const likelihoods: readonly Option<OrNone<Likelihood>>[] = [
  { id: none, words: "Not said" },
  ...([0, 1] as const).flatMap((row) =>
    likelihoodBands.map(({ fromPercent, toPercent, terms }) => ({
      id: terms[row],
      words: `${terms[row]} (${fromPercent}–${toPercent} %)`,
    })),
  ),
];

const confidences: readonly Option<OrNone<Confidence>>[] = [
  { id: none, words: "Not said" },
  ...(["high", "moderate", "low"] as const).map((id) => ({
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
export function JudgementSection({ claim }: { claim: Claim }) {
  const run = useCommand();
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
            options={kinds}
            chosen={claim.kind ?? none}
            onChoose={(kind) => change({ kind: kind === none ? null : kind })}
          />
        </dd>
        <dt>Likelihood</dt>
        <dd>
          <Choice
            label="Likelihood"
            options={likelihoods}
            chosen={claim.likelihood ?? none}
            onChoose={(term) => change({ likelihood: term === none ? null : term })}
          />
        </dd>
        <dt>Confidence</dt>
        <dd>
          <Choice
            label="Confidence"
            options={confidences}
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
