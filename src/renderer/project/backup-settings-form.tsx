import { FolderOpen } from "lucide-react";

import type { BackupPlaceId, BackupSettings } from "#contract/backup";

import { useShell } from "../actions/run-action.ts";
import { Choice } from "../claims/choice.tsx";
import { useRequest } from "../state/requests.tsx";
import { messageOf, useCommand } from "../state/use-command.ts";
import { announce, showFailure } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { sizeWords } from "./project-words.ts";

import styles from "./backup-settings-form.module.css";

const gigabyte = 1024 ** 3;
const offeredSizes = [0.5, 1, 2, 5, 10, 20, 50, 100].map((count) => count * gigabyte);

/** Where backups are kept, what they may take, and which second drive gets a copy of each. */
export function BackupSettingsForm() {
  const settings = useRequest("backup.settings", {}).data;
  return settings === undefined ? null : <Form settings={settings} />;
}

function Form({ settings }: { settings: BackupSettings }) {
  const run = useCommand();
  const { folder, maxBytes, second, places } = settings;
  const sizes = [...new Set([...offeredSizes, maxBytes])].toSorted((a, b) => a - b);
  const setSize = async (bytes: number) => {
    if ((await run("backup.configure", { maxBytes: bytes })) !== null) {
      announce(`Backups take ${sizeWords(bytes)} at most`);
    }
  };
  const setSecond = async (secondPlace: BackupPlaceId | null) => {
    const changed = await run("backup.configure", { secondPlace });
    if (changed !== null) {
      announce(
        changed.second === null
          ? "Backups go to one folder only"
          : `A copy of each backup goes to ${changed.second.path}`,
      );
    }
  };
  return (
    <section className={styles.form} aria-label="Where backups go">
      <dl className={styles.rows}>
        <dt>Kept in</dt>
        <dd className={styles.path}>{folder}</dd>
        <dt>Together at most</dt>
        <dd>
          <Choice
            label="What the backups of a project may take together"
            options={sizes.map((bytes) => ({ id: String(bytes), words: sizeWords(bytes) }))}
            chosen={String(maxBytes)}
            onChoose={(id) => void setSize(Number(id))}
          />
          <span className={styles.hint}>
            The oldest go first; the newest good one always stays.
          </span>
        </dd>
        <dt>A copy of each to</dt>
        <dd>
          <Choice
            label="Second place for backups"
            options={[
              { id: "none", words: "No second place" },
              ...(second === null ? [] : [{ id: "now", words: second.path }]),
              ...places.map((place) => ({
                id: place.id,
                words: `${place.path}, ${sizeWords(place.freeBytes)} free${
                  place.isOnSameDrive ? " (same drive as the project)" : ""
                }`,
              })),
            ]}
            chosen={second === null ? "none" : "now"}
            onChoose={(id) => void setSecond(id === "none" ? null : (id as BackupPlaceId))}
          />
          <AnyFolder />
          <span className={styles.hint}>
            {second !== null && !second.isReachable
              ? "It is not there now. Connect its drive; the next backup goes there too."
              : places.some(({ isOnSameDrive }) => !isOnSameDrive)
                ? "Another drive is safest."
                : "Connect another drive and open this again: another drive is safest."}
          </span>
        </dd>
      </dl>
    </section>
  );
}

/** A page never names a path: where the host has a dialog, that asks; elsewhere the command line does. */
function AnyFolder() {
  const { chooseBackupFolder } = useShell();
  if (chooseBackupFolder !== null) {
    const choose = async () => {
      try {
        if (await chooseBackupFolder()) {
          announce("A copy of each backup goes to the folder that you chose");
        }
      } catch (error) {
        showFailure(messageOf(error));
      }
    };
    return (
      <Button
        label="Choose a folder"
        icon={<FolderOpen />}
        showLabel
        onPress={() => void choose()}
      />
    );
  }
  return (
    <span className={styles.hint}>
      Any other folder: <code>corroboard backup-folder FOLDER</code>
    </span>
  );
}
