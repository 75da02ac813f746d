import { CircleAlert, CircleCheck, ShieldCheck } from "lucide-react";

import type { CheckReport, Fault } from "#contract/check";

import { ActionButton } from "../actions/action-button.tsx";
import { useProjectState } from "./project-state.ts";
import { countWords, faultWords, momentWords } from "./project-words.ts";

import part from "./part.module.css";
import styles from "./verify-part.module.css";

/** What the last verification found, each damaged article or record by name. */
export function VerifyPart() {
  const { check, underWay } = useProjectState();
  return (
    <section className={part.part} aria-label="Verify">
      <div className={part.tools}>
        <ActionButton
          action="project.check"
          icon={<ShieldCheck />}
          showLabel
          isDisabled={underWay !== null}
        />
        <span className={part.said} role="status">
          {underWay ?? (check === null ? "" : `Verified ${momentWords(check.at)}`)}
        </span>
      </div>
      <div className={part.scroller} tabIndex={0} role="group" aria-label="What was found">
        {check === null ? (
          <p className={part.empty}>
            Compares every article with the file that was imported, every quote with its article,
            and every record with what the history says was saved. It changes nothing.
          </p>
        ) : (
          <Findings report={check.report} />
        )}
      </div>
    </section>
  );
}

function Findings({ report }: { report: CheckReport }) {
  const { articles, highlights, claims, changes, faults } = report;
  const looked = `${countWords(articles, "article")}, ${countWords(highlights, "quote")}, ${countWords(claims, "claim")} and ${countWords(changes, "change")}`;
  if (faults.length === 0) {
    return (
      <p className={styles.verdict} data-good>
        <CircleCheck aria-hidden />
        <span>
          <strong>No fault found.</strong> {looked} are as they were saved.
        </span>
      </p>
    );
  }
  return (
    <>
      <p className={styles.verdict}>
        <CircleAlert aria-hidden />
        <span>
          <strong>{countWords(faults.length, "fault")} found.</strong> Looked at {looked}. Nothing
          was changed. Restore a backup from before the damage, or go on working: what is not named
          here is as it was saved.
        </span>
      </p>
      {[...Map.groupBy(faults, ({ kind }) => kind)].map(([kind, ofKind]) => (
        <FaultList key={kind} kind={kind} faults={ofKind} />
      ))}
    </>
  );
}

function FaultList({ kind, faults }: { kind: Fault["kind"]; faults: readonly Fault[] }) {
  return (
    <section className={styles.kind} aria-label={faultWords[kind]}>
      <h3>
        {faultWords[kind]} <span>{faults.length}</span>
      </h3>
      <ul>
        {faults.map(({ message }) => (
          <li key={message} dir="auto">
            {message}
          </li>
        ))}
      </ul>
    </section>
  );
}
