import { useStore } from "@xyflow/react";
import { useLayoutEffect } from "react";
import type { RefObject } from "react";

/** Words and signs on lines are never drawn smaller than at this zoom. */
const minLabelZoom = 0.75;

/** Keeps the signs on lines large enough to read, however small the board is drawn. */
export function LabelScale({ canvas }: { canvas: RefObject<HTMLElement | null> }) {
  const scale = useStore(({ transform }) => Math.max(1, minLabelZoom / transform[2]));
  useLayoutEffect(() => {
    canvas.current?.style.setProperty("--label-scale", String(scale));
  }, [canvas, scale]);
  return null;
}
