import { useDeferredValue, useState } from "react";
import type { KeyboardEvent } from "react";
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from "react-aria-components";

import type { Claim, Stance } from "#contract/claim";

import { useTypeAheadKeys } from "../actions/type-ahead-keys.ts";
import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { announce, openPicker, useWorkbench } from "../state/workbench.ts";
import { chosenPassages } from "./chosen-passage.ts";
import { selectClaim, useClaimsView } from "./claims-view.ts";
import { excerpt } from "./excerpt.ts";
import { rememberFocus } from "./focus-return.ts";
import { linkPassages } from "./link-passage.ts";
import { isSameStatement, matchClaims } from "./match-claims.ts";
import { StanceControl } from "./stance-control.tsx";
import { StanceCounts } from "./stance-counts.tsx";
import { stanceOfKeyCode } from "./stance-words.ts";
import { StanceMark } from "./stance.tsx";

import styles from "./claim-picker.module.css";

type Entry =
  | { readonly id: string; readonly kind: "claim"; readonly claim: Claim }
  | { readonly id: "new"; readonly kind: "new"; readonly statement: string };

/** Fewer letters say too little to be like anything. */
const fewestLetters = 4;
/** Claims like what is typed that are asked for. */
const mostNearest = 5;
/** Most claims that are listed; more typing narrows them. */
const mostShown = 50;

/** Links the chosen passage to a claim found by typing, or to a new one. Enter links, Escape closes. */
export function ClaimPicker() {
  const openedWith = useWorkbench((state) =>
    state.picker?.kind === "claim" ? state.picker.stance : null,
  );
  const [stance, setStance] = useState<Stance>(openedWith ?? "supports");
  const [typed, setTyped] = useState("");
  const [goBack] = useState(rememberFocus);
  // The passage as it was when the picker opened, so that a stray click does not link another one.
  const [passages] = useState(() => chosenPassages(useWorkbench.getState()));
  const [passage = null, ...morePassages] = passages;
  const claims = useRequest("claim.list", {}).data ?? [];
  const highlightId =
    passage !== null && morePassages.length === 0 && "highlightId" in passage
      ? passage.highlightId
      : null;
  const linked = useRequest("evidence.list", highlightId === null ? null : { highlightId }).data;
  const lastClaimId = useClaimsView((state) => state.lastClaimId);
  const run = useCommand();
  const runShortcut = useTypeAheadKeys();

  const wanted = useDeferredValue(typed.trim());
  const isAsked = wanted.length >= fewestLetters;
  const answer = useRequest("claim.nearest", isAsked ? { text: wanted, limit: mostNearest } : null);
  const nearest = isAsked ? (answer.data ?? []).map(({ claim }) => claim) : [];
  const entries = entriesOf(claims, nearest, typed, lastClaimId);

  const close = () => {
    openPicker(null);
    goBack();
  };
  const choose = async (entry: Entry) => {
    if (passage === null) {
      return;
    }
    if (entry.kind === "claim") {
      if (await linkPassages(run, entry.claim, passages, stance)) {
        close();
      }
      return;
    }
    const { statement } = entry;
    const made = await run("claim.create", { statement, passage, morePassages, stance });
    if (made !== null) {
      selectClaim(made.claim.id);
      announce(`Claim made and linked: “${excerpt(made.claim.statement)}”`);
      close();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const byKey = event.altKey ? stanceOfKeyCode(event.code) : null;
    if (byKey !== null) {
      event.preventDefault();
      event.stopPropagation();
      setStance(byKey);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else {
      runShortcut(event);
    }
  };

  return (
    <section className={styles.picker} aria-label="Link to claim" onKeyDownCapture={onKeyDown}>
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <div className={styles.bar}>
          <SearchField className={styles.search ?? ""} aria-label="Claim to link to" autoFocus>
            <Input
              className={styles.input ?? ""}
              dir="auto"
              placeholder={
                passage === null
                  ? "Select a sentence or a highlight first"
                  : passages.length > 1
                    ? `Link ${passages.length} marked highlights: type words of a claim, or a new one`
                    : "Link to claim: type some of its words, or a new claim"
              }
            />
          </SearchField>
          <div className={styles.stance}>
            <StanceControl label="Stance" stance={stance} keyPrefix="Alt+" onChoose={setStance} />
          </div>
        </div>
        <ListBox
          className={styles.list ?? ""}
          aria-label="Claims"
          items={entries}
          dependencies={[linked]}
          renderEmptyState={() => (
            <p className={styles.none}>No claims yet. Type a statement to make the first one.</p>
          )}
          onAction={(key) => {
            const entry = entries.find(({ id }) => id === key);
            if (entry !== undefined) {
              void choose(entry);
            }
          }}
        >
          {(entry) =>
            entry.kind === "new" ? (
              <ListBoxItem
                className={styles.entry ?? ""}
                textValue={`New claim ${entry.statement}`}
                isDisabled={passage === null}
              >
                <span className={styles.statement}>
                  <span className={styles.new}>New claim</span> “<bdi>{entry.statement}</bdi>”
                </span>
              </ListBoxItem>
            ) : (
              <ListBoxItem
                className={styles.entry ?? ""}
                textValue={excerpt(entry.claim.statement, 200)}
                isDisabled={passage === null}
              >
                <span className={styles.statement} dir="auto">
                  {entry.claim.statement}
                </span>
                {(linked ?? [])
                  .filter((one) => one.claimId === entry.claim.id)
                  .map((one) => (
                    <span key={one.id} className={styles.linked}>
                      linked: <StanceMark stance={one.stance} />
                    </span>
                  ))}
                <StanceCounts counts={entry.claim.counts} />
              </ListBoxItem>
            )
          }
        </ListBox>
      </Autocomplete>
    </section>
  );
}

/**
 * Claims with all typed words; then a new claim of them; then claims with most of them. So Enter never
 * links to a claim that merely resembles what was typed, but the likeness is seen.
 */
function entriesOf(
  claims: readonly Claim[],
  nearest: readonly Claim[],
  typed: string,
  lastClaimId: Claim["id"] | null,
): readonly Entry[] {
  const { matching, similar } = matchClaims(claims, typed, lastClaimId);
  const entryOf = (claim: Claim): Entry => ({ id: claim.id, kind: "claim", claim });
  const statement = typed.trim();
  const isThere = claims.some((claim) => isSameStatement(claim.statement, statement));
  const fresh: readonly Entry[] =
    statement === "" || isThere ? [] : [{ id: "new", kind: "new", statement }];
  const shown = matching.slice(0, mostShown);
  // By rare words, their stems and other wordings first, then by bare letters.
  const alike = [...new Map([...nearest, ...similar].map((claim) => [claim.id, claim])).values()];
  return [
    ...shown.map(entryOf),
    ...fresh,
    ...alike
      .filter(({ id }) => !shown.some((one) => one.id === id))
      .slice(0, mostShown)
      .map(entryOf),
  ];
}
