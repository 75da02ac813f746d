import { X } from "lucide-react";
import { useState } from "react";

import type { Stance } from "#contract/claim";

import { excerpt } from "../claims/excerpt.ts";
import { matchClaims } from "../claims/match-claims.ts";
import { StanceControl } from "../claims/stance-control.tsx";
import { TypeAhead } from "../claims/type-ahead.tsx";
import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { announce } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { useReturnFocus } from "../ui/return-focus.ts";
import { countOfRows, selectedRows } from "./act-on-rows.ts";
import { useHighlightTable } from "./table-state.ts";

import styles from "./row-actions.module.css";

const nothing: readonly never[] = [];

/** Links the chosen rows to one claim, as one change. */
export function LinkRows() {
  const [stance, setStance] = useState<Stance>("supports");
  const claims = useRequest("claim.list", {}).data ?? nothing;
  const run = useCommand();
  useReturnFocus();
  const close = () => useHighlightTable.setState({ isLinking: false });
  return (
    <section
      className={styles.linking}
      aria-label="Link the chosen highlights to a claim"
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          close();
        }
      }}
    >
      <StanceControl label="Stance" stance={stance} onChoose={setStance} />
      <div className={styles.claim} ref={focusField}>
        <TypeAhead
          label="Claim to link to"
          placeholder="Type some words of the claim"
          find={(typed) =>
            matchClaims(claims, typed).matching.map(({ id, statement }) => ({
              id,
              words: excerpt(statement, 160),
            }))
          }
          onChoose={(claimId) => {
            const highlightIds = selectedRows();
            void run("evidence.link-many", {
              claimId,
              stance,
              passages: highlightIds.map((highlightId) => ({ highlightId })),
            }).then((links) => {
              if (links !== null) {
                announce(`${countOfRows(highlightIds)} linked, ${stance}`);
                close();
              }
            });
          }}
        />
      </div>
      <Button label="Close" icon={<X />} keys="Escape" onPress={close} />
    </section>
  );
}

function focusField(element: HTMLElement | null): void {
  element?.querySelector("input")?.focus();
}
