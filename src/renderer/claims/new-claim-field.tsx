import { Plus } from "lucide-react";
import { useEffect, useRef } from "react";
import { Input, TextField } from "react-aria-components";

import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { announce } from "../state/workbench.ts";
import { useLimit } from "../ui/use-limit.tsx";
import { newClaimIsFocused, selectClaim, typeNewClaim, useClaimsView } from "./claims-view.ts";
import { excerpt } from "./excerpt.ts";
import { isSameStatement } from "./match-claims.ts";
import { NearestClaims } from "./nearest-claims.tsx";

import styles from "./new-claim-field.module.css";

/**
 * Type a statement, press Enter: a claim. The focus stays, so that several can be made in a row. Claims that
 * are like what is typed are offered below; the arrow keys go there.
 */
export function NewClaimField() {
  const typed = useClaimsView((state) => state.draft);
  const run = useCommand();
  const claims = useRequest("claim.list", {}).data ?? [];
  const input = useRef<HTMLInputElement>(null);
  const nearest = useRef<HTMLDivElement>(null);
  const { limited, note } = useLimit(10_000); // statementText in contract/text.ts
  const isWanted = useClaimsView((state) => state.newClaimWanted);
  useEffect(() => {
    if (isWanted) {
      input.current?.focus();
      newClaimIsFocused();
    }
  }, [isWanted]);

  const goTo = (claimId: Parameters<typeof selectClaim>[0]) => {
    selectClaim(claimId);
    announce("This claim is there already; it is selected now");
    typeNewClaim("");
    input.current?.focus();
  };
  const create = async () => {
    const statement = typed.trim();
    if (statement === "") {
      return;
    }
    const twin = claims.find((claim) => isSameStatement(claim.statement, statement));
    if (twin !== undefined) {
      goTo(twin.id);
      return;
    }
    // Taken out at once, so that a second Enter does not make a second claim.
    typeNewClaim("");
    const made = await run("claim.create", { statement });
    if (made === null) {
      if (useClaimsView.getState().draft === "") {
        typeNewClaim(statement);
      }
      return;
    }
    selectClaim(made.claim.id);
    announce(`Claim made: ${excerpt(made.claim.statement)}`);
  };

  return (
    <div className={styles.whole}>
      <TextField
        className={styles.field ?? ""}
        aria-label="New claim"
        value={typed}
        onChange={typeNewClaim}
      >
        <Plus aria-hidden="true" />
        <Input
          ref={input}
          {...limited}
          className={styles.input ?? ""}
          dir="auto"
          placeholder="New claim: type it, press Enter"
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) {
              return;
            }
            if (event.key === "Enter") {
              event.preventDefault();
              void create();
            } else if (event.key === "Escape" && typed !== "") {
              event.preventDefault();
              typeNewClaim("");
            } else if (event.key === "ArrowDown") {
              const first = nearest.current?.querySelector("button");
              if (first !== null && first !== undefined) {
                event.preventDefault();
                first.focus();
              }
            }
          }}
        />
      </TextField>
      {note}
      <div className={styles.nearest}>
        <NearestClaims
          text={typed}
          hint="choose it instead of making a new claim"
          listRef={nearest}
          onChoose={(claim) => goTo(claim.id)}
          onLeave={() => input.current?.focus()}
        />
      </div>
    </div>
  );
}
