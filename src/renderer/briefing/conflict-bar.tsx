import { messageOf } from "../state/use-command.ts";
import { announce, showFailure } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import type { BriefingKeeper } from "./briefing-keeper.ts";

import styles from "./conflict-bar.module.css";

/** Another window changed the briefing while this one was written in: neither version is lost. */
export function ConflictBar({ keeper }: { keeper: BriefingKeeper }) {
  const settle = (work: () => Promise<string>) => {
    work().then(announce, (error: unknown) => showFailure(messageOf(error)));
  };
  return (
    <div className={styles.bar} role="alert">
      <p className={styles.words}>
        This briefing was changed in another window too. Nothing is lost: choose how to go on.
      </p>
      <Button
        label="Keep both"
        kind="primary"
        hint="Show the other version, and keep what is here as a briefing of its own"
        onPress={() => settle(async () => `Yours is kept as “${await keeper.keepBoth()}”`)}
      />
      <Button
        label="Keep mine"
        hint="What is here takes the place of the other version; undo brings that back"
        onPress={() =>
          settle(async () => {
            await keeper.keepMine();
            return "Saved; undo brings the other version back";
          })
        }
      />
    </div>
  );
}
