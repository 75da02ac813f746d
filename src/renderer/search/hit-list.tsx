import { useEffect, useId, useRef } from "react";
import type { ReactNode } from "react";
import { GridList } from "react-aria-components";

import { useScopeKeys } from "../actions/scope-keys.ts";
import { announce } from "../state/workbench.ts";
import { openHit } from "./act-on-hit.ts";
import { listIsFocused, showHits, useSearchView } from "./search-state.ts";
import type { Hit } from "./search-state.ts";

import styles from "./search-view.module.css";

/** What was found, in rows; every row is one key from being opened, highlighted or linked. */
export function HitList(properties: {
  name: string;
  /** How much was found, in words. */
  result: string;
  /** Said as well when the list takes the focus. */
  best: string;
  hits: readonly Hit[];
  /** Rows, or sections of rows. */
  children: ReactNode;
}) {
  const { name, result, best, hits } = properties;
  const isWanted = useSearchView((state) => state.focusWanted);
  const keysId = useId();
  const onKeyDownCapture = useScopeKeys("search");
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => showHits(hits), [hits]);
  useEffect(() => {
    if (!isWanted) {
      return undefined;
    }
    announce(`${result}. Best: ${best}`);
    // The list draws its rows after it was drawn itself.
    const frame = requestAnimationFrame(() => {
      listIsFocused();
      list.current?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [isWanted, result, best]);

  return (
    <div className={styles.found} data-scope="search" onKeyDownCapture={onKeyDownCapture}>
      <p className={styles.count}>
        <span role="status">{result}</span>
        <span className="visually-hidden" id={keysId}>
          Enter opens the passage in its article, H highlights it, L links it to the claim at hand,
          Shift and L as disputing, O to another claim, Escape goes back to the text.
        </span>
      </p>
      <GridList
        ref={list}
        data-dock-focus
        data-found
        className={styles.list ?? ""}
        aria-label={name}
        aria-describedby={keysId}
        disallowTypeAhead
        keyboardNavigationBehavior="tab"
        onAction={(key) => {
          const hit = useSearchView.getState().hits.get(String(key));
          if (hit !== undefined) {
            openHit(hit);
          }
        }}
      >
        {properties.children}
      </GridList>
    </div>
  );
}
