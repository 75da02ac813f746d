import { Combine, Trash2, X } from "lucide-react";
import { useState } from "react";

import type { Claim, ClaimStatus } from "#contract/claim";
import type { Tag } from "#contract/highlight";
import type { ClaimId, TagId } from "#contract/ids";
import type { InputOf } from "#contract/requests";

import { ExportMenu } from "../exports/export-menu.tsx";
import { useCommand } from "../state/use-command.ts";
import { announce, select } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { Choice } from "./choice.tsx";
import type { Option } from "./choice.tsx";
import { chooseClaims } from "./claims-view.ts";
import { confidences, kinds, kindWords, likelihoodWords, termsOfRow } from "./judgement-words.ts";
import { mergeClaims } from "./merge-claims.ts";
import { countOf, statuses, statusWords } from "./status-words.ts";

import styles from "./bulk-bar.module.css";

/** What a menu's closed button stands for; choosing it changes nothing. */
const menu = "menu";
const none = "none";

/** Changes all chosen claims at once; each change is one undo step. */
export function BulkBar(properties: {
  chosen: readonly Claim[];
  tags: readonly Tag[];
  onRemoved: () => void;
}) {
  const { chosen, tags, onRemoved } = properties;
  const run = useCommand();
  const [status, setStatus] = useState<ClaimStatus | null>(null);
  const [reason, setReason] = useState("");
  const claimIds = chosen.map(({ id }) => id);
  const worn = new Set(chosen.flatMap(({ tagIds }) => tagIds));

  const change = async (patch: Omit<InputOf<"claim.change-many">, "claimIds">) => {
    if ((await run("claim.change-many", { claimIds, ...patch })) !== null) {
      announce(`${countOf(claimIds.length, "claim")} changed`);
    }
  };
  const remove = async () => {
    if ((await run("claim.trash", { claimIds })) !== null) {
      chooseClaims([]);
      select(null);
      announce(`${countOf(claimIds.length, "claim")} moved to the trash; undo brings them back`);
      onRemoved();
    }
  };
  const takeAs = async (part: "hypotheses" | "evidence") => {
    const name = part === "hypotheses" ? "ach.add-hypothesis" : "ach.add-row";
    if ((await run(name, { claimIds })) !== null) {
      announce(`${countOf(claimIds.length, "claim")} taken as ${part}`);
    }
  };
  const merge = async () => {
    const [into, ...others] = claimIds;
    if (into !== undefined && (await mergeClaims(run, into, others))) {
      chooseClaims([into]);
    }
  };

  return (
    <div className={styles.bar} role="group" aria-label="Change the chosen claims">
      <span className={styles.count}>{countOf(chosen.length, "claim")} chosen</span>
      <Menu
        label="Kind"
        options={[
          ...kinds.map((id) => ({ id, words: kindWords[id] })),
          { id: none, words: "Not said" },
        ]}
        onChoose={(id) => void change({ kind: id === none ? null : id })}
      />
      <Menu
        label="Likelihood"
        options={[
          ...([1, 2] as const).flatMap((row) =>
            termsOfRow(row).map((id) => ({ id, words: likelihoodWords(id) })),
          ),
          { id: none, words: "Not said" },
        ]}
        onChoose={(id) => void change({ likelihood: id === none ? null : id })}
      />
      <Menu
        label="Confidence"
        options={[
          ...confidences.map((id) => ({ id, words: `${id} confidence` })),
          { id: none, words: "Not said" },
        ]}
        onChoose={(id) => void change({ confidence: id === none ? null : id })}
      />
      <Menu<ClaimStatus | typeof none>
        label="Status"
        options={[
          ...statuses.map((id) => ({ id, words: `${statusWords[id].word}, in your judgement` })),
          { id: none, words: "As computed" },
        ]}
        onChoose={(id) => {
          if (id === none) {
            void change({ statusOverride: null });
          } else {
            setStatus(id);
          }
        }}
      />
      <Menu<TagId>
        label="Put on a tag"
        options={tags.map(({ id, name }) => ({ id, words: name }))}
        onChoose={(id) => void change({ addTagIds: [id] })}
      />
      <Menu<TagId>
        label="Take off a tag"
        options={tags.filter(({ id }) => worn.has(id)).map(({ id, name }) => ({ id, words: name }))}
        onChoose={(id) => void change({ removeTagIds: [id] })}
      />
      <Menu<"hypotheses" | "evidence">
        label="Hypotheses"
        options={[
          { id: "hypotheses", words: "Take as competing hypotheses" },
          { id: "evidence", words: "Take as evidence for the hypotheses" },
        ]}
        onChoose={(id) => void takeAs(id)}
      />
      <Button
        label="Merge"
        icon={<Combine />}
        showLabel
        hint="Merge into the claim that was chosen first; all evidence and wordings are kept"
        onPress={() => void merge()}
      />
      <Button
        label="Move to the trash"
        icon={<Trash2 />}
        showLabel
        keys="Delete"
        onPress={() => void remove()}
      />
      <ExportMenu of="the chosen claims" scope={{ kind: "claims", claimIds }} />
      <Button label="Choose only one" icon={<X />} onPress={() => chooseClaims(lastOf(claimIds))} />
      {status !== null && (
        <form
          className={styles.reason}
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() !== "") {
              setStatus(null);
              void change({ statusOverride: { status, reason: reason.trim() } });
            }
          }}
          onKeyDown={(event) => {
            if (event.key === "Escape") {
              event.stopPropagation();
              setStatus(null);
            }
          }}
        >
          <input
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            maxLength={10_000}
            dir="auto"
            aria-label={`Why ${statusWords[status].word.toLowerCase()}`}
            placeholder={`Why ${statusWords[status].word.toLowerCase()}? Enter sets it`}
            autoFocus
          />
          <Button label="Leave the status" icon={<X />} onPress={() => setStatus(null)} />
        </form>
      )}
    </div>
  );
}

function Menu<Id extends string>(properties: {
  label: string;
  options: readonly Option<Id>[];
  onChoose: (id: Id) => void;
}) {
  const { label, options, onChoose } = properties;
  return (
    <Choice<Id | typeof menu>
      label={`${label} of the chosen claims`}
      options={[{ id: menu, words: label }, ...options]}
      chosen={menu}
      onChoose={(id) => id !== menu && onChoose(id)}
    />
  );
}

function lastOf(ids: readonly ClaimId[]): readonly ClaimId[] {
  return ids.slice(-1);
}
