/** The edges of grapheme clusters (UAX 29) do not differ between languages. */
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Whether no character as readers see it (an emoji, a letter with its accents) goes on across the offset. */
export function isClusterBoundary(text: string, offset: number): boolean {
  return (
    offset <= 0 ||
    offset >= text.length ||
    graphemes.segment(text).containing(offset)?.index === offset
  );
}
