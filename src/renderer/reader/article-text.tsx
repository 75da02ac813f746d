import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";

import type { Article, ArticleText as Text, TextSpan } from "#contract/article";
import type { Highlight, Tag } from "#contract/highlight";
import type { HighlightId } from "#contract/ids";

import { useWorkbench } from "../state/workbench.ts";
import { groupBlocks, groupsInRange } from "./block-groups.ts";
import { selectHighlight } from "./coding.ts";
import { useFindState } from "./find-state.ts";
import { useFollowState } from "./follow-state.ts";
import { HitsByBlock } from "./hits-by-block.ts";
import { LooksByBlock } from "./looks-of-highlights.ts";
import { outlineCurrent } from "./paint-block.ts";
import { PaintedRanges } from "./paint-ranges.ts";
import { PassageToolbar } from "./passage-toolbar.tsx";
import type { ReadingPlace } from "./reading-place.ts";
import { rangesOfSpan } from "./selection-of-span.ts";
import { cursorTextOf } from "./sentence-cursor.ts";
import { TextBlock } from "./text-block.tsx";
import { TextGap } from "./text-gap.tsx";
import { isShownWhole } from "./text-window.ts";
import { useJump } from "./use-jump.ts";
import { useOpenPane } from "./use-open-pane.ts";
import { usePlaceInText } from "./use-place-in-text.ts";
import { useReadingPlace } from "./use-reading-place.ts";
import { useTextPointer } from "./use-text-pointer.ts";
import { useTextWindow } from "./use-text-window.ts";

import styles from "./article-text.module.css";

const noLooks: never[] = [];

/** Scrolling draws the text again and again, but not what stands still below it. */
const ToolbarAtFoot = memo(PassageToolbar);

/** Which item of a list a block is, from 1, where not all of the list is in the page. */
type ListPlace = { readonly place: number; readonly size: number };

/** The text of an article in a pane: read, chosen from, and coded here. */
export function ArticleText(properties: {
  paneId: string;
  /** Place of the pane on the desk. */
  index: number;
  /** Which of the panes with this article it is, from 0. */
  nth: number;
  article: Article;
  text: Text;
  /** Where reading goes on; taken up once. */
  start: ReadingPlace | null;
  highlights: readonly Highlight[];
  tags: readonly Tag[];
}) {
  const { paneId, index, nth, article, text, highlights, tags } = properties;
  const { articleId } = text;
  const region = useRef<HTMLDivElement>(null);

  const groups = useMemo(() => groupBlocks(text.blocks), [text]);
  const cursorText = useMemo(() => cursorTextOf(text.blocks), [text]);
  const looks = useMemo(() => new LooksByBlock(text.blocks), [text]);
  const looksByBlock = useMemo(() => looks.update(highlights, tags), [looks, highlights, tags]);
  const found = useFindState((state) => state.found.find((pane) => pane.paneId === paneId)?.hits);
  const currentHit = useFindState((state) =>
    state.current?.paneId === paneId ? (found?.[state.current.index]?.start ?? null) : null,
  );
  const hits = useMemo(() => new HitsByBlock(text.blocks, found ?? []), [text, found]);

  const currentId = useWorkbench((state) =>
    state.selection?.kind === "highlight" && state.selection.articleId === articleId
      ? state.selection.highlightId
      : null,
  );
  const passage = useWorkbench((state) =>
    state.passage?.articleId === articleId ? state.passage : null,
  );

  const followed = useFollowState((state) => state.matches.get(paneId));

  const look = useWorkbench((state) => state.look);
  const isShort = isShownWhole({
    blocks: text.blocks.length,
    textUtf16: text.text.length,
    highlights: article.highlightCount,
  });
  const isWhole = isShort || look.wholeText;
  const { parts, keeper } = useTextWindow({
    region,
    blocks: text.blocks,
    isWhole,
    layoutKey: `${look.font} ${look.sizePercent} ${look.lineHeight} ${look.blockNumbers}`,
    start: properties.start,
  });
  const place = usePlaceInText({ region, keeper, articleId, cursorText, text: text.text });
  useOpenPane({ paneId, region, keeper, text, highlights, tags, place });
  const [flash, setFlash] = useState<TextSpan | null>(null);
  const pointer = useTextPointer({ region, text, highlights, tags, place });
  useReadingPlace({ region, keeper, pane: { paneId, articleId, nth }, index });
  useJump({ region, keeper, paneId, articleId, place, onFlash: setFlash });

  // Reading keys act in the text; where nothing else has the focus, reading has it.
  useEffect(() => {
    if (
      document.activeElement === document.body &&
      useWorkbench.getState().activePaneId === paneId
    ) {
      region.current?.focus({ preventScroll: true });
    }
  }, [paneId]);

  const choose = useMemo(
    () => (highlightId: HighlightId) => {
      const highlight = highlights.find(({ id }) => id === highlightId);
      if (highlight !== undefined) {
        selectHighlight(highlight, highlights, tags);
        region.current?.focus({ preventScroll: true });
      }
    },
    [highlights, tags],
  );

  const [painted] = useState(() => ({
    passage: new PaintedRanges("passage"),
    flash: new PaintedRanges("flash"),
    followed: new PaintedRanges("followed"),
  }));
  // After every render, because drawing a block anew leaves old ranges behind in nodes that are gone.
  useLayoutEffect(() => {
    if (region.current !== null) {
      const shown = region.current;
      outlineCurrent(shown, currentId, pointer.grabbedId === currentId);
      painted.passage.set(passage === null ? [] : rangesOfSpan(shown, passage));
      painted.flash.set(flash === null ? [] : rangesOfSpan(shown, flash));
      painted.followed.set(followed === undefined ? [] : rangesOfSpan(shown, followed));
    }
  });
  useLayoutEffect(
    () => () => {
      painted.passage.set([]);
      painted.flash.set([]);
      painted.followed.set([]);
    },
    [painted],
  );

  const blockAt = (blockIndex: number, listPlace: ListPlace | null) => {
    const block = text.blocks[blockIndex];
    return (
      block !== undefined && (
        <TextBlock
          key={blockIndex}
          index={blockIndex}
          text={text.text}
          block={block}
          looks={looksByBlock[blockIndex] ?? noLooks}
          hits={hits.of(blockIndex)}
          isNear={!isWhole}
          currentHit={isIn(block, currentHit) ? currentHit : null}
          currentId={currentId}
          placeInList={listPlace?.place ?? null}
          listSize={listPlace?.size ?? null}
          onChoose={choose}
        />
      )
    );
  };
  const seenLists = new Set<number>();
  /** A list of which two pieces are in the page is two lists to the page. */
  const listKey = (listFrom: number, order: number) => {
    const key = seenLists.has(listFrom) ? `list ${listFrom} ${order}` : `list ${listFrom}`;
    seenLists.add(listFrom);
    return key;
  };
  const shownText = parts.flatMap((part, order) => {
    if (part.kind === "gap") {
      const start = text.blocks[part.from]?.start ?? 0;
      const end = text.blocks[part.to - 1]?.end ?? start;
      return [<TextGap key={`gap ${order}`} {...part} span={{ start, end }} />];
    }
    return groupsInRange(groups, part).map(({ kind, from, blocks, whole }) => {
      if (kind === "single") {
        return blockAt(from, null);
      }
      const isCut = blocks.length < whole.count;
      return (
        <ul key={listKey(whole.from, order)} className={styles.list}>
          {blocks.map((_, offset) =>
            blockAt(
              from + offset,
              isCut ? { place: from + offset - whole.from + 1, size: whole.count } : null,
            ),
          )}
        </ul>
      );
    });
  });
  const isCoded = highlights.some(
    ({ start, end }) => start === passage?.start && end === passage.end,
  );
  const toolbar = { text: text.text, tags, isCoded };
  const passageKey = `${passage?.start} ${passage?.end}`;
  const isChosen = passage !== null && place.chosen?.passage === passage;

  return (
    <>
      <div
        ref={region}
        className={styles.region}
        role="document"
        tabIndex={0}
        data-scope="reader"
        data-flashing={flash === null ? undefined : ""}
        aria-label={`Text of ${article.title}${nth === 0 ? "" : `, place ${nth + 1}`}`}
        aria-describedby="reader-keys"
        lang={article.language ?? undefined}
        {...pointer.handlers}
      >
        <div className={styles.column}>
          {shownText}
          {isChosen && place.chosen?.by === "pointer" && (
            <PassageToolbar key={passageKey} {...toolbar} passage={passage} region={region} />
          )}
        </div>
      </div>
      {isChosen && place.chosen?.by === "keys" && (
        <ToolbarAtFoot key={passageKey} {...toolbar} passage={passage} region={null} />
      )}
    </>
  );
}

function isIn({ start, end }: TextSpan, offset: number | null): boolean {
  return offset !== null && start <= offset && offset < end;
}
