import { useState } from "react";

import type { BriefingTemplate } from "#contract/briefing";
import type { BoardId } from "#contract/ids";

import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { announce, useWorkbench } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { showBriefing, useBriefing } from "./briefing-state.ts";

import styles from "./new-briefing.module.css";

const blank: BriefingTemplate = {
  id: "blank",
  name: "Blank page",
  purpose: "Nothing is filled in.",
  isOwn: false,
};

/** Begins a briefing: blank, or drafted from the board by a template. */
export function NewBriefing() {
  const run = useCommand();
  const chosenBoard = useWorkbench((state) => state.boardId);
  const projectTitle = useRequest("project.read", {}).data?.title ?? "";
  const templates = useRequest("briefing.templates", {});
  const [title, setTitle] = useState<string | null>(null);
  const boards = useRequest("board.list", {}).data ?? [];
  const [pickedBoard, setPickedBoard] = useState<BoardId | null>(null);
  const boardId = pickedBoard ?? chosenBoard ?? boards[0]?.id ?? null;
  const [templateId, setTemplateId] = useState("bottom-line-up-front");
  const shown = title ?? projectTitle;
  const begin = async () => {
    if (shown.trim() === "") {
      return;
    }
    const briefing = await run("briefing.create", {
      title: shown,
      ...(templateId === blank.id ? {} : { templateId, ...(boardId === null ? {} : { boardId }) }),
    });
    if (briefing !== null) {
      showBriefing(briefing.id);
      announce(`Began “${briefing.title}”`);
    }
  };
  return (
    <form
      className={styles.form}
      aria-label="New briefing"
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          useBriefing.setState({ isBeginning: false });
        } else if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
          // On a choice of a form without a submit button Enter would do nothing.
          event.preventDefault();
          void begin();
        }
      }}
    >
      <label className={styles.title}>
        <span>Title</span>
        <input
          className={styles.field}
          autoFocus
          dir="auto"
          required
          maxLength={1_000}
          value={shown}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      {boards.length > 1 && (
        <label className={styles.title}>
          <span>Board</span>
          <select
            className={styles.field}
            value={boardId ?? ""}
            onChange={({ target: { value } }) =>
              setPickedBoard(boards.find(({ id }) => id === value)?.id ?? null)
            }
          >
            {boards.map(({ id, title: name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <fieldset className={styles.templates}>
        <legend className={styles.legend}>Draft from the board, in this form</legend>
        {[...(templates.data?.templates ?? []), blank].map((template) => (
          <label key={template.id} className={styles.template}>
            <input
              type="radio"
              name="template"
              aria-label={template.name}
              aria-describedby={`purpose-${template.id}`}
              value={template.id}
              checked={template.id === templateId}
              onChange={() => setTemplateId(template.id)}
            />
            <span>
              <span className={styles.name}>
                {template.name}
                {template.isOwn ? " (your own)" : ""}
              </span>
              <span id={`purpose-${template.id}`} className={styles.purpose}>
                {template.purpose}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className={styles.buttons}>
        <Button
          label={templateId === blank.id ? "Begin" : "Draft"}
          kind="primary"
          isDisabled={shown.trim() === ""}
          onPress={() => void begin()}
        />
        <Button label="Cancel" onPress={() => useBriefing.setState({ isBeginning: false })} />
        <Button label="Read the templates again" onPress={() => void templates.refetch()} />
      </div>
      <p className={styles.hint}>
        A draft holds your claims, notes and quotes, and nothing else. Your own templates: put{" "}
        <code>.md</code> files into <code>{templates.data?.ownFolder}</code>
      </p>
      {(templates.data?.refused ?? []).map((sentence) => (
        <p key={sentence} className={styles.refused}>
          {sentence}
        </p>
      ))}
    </form>
  );
}
