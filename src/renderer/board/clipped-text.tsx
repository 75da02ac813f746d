import { useLayoutEffect, useRef, useState } from "react";

import styles from "./clipped-text.module.css";

/** The words of a card. What does not fit is faded out, and a button shows the whole over the canvas. */
export function ClippedText(properties: {
  text: string;
  look: "statement" | "quote" | "note";
  /** Shown instead of no text. */
  placeholder?: string;
}) {
  const { text, look, placeholder = "" } = properties;
  const outer = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLParagraphElement>(null);
  const [isClipped, setIsClipped] = useState(false);
  const [isWhole, setIsWhole] = useState(false);

  useLayoutEffect(() => {
    const measure = () => {
      const [box, words] = [outer.current, inner.current];
      if (box !== null && words !== null) {
        // Half a line more than fits is not worth a button.
        setIsClipped(words.offsetHeight > box.clientHeight + 6);
      }
    };
    const observer = new ResizeObserver(measure);
    for (const element of [outer.current, inner.current]) {
      if (element !== null) {
        observer.observe(element);
      }
    }
    return () => observer.disconnect();
  }, []);

  return (
    <div
      ref={outer}
      className={styles.box}
      data-look={look}
      data-clipped={isClipped && !isWhole ? "" : undefined}
      data-whole={isWhole ? "" : undefined}
    >
      <div className={isWhole ? `${styles.sheet ?? ""} nowheel` : undefined}>
        <p ref={inner} dir="auto" className={styles.text}>
          {text === "" ? <span className={styles.placeholder}>{placeholder}</span> : text}
        </p>
        {isWhole && <ToggleButton isWhole onPress={() => setIsWhole(false)} />}
      </div>
      {isClipped && !isWhole && <ToggleButton isWhole={false} onPress={() => setIsWhole(true)} />}
    </div>
  );
}

function ToggleButton({ isWhole, onPress }: { isWhole: boolean; onPress: () => void }) {
  return (
    <button
      type="button"
      className={`${styles.toggle ?? ""} nodrag nopan`}
      aria-expanded={isWhole}
      onClick={(event) => {
        event.stopPropagation();
        onPress();
      }}
    >
      {isWhole ? "Show less" : "Show all"}
    </button>
  );
}
