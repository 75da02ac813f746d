import { useEffect, useRef } from "react";

import type { Claim } from "#contract/claim";
import type { ClaimId } from "#contract/ids";

import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { askForPart, useClaimsView } from "./claims-view.ts";
import { matchClaims } from "./match-claims.ts";
import { mergeClaims } from "./merge-claims.ts";
import { TypeAhead } from "./type-ahead.tsx";

import styles from "./merge-section.module.css";
import section from "./section.module.css";

/** The claim's other wordings, and a field that merges another claim into it; what is most alike stands first. */
export function MergeSection({ claim, all }: { claim: Claim; all: readonly Claim[] }) {
  const run = useCommand();
  const part = useRef<HTMLElement>(null);
  const nearest = useRequest("claim.nearest", { text: claim.statement, limit: 10 }).data ?? [];
  const isWanted = useClaimsView((state) => state.partWanted === "merge");
  useEffect(() => {
    if (isWanted) {
      part.current?.querySelector("input")?.focus();
      askForPart(null);
    }
  }, [isWanted]);
  const alike = new Set(nearest.map(({ claim: { id } }) => id));
  const others = [...nearest.map((one) => one.claim), ...all.filter(({ id }) => !alike.has(id))]
    .filter(({ id }) => id !== claim.id)
    .map(({ id, statement }) => ({ id, statement, words: statement }));
  if (others.length === 0 && claim.variants.length === 0) {
    return null;
  }
  return (
    <section ref={part} className={section.section} aria-label="Wordings">
      <h3 className={section.title}>
        Other wordings <span className={section.count}>{claim.variants.length}</span>
      </h3>
      {claim.variants.length > 0 && (
        <ul className={styles.variants}>
          {claim.variants.map(({ id, statement }) => (
            <li key={id} dir="auto">
              {statement}
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <div className={styles.row}>
          <TypeAhead<ClaimId>
            label="Claim to merge into this one"
            placeholder="Merge another claim into this one"
            find={(typed) => {
              const { matching, similar } = matchClaims(others, typed);
              return [...matching, ...similar];
            }}
            onChoose={(id) => void mergeClaims(run, claim.id, [id])}
          />
        </div>
      )}
    </section>
  );
}
