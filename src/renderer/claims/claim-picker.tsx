import { useState } from "react";
import type { KeyboardEvent } from "react";
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from "react-aria-components";

import type { Claim, Stance } from "#contract/claim";

import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { announce, openPicker, useWorkbench } from "../state/workbench.ts";
import { chosenPassage } from "./chosen-passage.ts";
import { selectClaim, useClaimsView } from "./claims-view.ts";
import { excerpt } from "./excerpt.ts";
import { rememberFocus } from "./focus-return.ts";
import { linkPassage } from "./link-passage.ts";
import { isSameStatement, matchClaims } from "./match-claims.ts";
import { StanceControl } from "./stance-control.tsx";
import { StanceCounts } from "./stance-counts.tsx";
import { stanceOfKeyCode } from "./stance-words.ts";
import { StanceMark } from "./stance.tsx";

import styles from "./claim-picker.module.css";

type Entry =
  | { readonly id: string; readonly kind: "claim"; readonly claim: Claim }
  | { readonly id: "new"; readonly kind: "new"; readonly statement: string };

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
  const [passage] = useState(() => chosenPassage(useWorkbench.getState()));
  const claims = useRequest("claim.list", {}).data ?? [];
  const highlightId = passage !== null && "highlightId" in passage ? passage.highlightId : null;
  const linked = useRequest("evidence.list", highlightId === null ? null : { highlightId }).data;
  const lastClaimId = useClaimsView((state) => state.lastClaimId);
  const run = useCommand();

  const entries = entriesOf(claims, typed, lastClaimId);

  const close = () => {
    openPicker(null);
    goBack();
  };
  const choose = async (entry: Entry) => {
    if (passage === null) {
      return;
    }
    if (entry.kind === "claim") {
      if (await linkPassage(run, entry.claim, passage, stance)) {
        close();
      }
      return;
    }
    const made = await run("claim.create", { statement: entry.statement, passage, stance });
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
  typed: string,
  lastClaimId: Claim["id"] | null,
): readonly Entry[] {
  const { matching, similar } = matchClaims(claims, typed, lastClaimId);
  const entryOf = (claim: Claim): Entry => ({ id: claim.id, kind: "claim", claim });
  const statement = typed.trim();
  const isThere = claims.some((claim) => isSameStatement(claim.statement, statement));
  const fresh: readonly Entry[] =
    statement === "" || isThere ? [] : [{ id: "new", kind: "new", statement }];
  return [
    ...matching.slice(0, mostShown).map(entryOf),
    ...fresh,
    ...similar.slice(0, mostShown).map(entryOf),
  ];
}
