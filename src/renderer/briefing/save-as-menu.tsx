import { ChevronDown } from "lucide-react";
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";

import type { ExportFormat } from "#contract/export";
import type { BoardId } from "#contract/ids";

import { useShell } from "../actions/run-action.ts";
import { useSend } from "../state/requests.tsx";
import { messageOf } from "../state/use-command.ts";
import { announce, showFailure } from "../state/workbench.ts";

import styles from "./save-as-menu.module.css";

const formats: readonly { format: ExportFormat; name: string; hint: string }[] = [
  { format: "html", name: "Web page", hint: "one file, for reading and printing" },
  { format: "csv", name: "Tables (CSV)", hint: "claims, evidence and highlights" },
  { format: "json", name: "Whole project (JSON)", hint: "for other programs, and to import again" },
];

/** The briefing in the other formats. */
export function SaveAsMenu(properties: { scope: "project" | "board"; boardId: BoardId | null }) {
  const request = useSend();
  const shell = useShell();
  const save = async (format: ExportFormat) => {
    try {
      const { scope: kind, boardId } = properties;
      const scope = { kind, ...(boardId === null ? {} : { boardId }) };
      const document = await request("export.document", { format, scope });
      const { content, fileName } = document;
      if (content.kind === "text") {
        if (!(await shell.saveText(fileName, content.text))) {
          return;
        }
      } else if (content.kind === "folder") {
        for (const { path, text } of content.files) {
          if (!(await shell.saveText(path, text))) {
            return;
          }
        }
      }
      announce(`Saved ${fileName}${document.warnings.map((warning) => `. ${warning}`).join("")}`);
    } catch (error) {
      showFailure(messageOf(error));
    }
  };
  return (
    <MenuTrigger>
      <AriaButton className={styles.trigger ?? ""}>
        Save as
        <ChevronDown />
      </AriaButton>
      <Popover className={styles.popover ?? ""} placement="bottom start" offset={4}>
        <Menu className={styles.menu ?? ""} aria-label="Format">
          {formats.map(({ format, name, hint }) => (
            <MenuItem
              key={format}
              className={styles.item ?? ""}
              textValue={name}
              onAction={() => void save(format)}
            >
              <span>{name}</span>
              <span className={styles.hint}>{hint}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
