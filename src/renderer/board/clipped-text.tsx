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
    return watchSizes([outer.current, inner.current], measure);
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

const measures = new WeakMap<Element, () => void>();
/** One for all cards, because hundreds of them come and go while a board is panned. */
let observer: ResizeObserver | null = null;

/** Calls back before the next frame is painted, and after each change of size. @returns what ends it */
function watchSizes(elements: readonly (Element | null)[], measure: () => void): () => void {
  observer ??= new ResizeObserver((entries) => {
    for (const each of new Set(entries.map(({ target }) => measures.get(target)))) {
      each?.();
    }
  });
  for (const element of elements) {
    if (element !== null) {
      measures.set(element, measure);
      observer.observe(element);
    }
  }
  return () => {
    for (const element of elements) {
      if (element !== null) {
        observer?.unobserve(element);
      }
    }
  };
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
