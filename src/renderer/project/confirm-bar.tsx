import type { ReactNode } from "react";

import { Button } from "../ui/button.tsx";
import { useReturnFocus } from "../ui/return-focus.ts";

import styles from "./confirm-bar.module.css";

/** Asks before something is replaced or deleted, in its place; the safe answer has the focus. */
export function ConfirmBar(properties: {
  question: string;
  /** What is safe, and how it can be taken back. */
  children: ReactNode;
  yes: string;
  no: string;
  onYes: () => void;
  onNo: () => void;
}) {
  const { question, children, yes, no, onYes, onNo } = properties;
  useReturnFocus();
  return (
    <section
      className={styles.bar}
      role="alertdialog"
      aria-label={question}
      onKeyDownCapture={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          onNo();
        }
      }}
    >
      <div className={styles.words}>
        <strong>{question}</strong>
        <p>{children}</p>
      </div>
      <div className={styles.answers}>
        <Button label={no} autoFocus onPress={onNo} />
        <Button label={yes} kind="danger" onPress={onYes} />
      </div>
    </section>
  );
}
