import { useDeferredValue } from "react";
import type { KeyboardEvent, Ref } from "react";

import type { Claim } from "#contract/claim";
import type { ClaimId } from "#contract/ids";

import { useRequest } from "../state/requests.tsx";

import styles from "./nearest-claims.module.css";

/** Fewer letters say too little to be like anything. */
const fewestLetters = 4;
const mostShown = 3;
/** Below this two statements share no more than a common word or two; above, most look alike. */
const leastScore = 0.25;

/**
 * Claims that are like a text that is being typed, so that no near-duplicate is made. Nothing when there
 * are none. Arrow keys walk through them; Escape, and up from the first one, leaves.
 */
export function NearestClaims(properties: {
  text: string;
  exceptId?: ClaimId;
  /** What choosing one of them does: "Enter goes to it". */
  hint: string;
  listRef?: Ref<HTMLDivElement>;
  onChoose: (claim: Claim) => void;
  onLeave?: () => void;
}) {
  const { exceptId, hint, listRef, onChoose, onLeave } = properties;
  const text = useDeferredValue(properties.text.trim());
  const isAsked = text.length >= fewestLetters;
  const answer = useRequest("claim.nearest", isAsked ? { text, limit: mostShown + 1 } : null).data;
  const nearest = (isAsked ? (answer ?? []) : [])
    .filter(({ claim, score }) => claim.id !== exceptId && score >= leastScore)
    .slice(0, mostShown);
  if (nearest.length === 0) {
    return null;
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll("button")];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.key === "Escape" || (step === -1 && at === 0)) {
      onLeave?.();
    } else if (step !== undefined) {
      buttons[at + step]?.focus();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={listRef}
      className={styles.nearest}
      role="group"
      aria-label="Claims like this one"
      onKeyDown={onKeyDown}
    >
      <p className={styles.title}>Like this one; {hint}</p>
      {nearest.map(({ claim, score, wording }) => (
        <button
          key={claim.id}
          type="button"
          className={styles.claim}
          title={wording === claim.statement ? undefined : `Also worded: ${wording}`}
          onClick={() => onChoose(claim)}
        >
          <span className={styles.words} dir="auto">
            {claim.statement}
          </span>
          <span className={styles.likeness}>{Math.round(score * 100)} % alike</span>
        </button>
      ))}
    </div>
  );
}
