/**
 * Ranges painted by the browser itself (CSS Custom Highlight API): they change no element, so marks and
 * find hits stay as they are. Looks are in paint.css. One per pane and name; panes share the name.
 */
export class PaintedRanges {
  readonly #name: string;
  #ranges: readonly Range[] = [];

  constructor(name: "passage" | "flash" | "followed") {
    this.#name = name;
  }

  set(ranges: readonly Range[]): void {
    if (ranges.length === 0 && this.#ranges.length === 0) {
      return; // being set again makes the browser look at the whole page again
    }
    const shared = CSS.highlights.get(this.#name) ?? new Highlight();
    for (const range of this.#ranges) {
      shared.delete(range);
    }
    for (const range of ranges) {
      shared.add(range);
    }
    this.#ranges = ranges;
    CSS.highlights.set(this.#name, shared);
  }
}
