import { useState } from "react";
import type { ReactNode } from "react";

import styles from "./text-row.module.css";

/**
 * A labelled field that is saved when it is left or Enter is pressed; Escape takes typing back. With
 * `rows` it holds several lines, and Enter is a line end.
 */
export function TextRow(properties: {
  label: string;
  value: string;
  rows?: number;
  placeholder?: string;
  /** Why the typed text cannot be saved, or null. */
  faultOf?: (text: string) => string | null;
  aside?: ReactNode;
  autoSelect?: boolean;
  onSave: (text: string) => void;
}) {
  const { label, value, rows, faultOf, onSave } = properties;
  const [draft, setDraft] = useState<string | null>(null);
  const fault = draft === null ? null : (faultOf?.(draft) ?? null);
  const save = () => {
    if (draft !== null && draft !== value && fault === null) {
      onSave(draft);
    }
    if (fault === null) {
      setDraft(null);
    }
  };
  const field = {
    className: styles.field,
    dir: "auto",
    value: draft ?? value,
    placeholder: properties.placeholder,
    "aria-invalid": fault !== null,
    onChange: (event: { target: { value: string } }) => setDraft(event.target.value),
    onBlur: save,
  };
  return (
    <label className={styles.row}>
      <span className={styles.label}>
        {label}
        {properties.aside}
      </span>
      {rows === undefined ? (
        <input
          {...field}
          onKeyDown={(event) => {
            if (event.key === "Enter") {
              save();
            } else if (event.key === "Escape") {
              setDraft(null);
            }
          }}
        />
      ) : (
        <textarea
          {...field}
          rows={rows}
          onKeyDown={(event) => {
            if (event.key === "Escape") {
              setDraft(null);
            }
          }}
        />
      )}
      {fault !== null && (
        <span className={styles.fault} role="alert">
          {fault}
        </span>
      )}
    </label>
  );
}
