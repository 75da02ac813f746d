import { useLayoutEffect, useRef, useState } from "react";
import type { DragEvent, KeyboardEvent } from "react";

import styles from "./quote.module.css";

/** A quote that opens its passage. A long one shows its first lines and a button for the rest. */
export function Quote(properties: {
  text: string;
  isWhole: boolean;
  onWhole: (isWhole: boolean) => void;
  keys: string;
  /** Id of the element that says which keys act here. */
  describedBy: string;
  onKeyDown: (event: KeyboardEvent) => void;
  onOpen: () => void;
  /** Gives what is dragged its passage: onto the board, another claim or into a briefing. */
  onDragStart: (event: DragEvent) => void;
}) {
  const { text, isWhole, onWhole } = properties;
  const words = useRef<HTMLSpanElement>(null);
  const [isClipped, setIsClipped] = useState(false);
  useLayoutEffect(() => {
    const element = words.current;
    if (element === null || isWhole) {
      return undefined;
    }
    const measure = () => setIsClipped(element.scrollHeight > element.clientHeight + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [isWhole]);

  return (
    <div className={styles.quote} draggable onDragStart={properties.onDragStart}>
      <button
        type="button"
        className={styles.open}
        data-quote
        aria-describedby={properties.describedBy}
        aria-keyshortcuts={properties.keys}
        onKeyDown={properties.onKeyDown}
        onClick={properties.onOpen}
      >
        <span ref={words} className={styles.words} data-whole={isWhole ? "" : undefined} dir="auto">
          {text}
        </span>
      </button>
      {(isClipped || isWhole) && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={isWhole}
          onClick={() => onWhole(!isWhole)}
        >
          {isWhole ? "Show less" : "Show all"}
        </button>
      )}
    </div>
  );
}
