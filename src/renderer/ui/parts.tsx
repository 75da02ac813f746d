import type { ReactNode } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";

import styles from "./parts.module.css";

export type PartName<Part extends string> = { readonly part: Part; readonly name: string };

/** A view of several parts, one of which is shown; the bar above chooses it. */
export function Parts<Part extends string>(properties: {
  readonly label: string;
  readonly parts: readonly PartName<Part>[];
  readonly shown: Part;
  readonly onShow: (part: Part) => void;
  /** Said beside the name of a part, where there is something to count. */
  readonly countOf?: (part: Part) => number;
  readonly children: ReactNode;
}) {
  const { label, parts, shown, onShow, countOf, children } = properties;
  return (
    <div className={styles.view}>
      <ToggleButtonGroup
        className={styles.parts ?? ""}
        aria-label={label}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[shown]}
        onSelectionChange={(keys) => {
          const chosen = parts.find(({ part }) => keys.has(part));
          if (chosen !== undefined) {
            onShow(chosen.part);
          }
        }}
      >
        {parts.map(({ part, name }) => {
          const count = countOf?.(part) ?? 0;
          return (
            <ToggleButton key={part} id={part} className={styles.choice ?? ""}>
              {name}
              {count > 0 && <span className={styles.count}>{count.toLocaleString()}</span>}
            </ToggleButton>
          );
        })}
      </ToggleButtonGroup>
      <div className={styles.shown} data-part={shown} tabIndex={-1}>
        {children}
      </div>
    </div>
  );
}
