import {
  GripVertical,
  Highlighter,
  Link2,
  MessageSquarePlus,
  Tags,
  TextSearch,
} from "lucide-react";
import { useLayoutEffect, useRef, useState } from "react";
import type { RefObject } from "react";
import { Toolbar } from "react-aria-components";

import type { Tag } from "#contract/highlight";

import { useKeysOf, useRunAction } from "../actions/run-action.ts";
import { openPicker } from "../state/workbench.ts";
import type { Passage } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { useReturnFocus } from "../ui/return-focus.ts";
import { TagDot } from "../ui/tag-dot.tsx";
import { wordsOf } from "./describe-highlight.ts";
import { dragPassage } from "./passage-drag.ts";
import { rangesOfSpan } from "./selection-of-span.ts";

import styles from "./passage-toolbar.module.css";

/**
 * What can be done with the chosen passage. Near it, under its last line or over its first one; without
 * a region at the foot of the pane, where it is out of the way of the sentence cursor.
 */
export function PassageToolbar(properties: {
  passage: Passage;
  text: string;
  tags: readonly Tag[];
  region: RefObject<HTMLElement | null> | null;
  /** Whether a highlight covers exactly the passage. */
  isCoded: boolean;
}) {
  const { passage, text, tags, region, isCoded } = properties;
  const [wasCoded] = useState(isCoded);
  const runAction = useRunAction();
  const keysOf = useKeysOf();
  const bar = useRef<HTMLDivElement>(null);
  useReturnFocus();
  const words = text.slice(passage.start, passage.end);
  const withKeys = tags
    .filter((tag) => tag.shortcut !== null)
    .toSorted((a, b) => Number(a.shortcut) - Number(b.shortcut));

  useLayoutEffect(() => {
    if (region?.current && bar.current !== null) {
      placeBar(bar.current, region.current, passage);
    }
  });

  // Once a claim was made of the passage, the bar has done its work and would only cover text.
  if (isCoded && !wasCoded) {
    return null;
  }
  return (
    <div
      ref={bar}
      className={styles.bar}
      role="presentation"
      data-scope="reader"
      data-near={region === null ? undefined : ""}
      // The selection stays as it is while the bar is used.
      onMouseDown={(event) => event.preventDefault()}
    >
      <Toolbar className={styles.tools ?? ""} aria-label={`Passage, ${wordsOf(words)}`}>
        <Button
          label="Highlight"
          icon={<Highlighter />}
          keys={keysOf("highlight.create")}
          onPress={() => runAction("highlight.create")}
        />
        {withKeys.map((tag) => (
          <Button
            key={tag.id}
            label={`Tag ${tag.name}`}
            icon={
              <span className={styles.swatch}>
                <TagDot colour={tag.colour} />
                {tag.shortcut}
              </span>
            }
            keys={keysOf(`tag.key-${tag.shortcut}`)}
            onPress={() => runAction(`tag.key-${tag.shortcut}`)}
          />
        ))}
        <Button
          label="Find or make a tag"
          icon={<Tags />}
          keys={keysOf("tag.pick")}
          onPress={() => openPicker({ kind: "tag", purpose: "apply" })}
        />
        <span className={styles.divider} aria-hidden="true" />
        <Button
          label="New claim"
          icon={<MessageSquarePlus />}
          keys={keysOf("claim.from-passage")}
          onPress={() => runAction("claim.from-passage")}
        />
        <Button
          label="Link to claim"
          icon={<Link2 />}
          keys={keysOf("claim.link")}
          onPress={() => openPicker({ kind: "claim", stance: "supports" })}
        />
        <Button
          label="Where else is this said?"
          icon={<TextSearch />}
          keys={keysOf("search.where-else")}
          onPress={() => runAction("search.where-else")}
        />
      </Toolbar>
      <span
        className={styles.grip}
        draggable
        title="Drag onto a claim; “Link to claim” does the same by key"
        aria-hidden="true"
        onMouseDown={(event) => event.stopPropagation()}
        onDragStart={(event) => {
          event.stopPropagation();
          const { articleId, start, end } = passage;
          dragPassage(event, { articleId, start, end }, words);
        }}
      >
        <GripVertical />
      </span>
    </div>
  );
}

/** Under the last line of the passage where there is room, else over its first line. */
function placeBar(bar: HTMLElement, region: HTMLElement, passage: Passage): void {
  const ranges = rangesOfSpan(region, passage);
  const first = ranges[0]?.getClientRects()[0];
  const lastRects = ranges.at(-1)?.getClientRects();
  const last = lastRects?.[lastRects.length - 1];
  const box = bar.offsetParent?.getBoundingClientRect();
  if (first === undefined || last === undefined || box === undefined) {
    return;
  }
  const gapPx = 8;
  const view = region.getBoundingClientRect();
  const { width, height } = bar.getBoundingClientRect();
  const hasRoomBelow = last.bottom + gapPx + height <= view.bottom;
  const hasRoomAbove = first.top - gapPx - height >= view.top;
  const wishedPx = hasRoomBelow || !hasRoomAbove ? last.bottom + gapPx : first.top - gapPx - height;
  // A passage that fills the pane leaves no room beside it.
  const topPx = Math.min(wishedPx, view.bottom - gapPx - height);
  const leftPx = Math.min(
    Math.max((last.left + last.right - width) / 2, view.left + gapPx),
    view.left + region.clientWidth - gapPx - width,
  );
  bar.style.top = `${topPx - box.top}px`;
  bar.style.left = `${leftPx - box.left}px`;
}
