import type { CSSProperties } from "react";

import type { ReadingLook } from "../state/reading-look.ts";

const fonts: Record<ReadingLook["font"], string> = {
  serif: "var(--font-reading-serif)",
  sans: "var(--font-interface)",
  own: "system-ui, sans-serif",
};

/** What the analyst chose, as the custom properties that the texts are set by. */
export function styleOfLook(look: ReadingLook): CSSProperties {
  const properties: Record<`--${string}`, string> = {
    "--font-reading": fonts[look.font],
    "--size-reading": `calc(var(--size-reading-usual) * ${look.sizePercent / 100})`,
    "--line-reading": String(look.lineHeight),
    "--measure": `${look.measureCh}ch`,
  };
  return properties;
}
