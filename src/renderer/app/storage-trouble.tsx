import { useCallback, useEffect } from "react";

import { ActionButton } from "../actions/action-button.tsx";
import { useSend } from "../state/requests.tsx";
import type { Request } from "../state/requests.tsx";
import { tryAgain, useWaitingChanges } from "../state/waiting-changes.ts";
import { announce, showFailure } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";

import styles from "./status-line.module.css";

/** How often it is tried whether the disk takes changes again. */
const againMs = 4_000;

/** While the project cannot be saved: why, what to do, and what waits. Goes away by itself. */
export function StorageTrouble() {
  const { trouble, waiting } = useWaitingChanges();
  const again = useAttempt();
  const hasTrouble = trouble !== null;
  useEffect(() => {
    if (!hasTrouble) {
      return undefined;
    }
    const timer = setInterval(() => void again(), againMs);
    return () => clearInterval(timer);
  }, [hasTrouble, again]);
  useAskBeforeLeaving(waiting.length > 0);
  if (trouble === null) {
    return null;
  }
  return (
    <div className={styles.failure} role="alert">
      <p>
        {waiting.length === 0
          ? trouble.message
          : `The disk is full. ${countOf(waiting.length)} in this window and will be saved as soon as there is space; all before are saved. Free some space, or save a copy elsewhere.`}
      </p>
      <span className={styles.answers}>
        <Button label="Try again" onPress={() => void again()} />
        <ActionButton action="project.save-copy" showLabel />
      </span>
    </div>
  );
}

function useAttempt(): () => Promise<void> {
  const request = useSend();
  return useCallback(() => attemptOnce(request), [request]);
}

/** One at a time, whoever asks for it. */
let underWay: Promise<void> | null = null;

function attemptOnce(request: Request): Promise<void> {
  underWay ??= attempt(request).finally(() => {
    underWay = null;
  });
  return underWay;
}

async function attempt(request: Request): Promise<void> {
  // Each input is as it was given for its name.
  const { saved, refused, isOver } = await tryAgain((name, input) => request(name, input as never));
  const [first] = refused;
  if (first !== undefined) {
    showFailure(`A change that waited could not be saved. ${first}`);
  }
  if (isOver) {
    const rest =
      saved === 0
        ? ""
        : `; ${saved === 1 ? "the change that waited is" : `${saved} changes that waited are`} saved`;
    announce(`The project can be saved again${rest}`);
  }
}

function countOf(count: number): string {
  return count === 1 ? "1 change waits" : `${count} changes wait`;
}

/** What waits is in this page only. */
function useAskBeforeLeaving(isWaiting: boolean): void {
  useEffect(() => {
    if (!isWaiting) {
      return undefined;
    }
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isWaiting]);
}
