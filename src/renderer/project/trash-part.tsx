import { RotateCcw, Trash2 } from "lucide-react";
import { useState } from "react";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "react-aria-components";

import { TrashKind } from "#contract/trash";
import type { TrashedThing, TrashRef } from "#contract/trash";

import { ActionButton } from "../actions/action-button.tsx";
import { useScopeKeys } from "../actions/scope-keys.ts";
import { Choice } from "../claims/choice.tsx";
import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { announce } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmBar } from "./confirm-bar.tsx";
import { changeProjectState, useProjectState } from "./project-state.ts";
import { belongingsWords, countWords, momentWords, trashKindWords } from "./project-words.ts";
import { useWantedFocus } from "./use-wanted-focus.ts";

import part from "./part.module.css";

/** Rows shown; emptying the trash takes all there are. */
const shownThings = 500;

const keyOf = ({ kind, id }: TrashRef) => `${kind} ${id}`;

/** Everything that was removed: when, by which change, and what comes back with it. */
export function TrashPart() {
  const trash = useRequest("trash.list", { limit: shownThings }).data;
  const { chosen, toPurge } = useProjectState();
  const [kind, setKind] = useState<TrashKind | "all">("all");
  if (trash === undefined) {
    return null;
  }
  const things = trash.things.filter((thing) => kind === "all" || thing.kind === kind);
  const shown = things.filter((thing) => chosen.some((ref) => keyOf(ref) === keyOf(thing)));
  return (
    <section className={part.part} aria-label="Trash">
      <div className={part.tools}>
        <Choice
          label="Kind of things"
          options={[
            { id: "all" as const, words: "Everything" },
            ...TrashKind.options.map((id) => ({ id, words: trashKindWords[id] })),
          ]}
          chosen={kind}
          isStrong={kind !== "all"}
          onChoose={setKind}
        />
        <ActionButton
          action="trash.restore"
          label="Restore"
          icon={<RotateCcw />}
          showLabel
          isDisabled={shown.length === 0}
        />
        <ActionButton
          action="trash.purge"
          label="Delete for good"
          icon={<Trash2 />}
          showLabel
          isDisabled={shown.length === 0}
        />
        <span className={part.said}>
          {shown.length === 0 ? "" : `${shown.length.toLocaleString()} chosen`}
        </span>
        <span className={part.spring} />
        <Button
          label="Empty the trash"
          isDisabled={trash.count === 0}
          onPress={() => changeProjectState({ toPurge: "everything" })}
        />
      </div>
      {toPurge !== null && <PurgeQuestion things={toPurge} count={trash.count} />}
      <div className={part.scroller} data-scope="trash">
        {things.length === 0 ? (
          <p className={part.empty}>
            {trash.count === 0
              ? "The trash is empty. What you remove from the project lies here until you restore it or delete it for good."
              : "Nothing of this kind is in the trash."}
          </p>
        ) : (
          <TrashTable things={things} chosen={shown} />
        )}
        {trash.count > trash.things.length && (
          <p className={part.empty}>
            {`The newest ${shownThings} of ${countWords(trash.count, "thing")} are shown.`}
          </p>
        )}
      </div>
    </section>
  );
}

function TrashTable(properties: {
  things: readonly TrashedThing[];
  chosen: readonly TrashedThing[];
}) {
  const { things, chosen } = properties;
  const list = useWantedFocus();
  const onKeys = useScopeKeys("trash");
  return (
    <div onKeyDownCapture={onKeys}>
      <Table
        ref={list}
        className={part.table ?? ""}
        aria-label="Things in the trash, newest first"
        selectionMode="multiple"
        selectionBehavior="replace"
        selectedKeys={chosen.map(keyOf)}
        onSelectionChange={(keys) =>
          changeProjectState({
            chosen: things.filter((thing) => keys === "all" || keys.has(keyOf(thing))).map(refOf),
            toPurge: null,
          })
        }
      >
        <TableHeader>
          <Column>Kind</Column>
          <Column isRowHeader>What</Column>
          <Column>Removed</Column>
          <Column>Comes back with it</Column>
        </TableHeader>
        <TableBody items={things}>
          {(thing) => (
            <Row id={keyOf(thing)} className={part.row ?? ""} textValue={thing.name}>
              <Cell className={part.soft ?? ""}>{trashKindWords[thing.kind]}</Cell>
              <Cell className={part.what ?? ""}>
                <span className={part.words} dir="auto" title={thing.name}>
                  {thing.name}
                </span>
                {thing.articleTitle !== null && (
                  <span className={part.words} dir="auto">
                    <span className={part.soft}>in </span>
                    {thing.articleTitle}
                  </span>
                )}
              </Cell>
              <Cell className={part.why ?? ""}>
                <time dateTime={thing.trashedAt}>{momentWords(thing.trashedAt)}</time>
                <span className={part.words} dir="auto">
                  {[thing.change, thing.who].filter((word) => word !== null).join(", ")}
                </span>
              </Cell>
              <Cell className={part.soft ?? ""}>{belongingsWords(thing)}</Cell>
            </Row>
          )}
        </TableBody>
      </Table>
    </div>
  );
}

function PurgeQuestion(properties: { things: readonly TrashRef[] | "everything"; count: number }) {
  const { things, count } = properties;
  const run = useCommand();
  const number = things === "everything" ? count : things.length;
  const purge = async () => {
    const answer = await run("trash.purge", {
      things: things === "everything" ? things : [...things],
    });
    changeProjectState({ toPurge: null });
    if (answer !== null) {
      changeProjectState({ chosen: [] });
      announce(`${countWords(answer.purged, "thing")} deleted for good; undo brings them back`);
    }
  };
  return (
    <ConfirmBar
      question={`Delete ${countWords(number, "thing")} for good?`}
      yes="Delete for good"
      no="Keep in the trash"
      onYes={() => void purge()}
      onNo={() => changeProjectState({ toPurge: null })}
    >
      Links, cards and highlights that belong to them go with them. Undo brings all back; a backup
      is made first. The history of the project keeps what it says about them.
    </ConfirmBar>
  );
}

function refOf({ kind, id }: TrashRef): TrashRef {
  return { kind, id };
}
