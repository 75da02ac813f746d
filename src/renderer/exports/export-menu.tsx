import { Share } from "lucide-react";
import {
  Button as AriaButton,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from "react-aria-components";

import type { ExportScope } from "#contract/export";

import { useShell } from "../actions/run-action.ts";
import { useSend } from "../state/requests.tsx";
import { Button } from "../ui/button.tsx";
import { copyExport } from "./copy-export.ts";
import { exportFormats } from "./export-formats.ts";
import { useExportJob } from "./export-job.ts";
import { saveExport } from "./save-export.ts";

import menuStyles from "../ui/menu.module.css";
import styles from "./export-menu.module.css";

/** Copies or saves exactly what is chosen. While something is written, the way to cancel it stands here. */
export function ExportMenu(properties: {
  /** Such as "the chosen claims". */
  of: string;
  scope: ExportScope;
  /** Only the icon is shown where room is short. */
  isCompact?: boolean;
  isDisabled?: boolean;
  /** Brings the project up to date before it is read; false when that failed. */
  prepare?: () => Promise<boolean>;
}) {
  const { of, scope, isCompact = false, prepare } = properties;
  const request = useSend();
  const shell = useShell();
  const job = useExportJob((state) => state.job);
  if (job !== null) {
    return <Button label={`Cancel ${job.name}`} showLabel onPress={job.cancel} />;
  }
  const whenReady = (work: () => Promise<void>) => async () => {
    if ((await prepare?.()) !== false) {
      await work();
    }
  };
  const formats = exportFormats.filter(
    ({ format }) => format !== "json" || scope.kind === "project",
  );
  return (
    <MenuTrigger>
      <AriaButton
        className={styles.trigger ?? ""}
        aria-label={`Export ${of}`}
        isDisabled={properties.isDisabled ?? false}
      >
        <Share aria-hidden="true" />
        {!isCompact && <span>Export</span>}
      </AriaButton>
      <Popover className={menuStyles.popover ?? ""} placement="bottom start" offset={4}>
        <Menu className={menuStyles.menu ?? ""} aria-label={`Export ${of}`}>
          <MenuSection>
            <Header className={styles.header ?? ""}>Copy</Header>
            {(["markdown", "rich text"] as const).map((as) => (
              <MenuItem
                key={as}
                className={`${menuStyles.item} ${styles.item}`}
                textValue={as}
                onAction={() => void whenReady(() => copyExport(request, { as, scope }))()}
              >
                <span>{as === "markdown" ? "As Markdown" : "As rich text"}</span>
                <span className={styles.hint}>
                  {as === "markdown" ? "for plain text" : "for word processors and mail"}
                </span>
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection>
            <Header className={styles.header ?? ""}>Save</Header>
            {formats.map(({ format, name, hint }) => (
              <MenuItem
                key={format}
                className={`${menuStyles.item} ${styles.item}`}
                textValue={name}
                onAction={() =>
                  void whenReady(() => saveExport(request, shell, { format, scope }))()
                }
              >
                <span>{name}</span>
                <span className={styles.hint}>{hint}</span>
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
