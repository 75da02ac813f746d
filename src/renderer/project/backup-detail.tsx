import { RotateCcw } from "lucide-react";

import type { Backup, BackupDifference } from "#contract/backup";

import { useRequest } from "../state/requests.tsx";
import { messageOf, useCommand } from "../state/use-command.ts";
import { announce } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmBar } from "./confirm-bar.tsx";
import { changeProjectState, useProjectState } from "./project-state.ts";
import { countWords, momentWords, reasonWords } from "./project-words.ts";

import styles from "./backup-detail.module.css";

/** What restoring a backup would change against the project as it is now, and the restore itself. */
export function BackupDetail({ backup }: { backup: Backup }) {
  const answer = useRequest("backup.inspect", { backupId: backup.id });
  const { isRestoreAsked, underWay } = useProjectState();
  const run = useCommand();
  const restore = async () => {
    changeProjectState({ isRestoreAsked: false, underWay: "Restoring the backup" });
    try {
      const answered = await run("backup.restore", { backupId: backup.id });
      if (answered !== null) {
        changeProjectState({ keptAs: answered.keptAs });
        announce(`Restored the backup of ${momentWords(backup.at)}`);
      }
    } finally {
      changeProjectState({ underWay: null });
    }
  };
  const difference = answer.data;
  return (
    <section className={styles.detail} aria-label="What restoring would change">
      <header className={styles.header}>
        <h3>{momentWords(backup.at)}</h3>
        <p>{reasonWords[backup.reason]}</p>
      </header>
      <div className={styles.act}>
        <Button
          label="Restore this backup"
          icon={<RotateCcw />}
          showLabel
          isDisabled={underWay !== null || difference === undefined}
          onPress={() => changeProjectState({ isRestoreAsked: true })}
        />
      </div>
      {isRestoreAsked && (
        <ConfirmBar
          question="Put this backup in the place of the project?"
          yes="Restore"
          no="Keep the project as it is"
          onYes={() => void restore()}
          onNo={() => changeProjectState({ isRestoreAsked: false })}
        >
          The project as it is now is backed up first, and its file stays beside it under another
          name.
        </ConfirmBar>
      )}
      <div className={styles.scroller} tabIndex={0} role="group" aria-label="Differences">
        {answer.error !== null && <p>{messageOf(answer.error)}</p>}
        {answer.error === null && difference === undefined && <p>Comparing it with the project</p>}
        {difference !== undefined && <Differences difference={difference} />}
      </div>
    </section>
  );
}

function Differences({ difference }: { difference: BackupDifference }) {
  const { isEarlierState, changesSince, changesSinceCount } = difference;
  const isSame = isEarlierState && changesSinceCount === 0;
  return (
    <>
      <p>
        {isSame
          ? "The project is as it was then. Restoring changes nothing."
          : isEarlierState
            ? `Restoring takes back ${countWords(changesSinceCount, "change")} made since.`
            : "This backup is of another line of work: restoring replaces the history too."}
      </p>
      {!isSame && (
        <>
          <Sort one="article" differences={difference.articles} />
          <Sort one="highlight" differences={difference.highlights} />
          <Sort one="claim" differences={difference.claims} />
        </>
      )}
      {changesSince.length > 0 && (
        <>
          <h4>Changes since, newest first</h4>
          <ol className={styles.changes}>
            {changesSince.map(({ at, label }, index) => (
              <li key={`${index} ${at}`}>
                <time dateTime={at}>{new Date(at).toLocaleTimeString()}</time>
                <span dir="auto">{label}</span>
              </li>
            ))}
            {changesSinceCount > changesSince.length && (
              <li>{`and ${countWords(changesSinceCount - changesSince.length, "older one")}`}</li>
            )}
          </ol>
        </>
      )}
    </>
  );
}

function Sort(properties: { one: string; differences: BackupDifference["claims"] }) {
  const { one, differences } = properties;
  const { onlyNow, onlyInBackup, changed, examplesOnlyNow, examplesOnlyInBackup } = differences;
  if (onlyNow + onlyInBackup + changed === 0) {
    return null;
  }
  return (
    <>
      {onlyNow > 0 && (
        <Gone heading={`${countWords(onlyNow, one)} would be gone`} examples={examplesOnlyNow} />
      )}
      {onlyInBackup > 0 && (
        <Gone
          heading={`${countWords(onlyInBackup, one)} would come back`}
          examples={examplesOnlyInBackup}
        />
      )}
      {changed > 0 && <h4>{`${countWords(changed, one)} would be as then`}</h4>}
    </>
  );
}

function Gone({ heading, examples }: { heading: string; examples: readonly string[] }) {
  return (
    <>
      <h4>{heading}</h4>
      <ul className={styles.examples}>
        {examples.map((example, index) => (
          <li key={`${index} ${example}`} dir="auto">
            {example}
          </li>
        ))}
      </ul>
    </>
  );
}
