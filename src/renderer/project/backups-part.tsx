import { CircleAlert, CircleCheck, Save, Settings2, X } from "lucide-react";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "react-aria-components";

import type { Backup, BackupId } from "#contract/backup";

import { ActionButton } from "../actions/action-button.tsx";
import { useRequest } from "../state/requests.tsx";
import { Button } from "../ui/button.tsx";
import { BackupDetail } from "./backup-detail.tsx";
import { BackupSettingsForm } from "./backup-settings-form.tsx";
import { changeProjectState, useProjectState } from "./project-state.ts";
import { contentsWords, momentWords, reasonWords, sizeWords } from "./project-words.ts";
import { useWantedFocus } from "./use-wanted-focus.ts";

import styles from "./backups-part.module.css";
import part from "./part.module.css";

/** Every backup with what it holds; beside it, what restoring the chosen one would change. */
export function BackupsPart() {
  const answer = useRequest("backup.list", {});
  const { backupId, areSettingsOpen, underWay, keptAs } = useProjectState();
  const backups = answer.data?.backups ?? [];
  const notices = answer.data?.notices ?? [];
  const chosen = backups.find(({ id }) => id === backupId) ?? backups[0];
  return (
    <section className={part.part} aria-label="Backups and restore">
      <div className={part.tools}>
        <ActionButton
          action="backup.make"
          icon={<Save />}
          showLabel
          isDisabled={underWay !== null}
        />
        <Button
          label="Where backups go"
          icon={<Settings2 />}
          showLabel
          isPressed={areSettingsOpen}
          onPress={() => changeProjectState({ areSettingsOpen: !areSettingsOpen })}
        />
        <span className={part.said} role="status">
          {underWay}
        </span>
      </div>
      {keptAs !== null && (
        <div className={part.note}>
          <p>
            The backup was restored. The project that it replaced is kept beside it as{" "}
            <strong>{keptAs}</strong>.
          </p>
          <Button
            label="Dismiss"
            icon={<X />}
            onPress={() => changeProjectState({ keptAs: null })}
          />
        </div>
      )}
      {notices.map((notice) => (
        <p key={notice} className={part.note} role="note">
          {notice}
        </p>
      ))}
      {areSettingsOpen && <BackupSettingsForm />}
      {answer.error !== null ? (
        <p className={part.empty}>{answer.error.message}</p>
      ) : answer.data === undefined ? null : chosen === undefined ? (
        <p className={part.empty}>
          No backups yet. One is made by itself before the first risky change and every ten minutes
          in which something changes; or make one now.
        </p>
      ) : (
        <div className={styles.halves}>
          <div className={part.scroller}>
            <BackupTable backups={backups} chosenId={chosen.id} />
          </div>
          <BackupDetail key={chosen.id} backup={chosen} />
        </div>
      )}
    </section>
  );
}

function BackupTable({ backups, chosenId }: { backups: readonly Backup[]; chosenId: BackupId }) {
  const list = useWantedFocus();
  return (
    <Table
      ref={list}
      className={part.table ?? ""}
      aria-label="Backups, newest first"
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={[chosenId]}
      onSelectionChange={(keys) => {
        const chosen = backups.find(({ id }) => keys !== "all" && keys.has(id));
        if (chosen !== undefined) {
          changeProjectState({ backupId: chosen.id, isRestoreAsked: false });
        }
      }}
    >
      <TableHeader>
        <Column isRowHeader>Made</Column>
        <Column>Holds</Column>
        <Column>Verified</Column>
      </TableHeader>
      <TableBody items={backups}>
        {(backup) => (
          <Row id={backup.id} className={part.row ?? ""} textValue={momentWords(backup.at)}>
            <Cell className={styles.moment ?? ""}>
              <time dateTime={backup.at}>{momentWords(backup.at)}</time>
              <span className={styles.second}>{reasonWords[backup.reason]}</span>
            </Cell>
            <Cell>
              {contentsWords(backup.contents)}
              <span className={styles.second}>{sizeWords(backup.sizeBytes)}</span>
            </Cell>
            <Cell className={styles.verdict ?? ""} data-good={backup.isGood ? "" : undefined}>
              {backup.isGood ? <CircleCheck aria-hidden /> : <CircleAlert aria-hidden />}
              {backup.isGood ? "No fault" : "Has faults"}
            </Cell>
          </Row>
        )}
      </TableBody>
    </Table>
  );
}
