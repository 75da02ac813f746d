import { useEffect, useRef } from "react";

import type { Finding, FindingFix } from "#contract/briefing";

import { Button } from "../ui/button.tsx";

import styles from "./side-panel.module.css";

/** One finding, with the way to it and, where there is one, what puts it right. */
export function FindingItem(properties: {
  finding: Finding;
  /** Whether it was gone to last: then keys act on it. */
  isCurrent: boolean;
  onShow: () => void;
  onFix: () => void;
}) {
  const { finding, isCurrent } = properties;
  const { rule, message, place, claimId, fix } = finding;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) {
      item.current?.scrollIntoView({ block: "nearest" });
    }
  }, [isCurrent]);
  return (
    <li
      ref={item}
      className={styles.finding}
      data-blocks={rule === "unverified quote" ? "" : undefined}
      aria-current={isCurrent}
    >
      <p className={styles.rule}>
        {rule === "unverified quote" ? `${rule}: keeps the briefing from leaving` : rule}
      </p>
      <p dir="auto">{message}</p>
      <div className={styles.buttons}>
        {(place !== null || claimId !== null) && (
          <Button label="Go there" onPress={properties.onShow} />
        )}
        {fix !== null && (
          <Button
            label={nameOfFix(fix)}
            {...(isCurrent ? { keys: "Mod+." } : {})}
            onPress={properties.onFix}
          />
        )}
      </div>
    </li>
  );
}

function nameOfFix(fix: FindingFix): string {
  switch (fix.kind) {
    case "replace text":
      return `Write “${fix.with.trim()}”`;
    case "set likelihood":
      return `Set the claim to “${fix.likelihood}”`;
    case "highlight again":
      return "Highlight the passage again";
    case "cite passage":
      return "Cite the passage";
    case "cite article":
      return "Cite it at the end";
    case "tell status":
      return "Tell its status";
    case "keep words":
      return "Keep the words as plain text";
  }
}
