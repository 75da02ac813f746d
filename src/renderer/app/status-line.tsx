import { X } from "lucide-react";

import { useConnection } from "../state/connection.ts";
import { showFailure, useWorkbench } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { StorageTrouble } from "./storage-trouble.tsx";

import styles from "./status-line.module.css";

/** What just happened, and what failed. Announced to screen readers; never covers anything. */
export function StatusLine() {
  const announcement = useWorkbench((state) => state.announcement);
  const failure = useWorkbench((state) => state.failure);
  const connection = useConnection((state) => state.connection);
  return (
    <footer className={styles.line}>
      <StorageTrouble />
      {failure !== null && (
        <div className={styles.failure} role="alert">
          <p>{failure}</p>
          <Button label="Dismiss" icon={<X />} onPress={() => showFailure(null)} />
        </div>
      )}
      {connection !== "connected" && (
        <p className={styles.failure} role="alert">
          {connection === "reconnecting"
            ? "The connection to Corroboard was interrupted. Trying again; what was saved is safe."
            : "Corroboard is no longer running. What was saved is safe. Start it again to go on."}
        </p>
      )}
      <p className={styles.announcement} aria-live="polite" role="status" dir="auto">
        {announcement}
      </p>
    </footer>
  );
}
