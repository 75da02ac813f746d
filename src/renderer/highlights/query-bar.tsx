import { CircleHelp, Grid3x3, Save, Trash2 } from "lucide-react";
import { useState } from "react";

import { ActionButton } from "../actions/action-button.tsx";
import { Choice } from "../claims/choice.tsx";
import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { announce } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { changeTableFilter, useHighlightTable } from "./table-state.ts";
import { goDownToTable } from "./table-toolbar.tsx";

import styles from "./query-bar.module.css";

const nothing: readonly never[] = [];

/** Asks the highlights a question, and keeps questions by name. Enter asks. */
export function QueryBar({ fault }: { fault: string | null }) {
  const query = useHighlightTable((state) => state.filter.query);
  const savedQueryId = useHighlightTable((state) => state.savedQueryId);
  const shown = useHighlightTable((state) => state.shown);
  const saved = useRequest("highlight-query.list", {}).data ?? nothing;
  const current = saved.find(({ id }) => id === savedQueryId);
  const [typed, setTyped] = useState(query);
  const [known, setKnown] = useState(query);
  const [isHelping, setIsHelping] = useState(false);
  const [isNaming, setIsNaming] = useState(false);
  const run = useCommand();
  if (known !== query) {
    setKnown(query);
    setTyped(query); // a saved one was chosen, or all filters cleared
  }
  const ask = () => changeTableFilter({ query: typed.trim() });

  const save = async (name: string) => {
    const isSame = current?.name.toLowerCase() === name.trim().toLowerCase();
    const made = await run("highlight-query.save", {
      name,
      text: typed,
      ...(current !== undefined && isSame ? { queryId: current.id } : {}),
    });
    if (made !== null) {
      useHighlightTable.setState({ savedQueryId: made.id });
      changeTableFilter({ query: made.text });
      setIsNaming(false);
      announce(`Query ${made.name} saved: ${made.count} highlights`);
    }
  };

  return (
    <div className={styles.row}>
      <form
        className={styles.bar}
        role="search"
        aria-label="Ask the highlights"
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <input
          className={styles.field}
          aria-label="Query"
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : "query-fault"}
          placeholder="Query, such as: Threat near/1 Troops and not stance:supports"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          maxLength={4_000}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={ask}
          onKeyDown={goDownToTable}
        />
        {saved.length > 0 && (
          <Choice<string>
            label="Saved queries"
            options={[
              { id: "", words: "None of these", short: "Saved queries" },
              ...saved.map(({ id, name, count }) => ({ id, words: `${name} (${count})` })),
            ]}
            chosen={current?.id ?? ""}
            isStrong={current !== undefined}
            onChoose={(id) => {
              const chosen = saved.find((each) => each.id === id);
              useHighlightTable.setState({ savedQueryId: chosen?.id ?? null });
              changeTableFilter({ query: chosen?.text ?? "" });
            }}
          />
        )}
        <Button
          label="Save query"
          icon={<Save />}
          isDisabled={typed.trim() === ""}
          isPressed={isNaming}
          onPress={() => setIsNaming(!isNaming)}
        />
        {current !== undefined && (
          <Button
            label={`Remove query ${current.name}`}
            icon={<Trash2 />}
            onPress={() => {
              useHighlightTable.setState({ savedQueryId: null });
              void run("highlight-query.trash", { queryId: current.id });
            }}
          />
        )}
        <Button
          label="How to ask"
          icon={<CircleHelp />}
          isPressed={isHelping}
          onPress={() => setIsHelping(!isHelping)}
        />
        <ActionButton
          action="highlights.together"
          label="Tags together"
          icon={<Grid3x3 />}
          showLabel
          isPressed={shown === "together"}
        />
      </form>
      {isNaming && (
        <NameField name={current?.name ?? ""} onSave={save} onClose={() => setIsNaming(false)} />
      )}
      {fault !== null && (
        <p id="query-fault" className={styles.fault} role="alert">
          {fault}
        </p>
      )}
      {fault === null && current?.problem !== null && current !== undefined && (
        <p className={styles.fault}>{current.problem}</p>
      )}
      {isHelping && <QueryHelp />}
    </div>
  );
}

function NameField(properties: {
  name: string;
  onSave: (name: string) => Promise<void>;
  onClose: () => void;
}) {
  const [name, setName] = useState(properties.name);
  return (
    <form
      className={styles.naming}
      aria-label="Save the query"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") {
          void properties.onSave(name);
        }
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          properties.onClose();
        }
      }}
    >
      <input
        className={styles.field}
        aria-label="Name of the query"
        placeholder="Name, then Enter; the name it has changes it"
        dir="auto"
        autoFocus
        maxLength={1_000}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
    </form>
  );
}

const help: readonly (readonly [string, string])[] = [
  ["Threat", "carries the tag Threat or one below it; only:Threat for the tag alone"],
  ["A and B, A or B, not A", "and, or, not; brackets group: (A or B) and not C"],
  ["A overlaps B", "shares characters with one of B; A not overlaps B for those that do not"],
  ["A within B", "lies inside one of B"],
  ["A near B", "in the same paragraph as one of B; near/2: at most two sentences away"],
  ["text:words", "the quote holds the words; note:, article: and source: likewise"],
  ["stance:disputes", "evidence with that stance; stance:none for evidence of no claim"],
  ["any, untagged, noted", "all highlights, those without a tag, those with a note"],
  ['"and"', "quotation marks for names with such words or signs in them"],
];

function QueryHelp() {
  return (
    <dl className={styles.help}>
      {help.map(([example, meaning]) => (
        <div key={example}>
          <dt>
            <code>{example}</code>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
