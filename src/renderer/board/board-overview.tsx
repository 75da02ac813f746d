import { Panel, useReactFlow, useStore } from "@xyflow/react";
import type { PointerEvent } from "react";
import { memo, useMemo } from "react";
import { shallow } from "zustand/shallow";

import { boundsOf } from "#contract/board-geometry";
import type { Point, Rect } from "#contract/board-geometry";
import type { CardId } from "#contract/ids";

import type { CardFacts } from "./board-facts.ts";

import styles from "./board-overview.module.css";

const overviewPx = { width: 160, height: 110 };
/** The canvas is at least this large before an overview helps more than it hides. */
const overviewFrom = { width: 760, height: 360 };
/** Free room around the board, as a share of it. */
const marginShare = 0.04;
/** Groups lie under what they hold. */
const kinds = ["group", "quote", "article", "note", "claim"] as const;

/** A small map of the whole board, where there is room for it; pointing at a place of it goes there. */
export function BoardOverview(properties: {
  facts: readonly CardFacts[];
  rects: ReadonlyMap<CardId, Rect>;
}) {
  const { facts, rects } = properties;
  const { isLarge, x, y, width, height } = useStore((state) => {
    const [left, top, zoom] = state.transform;
    return {
      isLarge: state.width >= overviewFrom.width && state.height >= overviewFrom.height,
      x: -left / zoom,
      y: -top / zoom,
      width: state.width / zoom,
      height: state.height / zoom,
    };
  }, shallow);
  const board = useMemo(() => boundsOf(rects.values()), [rects]);
  const { setCenter, getZoom, zoomTo } = useReactFlow();
  if (!isLarge || board === null) {
    return null;
  }
  const seen = { x, y, width, height };
  const map = fitted(boundsOf([board, seen]) ?? board);
  const goTo = (event: PointerEvent<SVGSVGElement>) => {
    const { x: boardX, y: boardY } = placeOf(event, map);
    void setCenter(boardX, boardY, { zoom: getZoom() });
  };
  return (
    <Panel position="bottom-right" className={styles.overview ?? ""}>
      <svg
        role="img"
        aria-label="Overview of the board"
        {...overviewPx}
        viewBox={`${map.x} ${map.y} ${map.width} ${map.height}`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          goTo(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) {
            goTo(event);
          }
        }}
        onWheel={(event) => void zoomTo(getZoom() * 2 ** (-event.deltaY / 500))}
      >
        <Cards facts={facts} rects={rects} />
        <path className={styles.unseen} fillRule="evenodd" d={`${pathOf(map)}${pathOf(seen)}`} />
      </svg>
    </Panel>
  );
}

/** One path for all cards of a kind, made anew only when a card moves. */
const Cards = memo(function Cards(properties: {
  facts: readonly CardFacts[];
  rects: ReadonlyMap<CardId, Rect>;
}) {
  const { facts, rects } = properties;
  return kinds.map((kind) => {
    const path = facts
      .filter((each) => each.kind === kind)
      .flatMap(({ card }) => rects.get(card.id) ?? [])
      .map(pathOf)
      .join("");
    return path === "" ? null : <path key={kind} className={styles[kind]} d={path} />;
  });
});

function pathOf({ x, y, width, height }: Rect): string {
  return `M${x} ${y}h${width}v${height}h${-width}z`;
}

/** Grown to the proportions of the map, with some room around. */
function fitted(rect: Rect): Rect {
  const scale = Math.max(rect.width / overviewPx.width, rect.height / overviewPx.height);
  const [width, height] = [
    overviewPx.width * scale * (1 + 2 * marginShare),
    overviewPx.height * scale * (1 + 2 * marginShare),
  ];
  return {
    x: rect.x + (rect.width - width) / 2,
    y: rect.y + (rect.height - height) / 2,
    width,
    height,
  };
}

function placeOf(event: PointerEvent<SVGSVGElement>, map: Rect): Point {
  const drawn = event.currentTarget.getBoundingClientRect();
  return {
    x: map.x + ((event.clientX - drawn.x) / drawn.width) * map.width,
    y: map.y + ((event.clientY - drawn.y) / drawn.height) * map.height,
  };
}
