import type { Block } from "#contract/article";

/** What a block's height is guessed from until it was seen. */
export type SizedBlock = Pick<Block, "start" | "end" | "kind">;

/** Half a line stands between blocks; headings have more. */
const gapLines: Record<Block["kind"], number> = {
  heading: 1,
  paragraph: 0.55,
  "list-item": 0.16,
  quotation: 0.55,
  "table-row": 0.55,
};

/**
 * How high each block of an article is, from its top to the top of the next one, in pixels: measured
 * where it was seen, guessed from its length elsewhere. Guesses follow the first measurement, and stay as
 * they are from then on, so that the scroll bar is calm.
 */
export class BlockHeights {
  readonly #blocks: readonly SizedBlock[];
  readonly #heights: Float64Array;
  /** 1 where the height was measured. */
  readonly #isMeasured: Uint8Array;
  /** Tops; valid up to `#validTo`, and one more than there are blocks. */
  readonly #tops: Float64Array;
  #validTo = 0;
  #isCalibrated = false;

  /** @param guess before anything was measured: height of a line, and UTF-16 code units that fit on it */
  constructor(blocks: readonly SizedBlock[], guess: { linePx: number; lineUtf16: number }) {
    this.#blocks = blocks;
    this.#heights = Float64Array.from(blocks, (block) => guessPx(block, guess));
    this.#isMeasured = new Uint8Array(blocks.length);
    this.#tops = new Float64Array(blocks.length + 1);
  }

  get count(): number {
    return this.#blocks.length;
  }

  get totalPx(): number {
    return this.topPx(this.#blocks.length);
  }

  /** Distance of a block's top from the first block's top; at `count`, the height of all. */
  topPx(index: number): number {
    const wanted = Math.min(Math.max(index, 0), this.#blocks.length);
    for (let at = this.#validTo; at < wanted; at += 1) {
      this.#tops[at + 1] = (this.#tops[at] ?? 0) + (this.#heights[at] ?? 0);
    }
    this.#validTo = Math.max(this.#validTo, wanted);
    return this.#tops[wanted] ?? 0;
  }

  /** The block at a distance from the first block's top; the nearest one outside the text. */
  indexAt(px: number): number {
    let low = 0;
    let high = Math.max(this.#blocks.length - 1, 0);
    this.topPx(this.#blocks.length);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#tops[middle] ?? 0) <= px) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** @param measured by index of the block, in pixels */
  measure(measured: ReadonlyMap<number, number>): void {
    let guessed = 0;
    let seen = 0;
    for (const [index, px] of measured) {
      const before = this.#heights[index];
      if (before !== undefined && px >= 0) {
        guessed += this.#isMeasured[index] === 1 ? 0 : before;
        seen += this.#isMeasured[index] === 1 ? 0 : px;
        this.#isMeasured[index] = 1;
        if (Math.abs(before - px) > 0.01) {
          this.#heights[index] = px;
          this.#validTo = Math.min(this.#validTo, index);
        }
      }
    }
    if (!this.#isCalibrated && guessed > 0 && seen > 0) {
      this.#isCalibrated = true;
      this.#scaleGuesses(seen / guessed);
    }
  }

  #scaleGuesses(ratio: number): void {
    for (const [index, height] of this.#heights.entries()) {
      if (this.#isMeasured[index] === 0) {
        this.#heights[index] = height * ratio;
      }
    }
    this.#validTo = 0;
  }
}

function guessPx(
  { start, end, kind }: SizedBlock,
  { linePx, lineUtf16 }: { linePx: number; lineUtf16: number },
): number {
  const lines = Math.max(Math.ceil((end - start) / lineUtf16), 1);
  return (lines + gapLines[kind]) * linePx;
}
