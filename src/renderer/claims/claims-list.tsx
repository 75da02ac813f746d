import { useDeferredValue, useEffect, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { GridList, ListLayout, Virtualizer } from "react-aria-components";

import type { Claim } from "#contract/claim";
import type { ClaimId } from "#contract/ids";

import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { announce, useWorkbench } from "../state/workbench.ts";
import { placeAfterStep } from "./claim-order.ts";
import { ClaimRow } from "./claim-row.tsx";
import { claimListOf, isFiltering, noFilter } from "./claims-filter.ts";
import { ClaimsToolbar } from "./claims-toolbar.tsx";
import { inspectClaim, selectClaim } from "./claims-view.ts";
import { NoClaims } from "./no-claims.tsx";
import { removeClaim } from "./remove-claim.ts";
import { countOf } from "./status-words.ts";
import { useClaimDrag } from "./use-claim-drag.tsx";

import styles from "./claims-list.module.css";

/** Rows are measured; this is what a row takes until then, in pixels. */
const layout = { estimatedRowSize: 48 };

const nothing: readonly never[] = [];

/** Every claim with its status and counts, in the analyst's order; takes passages that are dropped on it. */
export function ClaimsList() {
  const [filter, setFilter] = useState(noFilter);
  const asked = useDeferredValue(filter);
  const answer = useRequest("claim.list", claimListOf(asked));
  const all = useRequest("claim.list", {}).data ?? nothing;
  const tags = useRequest("tag.list", {}).data ?? nothing;
  const articles = useRequest("article.list", {}).data ?? nothing;
  const claims: readonly Claim[] = answer.data ?? nothing;
  const allIds = all.map((claim) => claim.id);
  const visibleIds = claims.map((claim) => claim.id);

  const selection = useWorkbench((state) => state.selection);
  const selectedId = selection?.kind === "claim" ? selection.claimId : null;
  const list = useRef<HTMLDivElement>(null);
  const listedId = visibleIds.find((id) => id === selectedId);
  useEffect(() => {
    // A claim may be selected elsewhere: made of a passage, or followed from another claim.
    if (listedId !== undefined) {
      list.current?.querySelector(`[data-key="${listedId}"]`)?.scrollIntoView({ block: "nearest" });
    }
  }, [listedId]);

  const run = useCommand();
  const { dragAndDropHooks, dropped, endDrop } = useClaimDrag(claims, allIds);

  const idOf = (key: unknown): ClaimId | undefined => visibleIds.find((id) => id === key);

  const move = async (claimId: ClaimId, step: -1 | 1) => {
    const beforeClaimId = placeAfterStep(allIds, visibleIds, claimId, step);
    if (beforeClaimId === undefined) {
      announce(step === -1 ? "This claim is the first" : "This claim is the last");
    } else if ((await run("claim.move", { claimId, beforeClaimId })) !== null) {
      announce(`Moved to place ${visibleIds.indexOf(claimId) + step + 1} of ${visibleIds.length}`);
    }
  };

  // In the capturing phase, because the list itself would take Alt and an arrow for a bare arrow.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const row = event.target instanceof HTMLElement ? event.target : null;
    const claimId = row?.role === "row" ? idOf(row.dataset["key"]) : undefined;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (claimId === undefined) {
      return;
    }
    if (event.key === "Delete") {
      event.preventDefault();
      event.stopPropagation();
      void removeClaim(run, claimId, visibleIds);
    } else if (event.altKey && (step === -1 || step === 1)) {
      event.preventDefault();
      event.stopPropagation();
      void move(claimId, step);
    }
  };

  return (
    <section className={styles.claims} aria-label="Claims" onKeyDownCapture={onKeyDownCapture}>
      <ClaimsToolbar
        filter={filter}
        onFilter={setFilter}
        tags={tags}
        articles={articles}
        count={
          isFiltering(asked)
            ? `${claims.length} of ${countOf(all.length, "claim")}`
            : countOf(claims.length, "claim")
        }
      />
      <Virtualizer layout={ListLayout} layoutOptions={layout}>
        <GridList
          ref={list}
          className={styles.list ?? ""}
          aria-label="Claims"
          data-scope="claims"
          items={claims}
          dependencies={[dropped, tags]}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          disallowTypeAhead
          selectedKeys={selectedId === null ? [] : [selectedId]}
          onSelectionChange={(keys) => {
            const claimId = idOf([...keys][0]);
            if (claimId !== undefined) {
              selectClaim(claimId);
            }
          }}
          onAction={(key) => {
            const claimId = idOf(key);
            if (claimId !== undefined) {
              inspectClaim(claimId);
            }
          }}
          dragAndDropHooks={dragAndDropHooks}
          renderEmptyState={() =>
            answer.data === undefined ? null : (
              <NoClaims isFiltering={isFiltering(asked)} onClear={() => setFilter(noFilter)} />
            )
          }
        >
          {(claim) => (
            <ClaimRow
              claim={claim}
              tags={tags}
              dropped={dropped?.claimId === claim.id ? dropped.passage : null}
              onDropEnd={endDrop}
            />
          )}
        </GridList>
      </Virtualizer>
    </section>
  );
}
