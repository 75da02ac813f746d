import { centreOf } from "./board-geometry.ts";
import type { Point, Rect } from "./board-geometry.ts";

export type LinkPath = {
  /** SVG path of the line. */
  readonly line: string;
  /** SVG path of the arrow's head, at the end. */
  readonly head: string;
  /** Where the line's word stands. */
  readonly label: Point;
};

type Side = "left" | "right" | "top" | "bottom";

const directions: Record<Side, Point> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
};

const headLengthPx = 9;
const headHalfWidthPx = 4;
/** Cards whose gap is at least this wide are joined at their left and right sides. */
const minGapPx = 40;
/** Claims further apart than this, with others between them, are joined by an arc over their tops. */
const arcFromPx = 240;
const arcHeightPx = 64;
/** How far the line keeps straight out of a card before it bends. */
const minBendPx = 24;
const maxBendPx = 120;

/**
 * A smooth line between the facing sides of two cards, ending in an arrow.
 *
 * @param labelAt Where on the line its word stands: 0 at the start, 1 at the end.
 * @param lanePx Shifts the line along the sides, so that two lines between the same cards stay apart.
 * @param mayArc Cards that stand far apart in one row are joined over their tops.
 */
export function pathOfLink(
  from: Rect,
  to: Rect,
  { labelAt = 0.5, lanePx = 0, mayArc = false } = {},
): LinkPath {
  const isArc = mayArc && standFarApartInARow(from, to);
  const [startSide, endSide]: [Side, Side] = isArc ? ["top", "top"] : facingSides(from, to);
  const start = pointOn(from, startSide, lanePx);
  const tip = pointOn(to, endSide, lanePx);
  const out = directions[startSide];
  const back = directions[endSide];
  const end = { x: tip.x + back.x * headLengthPx, y: tip.y + back.y * headLengthPx };
  const distance = out.x === 0 ? Math.abs(end.y - start.y) : Math.abs(end.x - start.x);
  const bend = isArc ? arcHeightPx : Math.min(Math.max(distance / 2, minBendPx), maxBendPx);
  const first = { x: start.x + out.x * bend, y: start.y + out.y * bend };
  const second = { x: end.x + back.x * bend, y: end.y + back.y * bend };
  const across = { x: back.y * headHalfWidthPx, y: back.x * headHalfWidthPx };
  return {
    line: `M${xy(start)} C${xy(first)} ${xy(second)} ${xy(end)}`,
    head: `M${xy(tip)} L${xy({ x: end.x + across.x, y: end.y + across.y })} L${xy({
      x: end.x - across.x,
      y: end.y - across.y,
    })} Z`,
    label: pointOnCurve([start, first, second, end], labelAt),
  };
}

/** The sides that look at each other; left and right where there is room between them for a line. */
function facingSides(from: Rect, to: Rect): [Side, Side] {
  const [gapX, gapY] = [gapOf(from, to, "x", "width"), gapOf(from, to, "y", "height")];
  const [a, b] = [centreOf(from), centreOf(to)];
  if (gapX >= minGapPx || gapX >= gapY) {
    return b.x >= a.x ? ["right", "left"] : ["left", "right"];
  }
  return b.y >= a.y ? ["bottom", "top"] : ["top", "bottom"];
}

function standFarApartInARow(from: Rect, to: Rect): boolean {
  return gapOf(from, to, "x", "width") >= arcFromPx && Math.abs(from.y - to.y) < arcHeightPx;
}

/** Room between two cards along an axis; negative where they lie over each other. */
function gapOf(from: Rect, to: Rect, axis: "x" | "y", extent: "width" | "height"): number {
  return Math.max(to[axis] - (from[axis] + from[extent]), from[axis] - (to[axis] + to[extent]));
}

function pointOn(rect: Rect, side: Side, lanePx: number): Point {
  const centre = centreOf(rect);
  const { x, y } = directions[side];
  return {
    x: centre.x + (x * rect.width) / 2 + (x === 0 ? lanePx : 0),
    y: centre.y + (y * rect.height) / 2 + (y === 0 ? lanePx : 0),
  };
}

function pointOnCurve([a, b, c, d]: readonly [Point, Point, Point, Point], t: number): Point {
  const s = 1 - t;
  const at = (axis: "x" | "y") =>
    s ** 3 * a[axis] + 3 * s ** 2 * t * b[axis] + 3 * s * t ** 2 * c[axis] + t ** 3 * d[axis];
  return { x: at("x"), y: at("y") };
}

function xy({ x, y }: Point): string {
  return `${round(x)},${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
