import { Plus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Input, TextField } from "react-aria-components";

import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { announce } from "../state/workbench.ts";
import { newClaimIsFocused, selectClaim, useClaimsView } from "./claims-view.ts";
import { excerpt } from "./excerpt.ts";
import { isSameStatement } from "./match-claims.ts";

import styles from "./new-claim-field.module.css";

/** Type a statement, press Enter: a claim. The focus stays, so that several can be made in a row. */
export function NewClaimField() {
  const [typed, setTyped] = useState("");
  const run = useCommand();
  const claims = useRequest("claim.list", {}).data ?? [];
  const input = useRef<HTMLInputElement>(null);
  const isWanted = useClaimsView((state) => state.newClaimWanted);
  useEffect(() => {
    if (isWanted) {
      input.current?.focus();
      newClaimIsFocused();
    }
  }, [isWanted]);

  const create = async () => {
    const statement = typed.trim();
    if (statement === "") {
      return;
    }
    const twin = claims.find((claim) => isSameStatement(claim.statement, statement));
    if (twin !== undefined) {
      selectClaim(twin.id);
      announce("This claim is there already; it is selected now");
      setTyped("");
      return;
    }
    // Taken out at once, so that a second Enter does not make a second claim.
    setTyped("");
    const made = await run("claim.create", { statement });
    if (made === null) {
      setTyped((since) => (since === "" ? statement : since));
      return;
    }
    selectClaim(made.claim.id);
    announce(`Claim made: ${excerpt(made.claim.statement)}`);
  };

  return (
    <TextField
      className={styles.field ?? ""}
      aria-label="New claim"
      value={typed}
      onChange={setTyped}
    >
      <Plus aria-hidden="true" />
      <Input
        ref={input}
        className={styles.input ?? ""}
        dir="auto"
        placeholder="New claim: type it, press Enter"
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) {
            event.preventDefault();
            void create();
          } else if (event.key === "Escape" && typed !== "") {
            event.preventDefault();
            setTyped("");
          }
        }}
      />
    </TextField>
  );
}
