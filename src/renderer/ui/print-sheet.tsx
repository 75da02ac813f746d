import { useEffect } from "react";
import type { ReactNode } from "react";
import { createPortal } from "react-dom";

import styles from "./print-sheet.module.css";

/**
 * Is printed instead of the page as soon as it is there, whole, black on white. `onDone` is called when the
 * printing, or the dialog for it, is over: take the sheet away then.
 */
export function PrintSheet({ children, onDone }: { children: ReactNode; onDone: () => void }) {
  useEffect(() => {
    window.addEventListener("afterprint", onDone);
    // After the sheet has been laid out.
    const frame = requestAnimationFrame(() => window.print());
    return () => {
      window.removeEventListener("afterprint", onDone);
      cancelAnimationFrame(frame);
    };
  }, [onDone]);
  return createPortal(<div className={styles.sheet}>{children}</div>, document.body);
}
