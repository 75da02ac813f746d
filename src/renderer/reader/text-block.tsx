import { memo, useCallback, useLayoutEffect, useRef } from "react";

import type { Block } from "#contract/article";
import type { HighlightId } from "#contract/ids";

import { noHits } from "./hits-by-block.ts";
import { hasLongWord } from "./long-word.ts";
import { MarginLanes } from "./margin-lanes.tsx";
import { paintBlock } from "./paint-block.ts";
import type { HighlightLook } from "./paint-block.ts";
import { paintFindHits } from "./paint-find-hits.ts";
import type { HitInBlock } from "./paint-find-hits.ts";
import { useIsNear } from "./use-is-near.ts";

import styles from "./article-text.module.css";

/**
 * One block of an article. Its text is drawn by hand into an element whose children React does not own,
 * and drawn anew only when its own segments or hits change.
 */
export const TextBlock = memo(function TextBlock(properties: {
  /** Which block of the article it is. */
  index: number;
  text: string;
  block: Block;
  looks: readonly HighlightLook[];
  hits: readonly HitInBlock[];
  /** Known to be on the screen or near it; else that is found out. */
  isNear: boolean;
  /** Start of the emphasised hit in the canonical text, when it is in this block. */
  currentHit: number | null;
  currentId: HighlightId | null;
  /** Which item of how many, when it is in a list that is not in the page as a whole. */
  placeInList: number | null;
  listSize: number | null;
  onChoose: (highlightId: HighlightId) => void;
}) {
  const { index, text, block, looks, hits, currentHit } = properties;
  const element = useRef<HTMLElement>(null);
  const isSeen = useIsNear(element, hits.length > 0 && !properties.isNear);
  const isNear = properties.isNear || isSeen;
  useLayoutEffect(() => {
    if (element.current !== null) {
      const wasRepainted = paintBlock(element.current, text, block, looks);
      const current = currentHit === null ? null : currentHit - block.start;
      paintFindHits(element.current, isNear ? hits : noHits, current, wasRepainted);
    }
  }, [text, block, looks, hits, isNear, currentHit]);

  const keepElement = useCallback((node: HTMLElement | null) => {
    element.current = node;
  }, []);
  const Row = rows[block.kind];
  const Content =
    block.kind === "heading"
      ? headings[block.level <= 1 ? 1 : block.level === 2 ? 2 : 3]
      : elements[block.kind];
  return (
    <Row
      className={styles.row}
      data-row={index}
      data-number={index + 1}
      aria-posinset={properties.placeInList ?? undefined}
      aria-setsize={properties.listSize ?? undefined}
    >
      <Content
        ref={keepElement}
        className={styles.block}
        dir="auto"
        data-kind={block.kind}
        data-block-start={block.start}
        data-block-end={block.end}
        data-boilerplate={block.boilerplate ? "" : undefined}
        data-long-word={hasLongWord(text, block.start, block.end) ? "" : undefined}
      />
      {looks.length > 0 && (
        <MarginLanes
          block={element}
          looks={looks}
          text={text}
          currentId={properties.currentId}
          onChoose={properties.onChoose}
        />
      )}
    </Row>
  );
});

/** The title is a second-level heading of the page, sections are third-level ones. */
const headings = { 1: "h2", 2: "h3", 3: "h4" } as const;

const elements = {
  paragraph: "p",
  "list-item": "div",
  quotation: "p",
  "table-row": "p",
} as const;

const rows = {
  heading: "div",
  paragraph: "div",
  "list-item": "li",
  quotation: "blockquote",
  "table-row": "div",
} as const;
