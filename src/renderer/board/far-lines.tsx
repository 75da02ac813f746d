import { ViewportPortal } from "@xyflow/react";
import { useMemo, useState } from "react";

import type { Rect } from "#contract/board-geometry";
import type { CardId } from "#contract/ids";
import { pathOfLink } from "#contract/link-path";

import type { BoardLink } from "./board-facts.ts";
import type { BoardNode } from "./board-nodes.ts";
import { laneOf, optionsOf } from "./link-edge.tsx";

import styles from "./far-lines.module.css";

/** A line as it was drawn last, and where its cards lay. */
type Drawn = { readonly from: Rect; readonly to: Rect; readonly path: string };

/**
 * The lines of a board that is seen from afar: one path for all lines of a type, so that hundreds of them cost little.
 * Lines of cards that are being moved are paths of their own, which alone change from frame to frame.
 */
export function FarLines(properties: {
  nodes: readonly BoardNode[];
  rects: ReadonlyMap<CardId, Rect>;
  links: readonly BoardLink[];
  selectedIds: readonly CardId[];
}) {
  const { nodes, rects, links, selectedIds } = properties;
  const [drawn] = useState(() => new Map<string, Drawn>());
  const pairs = useMemo(() => new Set(links.map(({ from, to }) => `${from} ${to}`)), [links]);
  const moving = new Set<string>(nodes.filter(({ dragging }) => dragging).map(({ id }) => id));
  const near = new Set<string>(selectedIds);
  const paths = new Map<string, string[]>();
  for (const link of links) {
    const [from, to] = [rects.get(link.from), rects.get(link.to)];
    if (from !== undefined && to !== undefined) {
      const isMoving = moving.has(link.from) || moving.has(link.to);
      const isNear = near.has(link.from) || near.has(link.to);
      const key = `${link.type.replace(" ", "-")} ${link.kind} ${isMoving ? "moving" : ""} ${isNear ? "near" : ""}`;
      const lanePx = pairs.has(`${link.to} ${link.from}`) ? laneOf(link) : 0;
      const list = paths.get(key);
      const path = pathBetween(drawn, link, from, to, lanePx);
      if (list === undefined) {
        paths.set(key, [path]);
      } else {
        list.push(path);
      }
    }
  }
  return (
    <ViewportPortal>
      <svg className={styles.lines} aria-hidden="true">
        {[...paths].map(([key, each]) => {
          const [type, kind, , nearOrNot] = key.split(" ");
          return (
            <path
              key={key}
              className={styles.line}
              data-type={type}
              data-kind={kind}
              data-near={nearOrNot === "near" ? "" : undefined}
              d={each.join("")}
            />
          );
        })}
      </svg>
    </ViewportPortal>
  );
}

function pathBetween(
  drawn: Map<string, Drawn>,
  link: BoardLink,
  from: Rect,
  to: Rect,
  lanePx: number,
): string {
  const last = drawn.get(link.id);
  if (last !== undefined && isSame(last.from, from) && isSame(last.to, to)) {
    return last.path;
  }
  const path = pathOfLink(from, to, optionsOf(link, lanePx)).line;
  drawn.set(link.id, { from, to, path });
  return path;
}

function isSame(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
