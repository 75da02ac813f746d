import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";

import type { Article, ArticleText as Text, TextSpan } from "#contract/article";
import type { Highlight, Tag } from "#contract/highlight";
import type { HighlightId } from "#contract/ids";

import { useWorkbench } from "../state/workbench.ts";
import { groupBlocks } from "./block-groups.ts";
import { selectHighlight } from "./coding.ts";
import { useFindState } from "./find-state.ts";
import { hitsByBlock, noHits } from "./hits-by-block.ts";
import { looksOfHighlights } from "./looks-of-highlights.ts";
import { highlightsByBlock } from "./order-highlights.ts";
import { outlineCurrent } from "./paint-block.ts";
import { PaintedRanges } from "./paint-ranges.ts";
import { PassageToolbar } from "./passage-toolbar.tsx";
import { rangesOfSpan } from "./selection-of-span.ts";
import { cursorTextOf } from "./sentence-cursor.ts";
import { TextBlock } from "./text-block.tsx";
import { useJump } from "./use-jump.ts";
import { useOpenPane } from "./use-open-pane.ts";
import { usePlaceInText } from "./use-place-in-text.ts";
import { useReadingPlace } from "./use-reading-place.ts";
import { useTextPointer } from "./use-text-pointer.ts";

import styles from "./article-text.module.css";

const noLooks: never[] = [];

/** The text of an article in a pane: read, chosen from, and coded here. */
export function ArticleText(properties: {
  paneId: string;
  /** Place of the pane on the desk. */
  index: number;
  article: Article;
  text: Text;
  highlights: readonly Highlight[];
  tags: readonly Tag[];
}) {
  const { paneId, index, article, text, highlights, tags } = properties;
  const { articleId } = text;
  const region = useRef<HTMLDivElement>(null);

  const groups = useMemo(() => groupBlocks(text.blocks), [text]);
  const cursorText = useMemo(() => cursorTextOf(text.blocks), [text]);
  const looks = useMemo(() => looksOfHighlights(highlights, tags), [highlights, tags]);
  const looksByBlock = useMemo(() => highlightsByBlock(text.blocks, looks), [text, looks]);
  const found = useFindState((state) => state.found.find((pane) => pane.paneId === paneId)?.hits);
  const currentHit = useFindState((state) =>
    state.current?.paneId === paneId ? (found?.[state.current.index]?.start ?? null) : null,
  );
  const hits = useMemo(() => hitsByBlock(text.blocks, found ?? []), [text, found]);

  const currentId = useWorkbench((state) =>
    state.selection?.kind === "highlight" && state.selection.articleId === articleId
      ? state.selection.highlightId
      : null,
  );
  const passage = useWorkbench((state) =>
    state.passage?.articleId === articleId ? state.passage : null,
  );

  const place = usePlaceInText(region, articleId, cursorText, text.text);
  useOpenPane({ paneId, region, text, highlights, tags, place });
  const [flash, setFlash] = useState<TextSpan | null>(null);
  const pointer = useTextPointer({ region, text, highlights, tags, place });
  useReadingPlace(region, articleId, index);
  useJump({ region, articleId, place, onFlash: setFlash });

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
  }));
  // After every render, because drawing a block anew leaves old ranges behind in nodes that are gone.
  useLayoutEffect(() => {
    if (region.current !== null) {
      const shown = region.current;
      outlineCurrent(shown, currentId, pointer.grabbedId === currentId);
      painted.passage.set(passage === null ? [] : rangesOfSpan(shown, passage));
      painted.flash.set(flash === null ? [] : rangesOfSpan(shown, flash));
    }
  });
  useLayoutEffect(
    () => () => {
      painted.passage.set([]);
      painted.flash.set([]);
    },
    [painted],
  );

  const blockAt = (blockIndex: number) => {
    const block = text.blocks[blockIndex];
    return (
      block !== undefined && (
        <TextBlock
          key={block.start}
          text={text.text}
          block={block}
          looks={looksByBlock[blockIndex] ?? noLooks}
          hits={hits.get(blockIndex) ?? noHits}
          currentHit={isIn(block, currentHit) ? currentHit : null}
          currentId={currentId}
          onChoose={choose}
        />
      )
    );
  };
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
        aria-label={`Text of ${article.title}`}
        aria-describedby="reader-keys"
        lang={article.language ?? undefined}
        {...pointer.handlers}
      >
        <div className={styles.column}>
          {groups.map((group) =>
            group.kind === "list" ? (
              <ul key={group.from} className={styles.list}>
                {group.blocks.map((_, offset) => blockAt(group.from + offset))}
              </ul>
            ) : (
              blockAt(group.from)
            ),
          )}
          {isChosen && place.chosen?.by === "pointer" && (
            <PassageToolbar key={passageKey} {...toolbar} passage={passage} region={region} />
          )}
        </div>
      </div>
      {isChosen && place.chosen?.by === "keys" && (
        <PassageToolbar key={passageKey} {...toolbar} passage={passage} region={null} />
      )}
    </>
  );
}

function isIn({ start, end }: TextSpan, offset: number | null): boolean {
  return offset !== null && start <= offset && offset < end;
}
