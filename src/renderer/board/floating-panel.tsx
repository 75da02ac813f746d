import { useStore } from "@xyflow/react";
import { X } from "lucide-react";
import { useLayoutEffect, useRef, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";

import type { Point, Rect, Size } from "#contract/board-geometry";

import { Button } from "../ui/button.tsx";
import { closePanel } from "./board-state.ts";
import { fitPanel } from "./fit-panel.ts";

import styles from "./floating-panel.module.css";

/**
 * A small panel beside a place on the board. It follows the board when that is moved, stays inside the
 * canvas, and leaves everything else usable. Escape closes it.
 */
export function FloatingPanel(properties: {
  title: string;
  /** What it is about, in board pixels: the panel goes below it, or beside it where there is no room. */
  anchor: Rect;
  /** Buttons beside the one that closes it. */
  tools?: ReactNode;
  children: ReactNode;
}) {
  const { title, anchor } = properties;
  const transform = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const panel = useRef<HTMLElement>(null);
  const [size, setSize] = useState<Size | null>(null);

  useLayoutEffect(() => {
    const element = panel.current;
    if (element === null) {
      return undefined;
    }
    const measure = () => setSize({ width: element.offsetWidth, height: element.offsetHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const [x, y, zoom] = transform;
  const at: Point = fitPanel(
    {
      x: anchor.x * zoom + x,
      y: anchor.y * zoom + y,
      width: anchor.width * zoom,
      height: anchor.height * zoom,
    },
    size ?? { width: 0, height: 0 },
    { width, height },
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      closePanel();
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey) {
      event.stopPropagation(); // letters and numbers belong to the panel
    }
  };

  return (
    <section
      ref={panel}
      aria-label={title}
      className={styles.panel}
      style={{
        transform: `translate(${at.x}px, ${at.y}px)`,
        // Not `visibility`: what is in it takes the focus before it is measured.
        opacity: size === null ? 0 : 1,
        maxHeight: Math.max(height - 16, 80),
      }}
      onKeyDown={onKeyDown}
    >
      <header className={styles.header}>
        <h3 className={styles.title}>{title}</h3>
        <span className={styles.tools}>
          {properties.tools}
          <Button label="Close" icon={<X />} keys="Escape" onPress={closePanel} />
        </span>
      </header>
      {properties.children}
    </section>
  );
}
