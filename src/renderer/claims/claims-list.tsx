import { memo, useDeferredValue, useEffect, useMemo, useRef } from "react";
import type { KeyboardEvent } from "react";
import {
  Collection,
  GridList,
  GridListHeader,
  GridListSection,
  ListLayout,
  Virtualizer,
} from "react-aria-components";

import type { Article } from "#contract/article";
import type { Claim } from "#contract/claim";
import { placed } from "#contract/claim-listing";
import type { Tag } from "#contract/highlight";
import type { ClaimId } from "#contract/ids";

import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { announce, select, useWorkbench } from "../state/workbench.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { chosenAfter, claimOfKey, rowKey } from "./chosen-claims.ts";
import { placeAfterStep } from "./claim-order.ts";
import { ClaimRow } from "./claim-row.tsx";
import { isFiltering, listedClaims, noFilter } from "./claims-filter.ts";
import type { ClaimsListing } from "./claims-filter.ts";
import { ClaimsToolbar } from "./claims-toolbar.tsx";
import { changeListing, chooseClaims, inspectClaim, useClaimsView } from "./claims-view.ts";
import { groupClaims } from "./group-claims.ts";
import type { ClaimGroup } from "./group-claims.ts";
import { NoClaims } from "./no-claims.tsx";
import { removeClaim } from "./remove-claim.ts";
import { countOf } from "./status-words.ts";
import { useClaimDrag } from "./use-claim-drag.tsx";

import styles from "./claims-list.module.css";

/** Rows are measured; this is what they take until then, in pixels. */
const layout = { estimatedRowSize: 48, estimatedHeadingSize: 28 };

const nothing: readonly never[] = [];

/**
 * Every claim with its status and counts, in the analyst's order or another one; takes passages that are
 * dropped on it. Several are chosen with Shift and the arrow keys, or Ctrl and a click.
 */
export function ClaimsList() {
  const listing = useClaimsView((state) => state.listing);
  const asked = useDeferredValue(listing);
  const answer = useRequest("claim.list", {});
  const all: readonly Claim[] = answer.data ?? nothing;
  const tags = useRequest("tag.list", {}).data ?? nothing;
  const articles = useRequest("article.list", {}).data ?? nothing;
  const claims = useMemo(
    () => listedClaims(all, asked, { tags: placed(tags), articles: placed(articles) }),
    [all, asked, tags, articles],
  );
  return (
    <section className={styles.claims} aria-label="Claims">
      <ClaimsToolbar
        listing={listing}
        tags={tags}
        articles={articles}
        count={
          isFiltering(asked.filter)
            ? `${claims.length} of ${countOf(all.length, "claim")}`
            : countOf(claims.length, "claim")
        }
      />
      <ListedClaims
        asked={asked}
        all={all}
        claims={claims}
        tags={tags}
        articles={articles}
        isRead={answer.data !== undefined}
      />
    </section>
  );
}

/** The rows themselves; apart, so that a letter that is typed does not wait for them. */
const ListedClaims = memo(function ListedClaims(properties: {
  asked: ClaimsListing;
  all: readonly Claim[];
  claims: readonly Claim[];
  tags: readonly Tag[];
  articles: readonly Article[];
  isRead: boolean;
}) {
  const { asked, all, claims, tags, articles, isRead } = properties;
  const groups = useMemo(
    () => groupClaims(claims, asked.group, { tags, articles }),
    [claims, asked.group, tags, articles],
  );
  const allIds = useMemo(() => all.map((claim) => claim.id), [all]);
  const visibleIds = useMemo(() => claims.map((claim) => claim.id), [claims]);

  const selection = useWorkbench((state) => state.selection);
  const selectedId = selection?.kind === "claim" ? selection.claimId : null;
  const chosenIds = useClaimsView((state) => state.chosenIds);
  // A claim that is selected elsewhere takes the place of those that were chosen here.
  const chosen = useMemo(() => {
    const ids =
      selectedId === null ? [] : chosenIds.includes(selectedId) ? chosenIds : [selectedId];
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }, [chosenIds, selectedId, claims]);
  const chosenKeys = useMemo(() => {
    const ids = new Set(chosen.map(({ id }) => id));
    return new Set(
      groups.flatMap((group) =>
        group.claims.filter(({ id }) => ids.has(id)).map(({ id }) => rowKey(group.id, id)),
      ),
    );
  }, [chosen, groups]);

  const list = useRef<HTMLDivElement>(null);
  const listedId = visibleIds.find((id) => id === selectedId);
  useEffect(() => {
    // A claim may be selected elsewhere: made of a passage, or followed from another claim.
    if (listedId !== undefined) {
      list.current
        ?.querySelector(`[data-key$=" ${listedId}"]`)
        ?.scrollIntoView({ block: "nearest" });
    }
  }, [listedId]);

  const run = useCommand();
  const isInOrder = asked.sort === "position" && asked.group === "none";
  const { dragAndDropHooks, dropped, endDrop } = useClaimDrag(claims, allIds, isInOrder);

  const move = async (claimId: ClaimId, step: -1 | 1) => {
    if (!isInOrder) {
      announce("Claims can be moved while they stand in your order, without groups");
      return;
    }
    const beforeClaimId = placeAfterStep(allIds, visibleIds, claimId, step);
    if (beforeClaimId === undefined) {
      announce(step === -1 ? "This claim is the first" : "This claim is the last");
    } else if ((await run("claim.move", { claimId, beforeClaimId })) !== null) {
      announce(`Moved to place ${visibleIds.indexOf(claimId) + step + 1} of ${visibleIds.length}`);
    }
  };
  const remove = async (claimId: ClaimId) => {
    const ids = chosen.map(({ id }) => id);
    if (ids.length < 2 || !ids.includes(claimId)) {
      await removeClaim(run, claimId, visibleIds);
    } else if ((await run("claim.trash", { claimIds: ids })) !== null) {
      const next = visibleIds.slice(visibleIds.indexOf(claimId)).find((id) => !ids.includes(id));
      chooseClaims(next === undefined ? [] : [next]);
      if (next === undefined) {
        select(null);
      }
      announce(`${countOf(ids.length, "claim")} moved to the trash; undo brings them back`);
    }
  };

  // In the capturing phase, because the list itself would take Alt and an arrow for a bare arrow.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const row = event.target instanceof HTMLElement ? event.target : null;
    const key = row?.role === "row" ? row.dataset["key"] : undefined;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (key === undefined) {
      return;
    }
    if (event.key === "Delete") {
      event.preventDefault();
      event.stopPropagation();
      void remove(claimOfKey(key));
    } else if (event.altKey && (step === -1 || step === 1)) {
      event.preventDefault();
      event.stopPropagation();
      void move(claimOfKey(key), step);
    }
  };
  const rowOf = (groupId: string) => (claim: Claim) => (
    <ClaimRow
      id={rowKey(groupId, claim.id)}
      claim={claim}
      tags={tags}
      isDraggable={asked.group === "none"}
      dropped={dropped?.claimId === claim.id ? dropped.passage : null}
      onDropEnd={endDrop}
    />
  );
  const sectionOf = (group: ClaimGroup) => (
    <GridListSection id={group.id} aria-label={group.words}>
      <GridListHeader className={styles.heading ?? ""}>
        <span dir="auto">{group.words}</span>{" "}
        <span className={styles.count}>{group.claims.length}</span>
      </GridListHeader>
      <Collection items={group.claims} dependencies={[dropped, tags]}>
        {rowOf(group.id)}
      </Collection>
    </GridListSection>
  );

  return (
    <div className={styles.rows} role="presentation" onKeyDownCapture={onKeyDownCapture}>
      {chosen.length > 1 && (
        <BulkBar
          key={chosen.map(({ id }) => id).join(" ")}
          chosen={chosen}
          tags={tags}
          onRemoved={() => list.current?.focus()}
        />
      )}
      <Virtualizer layout={ListLayout} layoutOptions={layout}>
        <GridList
          ref={list}
          className={styles.list ?? ""}
          aria-label="Claims"
          data-scope="claims"
          selectionMode="multiple"
          selectionBehavior="replace"
          disallowEmptySelection
          disallowTypeAhead
          selectedKeys={chosenKeys}
          onSelectionChange={(keys) => {
            const after =
              keys === "all"
                ? new Set(
                    groups.flatMap((group) => group.claims.map(({ id }) => rowKey(group.id, id))),
                  )
                : new Set([...keys].map(String));
            chooseClaims(chosenAfter(chosenKeys, after));
          }}
          onAction={(key) => inspectClaim(claimOfKey(String(key)))}
          dragAndDropHooks={dragAndDropHooks}
          renderEmptyState={() =>
            !isRead ? null : (
              <NoClaims
                isFiltering={isFiltering(asked.filter)}
                onClear={() => changeListing({ filter: noFilter })}
              />
            )
          }
        >
          {asked.group === "none" ? (
            <Collection items={claims} dependencies={[dropped, tags]}>
              {rowOf("all")}
            </Collection>
          ) : (
            <Collection items={groups} dependencies={[dropped, tags]}>
              {sectionOf}
            </Collection>
          )}
        </GridList>
      </Virtualizer>
    </div>
  );
});
