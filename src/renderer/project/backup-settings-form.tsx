import type { BackupPlaceId, BackupSettings } from "#contract/backup";

import { Choice } from "../claims/choice.tsx";
import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { announce } from "../state/workbench.ts";
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
