import { useState } from "react";
import type { ClipboardEvent, FormEvent } from "react";

import styles from "./use-limit.module.css";

type Field = HTMLTextAreaElement | HTMLInputElement;

/**
 * Says what a field leaves out because it is full. Give `limited` to the field, and show `note` below it.
 * @param maxUtf16 UTF-16 code units that fit, as the contract has it
 */
export function useLimit(maxUtf16: number) {
  /** How many code units did not fit; 0 while all did. */
  const [leftOut, setLeftOut] = useState(0);
  return {
    limited: {
      maxLength: maxUtf16,
      onPaste: (event: ClipboardEvent<Field>) => {
        const pasted = event.clipboardData.getData("text").replaceAll("\r\n", "\n");
        setLeftOut(Math.max(lengthWith(event.currentTarget, pasted) - maxUtf16, 0));
      },
      onBeforeInput: (event: FormEvent<Field>) => {
        // React makes this event of several native ones; that of a key which only breaks a line has no data.
        const { data } = event.nativeEvent as { data?: string | null };
        if (typeof data === "string" && lengthWith(event.currentTarget, data) > maxUtf16) {
          setLeftOut(data.length);
        }
      },
      onInput: (event: FormEvent<Field>) => {
        if (event.currentTarget.value.length < maxUtf16) {
          setLeftOut(0);
        }
      },
    },
    note:
      leftOut === 0 ? null : (
        <p className={styles.note} role="alert">
          {`${maxUtf16.toLocaleString("en")} characters fit here; the last ${leftOut.toLocaleString("en")} were left out.`}
        </p>
      ),
  };
}

function lengthWith(field: Field, added: string): number {
  const chosen = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
  return field.value.length - chosen + added.length;
}
