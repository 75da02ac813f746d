import { X } from "lucide-react";
import { useRef, useState } from "react";

import type { Claim, Relation, RelationType } from "#contract/claim";
import type { ClaimId } from "#contract/ids";

import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { announce } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { Choice } from "./choice.tsx";
import { neighbourOf } from "./claim-order.ts";
import { inspectClaim } from "./claims-view.ts";
import { EditableText } from "./editable-text.tsx";
import { matchClaims } from "./match-claims.ts";
import { relationTypes, relationWords } from "./relation-words.ts";
import { TypeAhead } from "./type-ahead.tsx";

import styles from "./relations-section.module.css";
import section from "./section.module.css";

/** How the claim bears on other claims, in both directions. */
export function RelationsSection({ claim, all }: { claim: Claim; all: readonly Claim[] }) {
  const answer = useRequest("relation.list", { claimId: claim.id }).data ?? [];
  const run = useCommand();
  const list = useRef<HTMLElement>(null);
  const [type, setType] = useState<RelationType>("contradicts");
  const shown = answer.flatMap((relation) => {
    const isOut = relation.fromClaimId === claim.id;
    const otherId = isOut ? relation.toClaimId : relation.fromClaimId;
    const other = all.find((one) => one.id === otherId);
    // An answer for another claim is still there while the next one is under way.
    const isOurs = isOut || relation.toClaimId === claim.id;
    return other === undefined || !isOurs ? [] : [{ relation, isOut, other }];
  });
  const others = all
    .filter((one) => one.id !== claim.id)
    .map(({ id, statement }) => ({ id, statement, words: statement }));

  const remove = async (relation: Relation) => {
    const neighbour = neighbourOf(
      shown.map((one) => one.relation.id),
      relation.id,
    );
    if ((await run("relation.remove", { relationId: relation.id })) !== null) {
      announce("Relation removed");
      const next =
        neighbour === null
          ? list.current?.querySelector<HTMLElement>("[role=combobox]")
          : list.current?.querySelector<HTMLElement>(`[data-relation="${neighbour}"] button`);
      next?.focus();
    }
  };

  return (
    <section ref={list} className={section.section} aria-label="Relations to other claims">
      <h3 className={section.title}>
        Relations <span className={section.count}>{shown.length}</span>
      </h3>
      <ul className={styles.relations}>
        {shown.map(({ relation, isOut, other }) => (
          <li key={relation.id} className={styles.relation} data-relation={relation.id}>
            <div className={styles.head}>
              <Choice<RelationType>
                label="Relation"
                options={relationTypes.map((one) => ({
                  id: one,
                  words: isOut ? relationWords[one].out : relationWords[one].in,
                }))}
                chosen={relation.type}
                onChoose={(chosen) =>
                  void run("relation.change", { relationId: relation.id, type: chosen })
                }
              />
              <Button label="Remove relation" icon={<X />} onPress={() => void remove(relation)} />
            </div>
            <button
              type="button"
              className={styles.other}
              dir="auto"
              title={other.statement}
              onClick={() => inspectClaim(other.id)}
            >
              {other.statement}
            </button>
            <EditableText
              label="Note on the relation"
              placeholder="Add a note"
              lines
              value={relation.note}
              maxLength={100_000}
              onSave={async (note) =>
                (await run("relation.change", { relationId: relation.id, note })) !== null
              }
            />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <div className={styles.add}>
          <Choice<RelationType>
            label="Kind of the new relation"
            options={relationTypes.map((one) => ({ id: one, words: relationWords[one].out }))}
            chosen={type}
            onChoose={setType}
          />
          <TypeAhead<ClaimId>
            label="Claim to relate to"
            placeholder="Relate to a claim"
            find={(typed) => {
              const { matching, similar } = matchClaims(others, typed);
              return [...matching, ...similar];
            }}
            onChoose={(toClaimId) =>
              void run("relation.create", { fromClaimId: claim.id, toClaimId, type })
            }
          />
        </div>
      )}
    </section>
  );
}
