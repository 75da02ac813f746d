import { EdgeLabelRenderer, useInternalNode, useStore } from "@xyflow/react";
import type { Edge, EdgeProps, InternalNode } from "@xyflow/react";
import { memo, useMemo } from "react";

import type { Rect } from "#contract/board-geometry";
import { pathOfLink } from "#contract/link-path";

import { stanceWords } from "../claims/stance-words.ts";
import { noteOfLink, shortened, wordOfLink } from "./board-facts.ts";
import type { BoardLink } from "./board-facts.ts";
import { openPanel, useBoard } from "./board-state.ts";
import { relationWords } from "./relation-words.ts";

import styles from "./link-edge.module.css";

type LinkEdgeData = {
  readonly link: BoardLink;
  /** Shift along the cards' sides, so that lines both ways stay apart. */
  readonly lanePx: number;
};
export type LinkEdge = Edge<LinkEdgeData, "link">;

/** Below this zoom a line shows its sign only: its word could not be read. */
const wordZoom = 0.55;

/** Characters of a note that stand on its line; all of it is in its panel. */
const longestNote = 32;

/** A relation or evidence: line, arrow, and on the line the word for it and what was noted on it. */
export const LinkLine = memo(function LinkLine({ source, target, data }: EdgeProps<LinkEdge>) {
  const from = rectOfNode(useInternalNode(source));
  const to = rectOfNode(useInternalNode(target));
  const showsWord = useStore((state) => state.transform[2] >= wordZoom);
  const isOpen = useBoard(({ panel }) => panel?.kind === "link" && panel.linkId === data?.link.id);
  const isNear = useBoard(({ selectedIds }) =>
    selectedIds.some((id) => id === source || id === target),
  );
  if (data === undefined || from === null || to === null) {
    return null;
  }
  const { link, lanePx } = data;
  const path = pathOfLink(from, to, optionsOf(link, lanePx));
  const { sign } = link.kind === "evidence" ? stanceWords[link.type] : relationWords[link.type];
  const word = wordOfLink(link);
  const note = noteOfLink(link);
  const marks = {
    "data-type": link.type,
    "data-kind": link.kind,
    "data-open": isOpen ? "" : undefined,
    "data-near": isNear ? "" : undefined,
  };
  return (
    <>
      <g className={styles.link} {...marks}>
        <path className={styles.line} d={path.line} />
        <path className={styles.head} d={path.head} />
        <path className={styles.hit} d={path.line} />
      </g>
      <EdgeLabelRenderer>
        <button
          type="button"
          tabIndex={-1}
          className={`${styles.label ?? ""} nodrag nopan`}
          {...marks}
          style={{
            transform: `translate(-50%, -50%) translate(${path.label.x}px, ${path.label.y}px) scale(var(--label-scale, 1))`,
          }}
          onClick={() => openPanel({ kind: "link", linkId: link.id })}
        >
          <span aria-hidden="true">{sign}</span>
          <span className={showsWord ? undefined : "visually-hidden"}>{word}</span>
          {note !== "" && showsWord && (
            <span className={styles.note} dir="auto" title={note}>
              {shortened(note, longestNote)}
            </span>
          )}
        </button>
      </EdgeLabelRenderer>
    </>
  );
});

/** The words of evidence stand near the quotes, because the lines of many quotes meet at one claim. */
export function optionsOf(link: BoardLink, lanePx = 0) {
  return link.kind === "evidence"
    ? { labelAt: 0.38, lanePx }
    : { labelAt: 0.5, lanePx, mayArc: true };
}

export function rectOfNode(node: InternalNode | undefined): Rect | null {
  return node === undefined
    ? null
    : {
        ...node.internals.positionAbsolute,
        width: node.width ?? node.measured.width ?? 0,
        height: node.height ?? node.measured.height ?? 0,
      };
}

/** Lines for the canvas; two lines between the same claims keep apart. */
export function useLinkEdges(
  links: readonly BoardLink[],
  nameOf: (link: BoardLink) => string,
): LinkEdge[] {
  return useMemo(() => {
    const pairs = new Set(links.map(({ from, to }) => `${from} ${to}`));
    return links.map((link) => ({
      id: link.id,
      type: "link",
      source: link.from,
      target: link.to,
      data: { link, lanePx: pairs.has(`${link.to} ${link.from}`) ? laneOf(link) : 0 },
      selectable: false,
      ariaRole: "img",
      ariaLabel: nameOf(link),
      domAttributes: { "aria-roledescription": "link" },
    }));
  }, [links, nameOf]);
}

/** Board pixels to one side, for lines both ways between two cards. */
export function laneOf({ from, to }: BoardLink): number {
  return from < to ? 12 : -12;
}
