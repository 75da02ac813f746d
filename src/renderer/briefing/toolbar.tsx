import {
  COMMAND_PRIORITY_LOW,
  REDO_COMMAND,
  SELECTION_CHANGE_COMMAND,
  UNDO_COMMAND,
} from "lexical";
import type { LexicalEditor } from "lexical";
import {
  Bold,
  Code,
  Copy,
  Download,
  Heading1,
  Heading2,
  Heading3,
  Image,
  Italic,
  Link,
  List,
  ListOrdered,
  ListTree,
  Quote,
  Redo2,
  Search,
  ShieldCheck,
  SquareCode,
  Table,
  Undo2,
} from "lucide-react";
import { useEffect, useState } from "react";
import { Toolbar as AriaToolbar } from "react-aria-components";

import type { Briefing } from "#contract/briefing";

import { ActionButton } from "../actions/action-button.tsx";
import { useShell } from "../actions/run-action.ts";
import { ExportMenu } from "../exports/export-menu.tsx";
import { useRequest, useSend } from "../state/requests.tsx";
import { Button } from "../ui/button.tsx";
import type { Keeping } from "./briefing-keeper.ts";
import { useBriefing } from "./briefing-state.ts";
import { verdictOf } from "./checks-panel.tsx";
import { $caretLook, changeTable } from "./editor/block-commands.ts";
import type { CaretLook, TableChange } from "./editor/block-commands.ts";
import { LinkField } from "./link-field.tsx";
import {
  copyBriefingAsMarkdown,
  saveBeforeExport,
  saveBriefingAsMarkdown,
} from "./save-briefing.ts";

import styles from "./toolbar.module.css";

const keepingWords: Record<Keeping, string> = {
  saved: "Saved",
  unsaved: "Writing",
  saving: "Saving",
  conflict: "Not saved",
  failed: "Not saved; trying again",
};

const tableChanges: readonly { change: TableChange; name: string }[] = [
  { change: "add row", name: "Add row" },
  { change: "add column", name: "Add column" },
  { change: "remove row", name: "Remove row" },
  { change: "remove column", name: "Remove column" },
];

/** What can be done with the text, and whether it may leave. */
export function Toolbar(properties: {
  editor: LexicalEditor;
  keeping: Keeping;
  briefing: Briefing;
}) {
  const { editor, keeping, briefing } = properties;
  const look = useCaretLook(editor);
  const { side, isLinking } = useBriefing();
  const request = useSend();
  const shell = useShell();
  const check = useRequest("briefing.check", { briefingId: briefing.id }).data;
  const mayLeave = check?.mayLeave ?? true;
  return (
    <div className={styles.bars}>
      <div className={styles.bar}>
        <Button
          label="Save Markdown"
          icon={<Download />}
          showLabel
          kind="primary"
          isDisabled={!mayLeave}
          hint={mayLeave ? "Save Markdown" : "A quote is not verified: see the checks"}
          onPress={() => void saveBriefingAsMarkdown(request, shell)}
        />
        <Button
          label="Copy as Markdown"
          icon={<Copy />}
          showLabel
          isDisabled={!mayLeave}
          onPress={() => void copyBriefingAsMarkdown(request)}
        />
        <ExportMenu
          of="the briefing"
          scope={{ kind: "briefing", briefingId: briefing.id }}
          isDisabled={!mayLeave}
          prepare={saveBeforeExport}
        />
        <p className={styles.verdict} data-ok={mayLeave ? "" : undefined}>
          {check === undefined ? "Checking" : verdictOf(check)}
        </p>
        <p className={styles.keeping} role="status">
          {keepingWords[keeping]}
        </p>
      </div>
      <AriaToolbar className={styles.bar ?? ""} aria-label="Text of the briefing">
        <Button
          label="Undo typing"
          icon={<Undo2 />}
          onPress={() => editor.dispatchCommand(UNDO_COMMAND, undefined)}
        />
        <Button
          label="Redo typing"
          icon={<Redo2 />}
          onPress={() => editor.dispatchCommand(REDO_COMMAND, undefined)}
        />
        <span className={styles.gap} />
        <ActionButton action="briefing.h1" icon={<Heading1 />} isPressed={look.block === "h1"} />
        <ActionButton action="briefing.h2" icon={<Heading2 />} isPressed={look.block === "h2"} />
        <ActionButton action="briefing.h3" icon={<Heading3 />} isPressed={look.block === "h3"} />
        <ActionButton
          action="briefing.bullet"
          icon={<List />}
          isPressed={look.block === "bullet"}
        />
        <ActionButton
          action="briefing.number"
          icon={<ListOrdered />}
          isPressed={look.block === "number"}
        />
        <ActionButton
          action="briefing.quotation"
          icon={<Quote />}
          isPressed={look.block === "quotation"}
        />
        <ActionButton
          action="briefing.code"
          icon={<SquareCode />}
          isPressed={look.block === "code"}
        />
        <span className={styles.gap} />
        <ActionButton action="briefing.format-bold" icon={<Bold />} isPressed={look.bold} />
        <ActionButton action="briefing.format-italic" icon={<Italic />} isPressed={look.italic} />
        <ActionButton action="briefing.format-code" icon={<Code />} isPressed={look.code} />
        <ActionButton action="briefing.link" icon={<Link />} isPressed={look.link !== null} />
        <ActionButton action="briefing.table" icon={<Table />} />
        <ActionButton action="briefing.board-picture" icon={<Image />} />
        {look.inTable &&
          tableChanges.map(({ change, name }) => (
            <Button key={change} label={name} onPress={() => changeTable(editor, change)} />
          ))}
        <span className={styles.gap} />
        <ActionButton action="briefing.find" icon={<Search />} />
        <ActionButton
          action="briefing.outline"
          label="Outline"
          icon={<ListTree />}
          isPressed={side === "outline"}
        />
        <ActionButton
          action="briefing.checks"
          label="Checks"
          icon={<ShieldCheck />}
          isPressed={side === "checks"}
        />
      </AriaToolbar>
      {isLinking && <LinkField editor={editor} address={look.link} />}
    </div>
  );
}

function useCaretLook(editor: LexicalEditor): CaretLook {
  const [look, setLook] = useState(() => editor.getEditorState().read($caretLook));
  useEffect(() => {
    const update = () =>
      setLook((before) => {
        const now = editor.getEditorState().read($caretLook);
        return JSON.stringify(now) === JSON.stringify(before) ? before : now;
      });
    const stopUpdates = editor.registerUpdateListener(update);
    const stopSelection = editor.registerCommand(
      SELECTION_CHANGE_COMMAND,
      () => {
        queueMicrotask(update);
        return false;
      },
      COMMAND_PRIORITY_LOW,
    );
    return () => {
      stopUpdates();
      stopSelection();
    };
  }, [editor]);
  return look;
}
