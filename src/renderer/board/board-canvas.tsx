import "@xyflow/react/dist/base.css";
import { Background, ConnectionMode, ReactFlow, SelectionMode, useStore } from "@xyflow/react";
import type { Connection, Edge, FinalConnectionState } from "@xyflow/react";
import { useCallback, useMemo, useRef } from "react";
import type { FocusEvent } from "react";

import { absoluteRects } from "#contract/board-geometry";
import type { CardId } from "#contract/ids";

import { useWorkbench } from "../state/workbench.ts";
import { ArticleCard } from "./article-card.tsx";
import { linkBetween, nameOfLink } from "./board-facts.ts";
import type { BoardLink } from "./board-facts.ts";
import { boardKeys } from "./board-keys.ts";
import { cardHelpId, placeOfNode } from "./board-nodes.ts";
import type { BoardNode } from "./board-nodes.ts";
import { BoardOverview } from "./board-overview.tsx";
import { BoardPanels } from "./board-panels.tsx";
import { cardIdOf, openPanel, useBoard } from "./board-state.ts";
import type { Viewport } from "./board-state.ts";
import { BoardSummary } from "./board-summary.tsx";
import { selectInInspector } from "./card-commands.ts";
import { ClaimCard } from "./claim-card.tsx";
import { FarLines } from "./far-lines.tsx";
import { FarViewProvider, isSeenFromAfar, mostDrawnCards } from "./far-view.ts";
import { GroupCard } from "./group-card.tsx";
import { LabelScale } from "./label-scale.tsx";
import { LinkLine, useLinkEdges } from "./link-edge.tsx";
import type { LinkEdge } from "./link-edge.tsx";
import { NoteCard } from "./note-card.tsx";
import { QuoteCard } from "./quote-card.tsx";
import { gridPx } from "./snap-to-grid.ts";
import { useBoardDrop } from "./use-board-drop.ts";
import type { BoardFacts } from "./use-board-facts.ts";
import { useBoardNodes } from "./use-board-nodes.ts";
import { useReveal } from "./use-reveal.ts";
import { useShownBoard } from "./use-shown-board.ts";

import styles from "./board-canvas.module.css";

const nodeTypes = {
  claim: ClaimCard,
  quote: QuoteCard,
  article: ArticleCard,
  note: NoteCard,
  group: GroupCard,
};
const edgeTypes = { link: LinkLine };

const minZoom = 0.1;
const maxZoom = 2;
/** A link to a site has no place in an offline page. */
const proOptions = { hideAttribution: true };
const multiSelectionKeys = ["Shift", "Control", "Meta"];

const snapGrid: [number, number] = [gridPx, gridPx];
const noLinks: readonly BoardLink[] = [];
const noEdges: LinkEdge[] = [];

/** The board's cards and lines, moved and linked by mouse and keys. */
export function BoardCanvas({ board, facts, links }: BoardFacts) {
  const { nodes, onNodesChange, moveEnded, nudge, settle, selectCards } = useBoardNodes(
    board.id,
    facts,
  );
  const canvas = useRef<HTMLDivElement>(null);
  const byId = useMemo(() => new Map(facts.map((each) => [each.card.id, each])), [facts]);
  const nameOf = useCallback(
    (link: BoardLink) => {
      const [from, to] = [byId.get(link.from), byId.get(link.to)];
      return from === undefined || to === undefined ? "" : nameOfLink(link, from, to);
    },
    [byId],
  );
  const edges = useLinkEdges(facts.length === 0 ? noLinks : links, nameOf);
  const rects = useMemo(() => absoluteRects(nodes.map(placeOfNode)), [nodes]);
  const isFar = useStore(({ transform }) => isSeenFromAfar(facts.length, transform[2]));
  const selectedIds = useBoard((state) => state.selectedIds);
  const snaps = useWorkbench((state) => state.snapsToGrid);
  const savedViewport = useBoard((state) => state.viewports.get(board.id));
  const reveal = useReveal(canvas);
  useShownBoard({
    boardId: board.id,
    facts,
    links,
    nodes,
    canvas,
    nudge,
    settle,
    selectCards,
    reveal,
  });
  const drop = useBoardDrop(byId);
  const onKeyDownCapture = boardKeys({ nudge, settle, selectCards });

  const canLink = useCallback(
    ({ source, target }: Connection | Edge) => {
      const [a, b] = [byId.get(source as CardId), byId.get(target as CardId)];
      return a !== undefined && b !== undefined && linkBetween(a, b) !== null;
    },
    [byId],
  );
  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, connection: FinalConnectionState) => {
      // Anywhere on a card will do; its edge points need not be hit.
      const point = "changedTouches" in event ? event.changedTouches[0] : event;
      const under =
        point === undefined ? null : document.elementFromPoint(point.clientX, point.clientY);
      const fromId = connection.fromNode?.id as CardId | undefined;
      const toId = (connection.toNode?.id as CardId | undefined) ?? cardIdOf(under);
      if (
        fromId !== undefined &&
        toId !== null &&
        canLink({ source: fromId, target: toId, sourceHandle: null, targetHandle: null })
      ) {
        openPanel({ kind: "new-link", fromId, toId });
      }
    },
    [canLink],
  );

  const onMoveEnd = useCallback(
    (_: unknown, viewport: Viewport) => {
      useBoard.setState(({ viewports }) => ({
        viewports: new Map(viewports).set(board.id, viewport),
      }));
    },
    [board.id],
  );
  const onFocusCapture = (event: FocusEvent) => {
    const id = event.target.matches("[data-card]") ? cardIdOf(event.target) : null;
    const card = id === null ? undefined : byId.get(id);
    if (id !== null && card !== undefined) {
      useBoard.setState({ focusedId: id });
      selectInInspector(card);
      if (event.target.matches(":focus-visible")) {
        reveal(id);
      }
    }
  };
  const onBlurCapture = (event: FocusEvent<HTMLDivElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) {
      settle();
    }
  };

  return (
    <div
      ref={canvas}
      className={styles.canvas}
      role="group"
      aria-label={`Board “${board.title}”`}
      tabIndex={-1}
      data-board-canvas
      data-far={isFar ? "" : undefined}
      onKeyDownCapture={onKeyDownCapture}
      onFocusCapture={onFocusCapture}
      onBlurCapture={onBlurCapture}
      {...drop}
    >
      <p id={cardHelpId} hidden>
        Arrow keys move the card, with Control they go along a line to the next card, Space selects
        it, Enter goes to its passage, E links it, Delete takes it off the board.
      </p>
      <FarViewProvider value={isFar}>
        <ReactFlow<BoardNode, LinkEdge>
          nodes={nodes}
          edges={isFar ? noEdges : edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onNodeDragStop={moveEnded}
          onSelectionDragStop={moveEnded}
          onNodeDoubleClick={onNodeDoubleClick}
          onEdgeClick={onEdgeClick}
          onConnectEnd={onConnectEnd}
          isValidConnection={canLink}
          connectionMode={ConnectionMode.Loose}
          connectionRadius={24}
          connectOnClick={false}
          edgesFocusable={false}
          edgesReconnectable={false}
          // Keys are handled here, so that a move by keys is one change and Enter means the same everywhere.
          disableKeyboardA11y
          deleteKeyCode={null}
          multiSelectionKeyCode={multiSelectionKeys}
          selectionKeyCode="Shift"
          panActivationKeyCode={null} // listens on the whole window, where Space scrolls the article
          selectionMode={SelectionMode.Partial}
          panOnScroll
          zoomOnDoubleClick={false}
          zIndexMode="manual"
          minZoom={minZoom}
          maxZoom={maxZoom}
          {...(savedViewport === undefined ? {} : { defaultViewport: savedViewport })}
          onMoveEnd={onMoveEnd}
          proOptions={proOptions}
          nodeDragThreshold={3}
          snapToGrid={snaps}
          snapGrid={snapGrid}
          onlyRenderVisibleElements={facts.length > mostDrawnCards && !isFar}
        >
          <Background gap={2 * gridPx} size={1.5} />
          <BoardOverview facts={facts} rects={rects} />
          {isFar && (
            <FarLines nodes={nodes} rects={rects} links={links} selectedIds={selectedIds} />
          )}
          <LabelScale canvas={canvas} />
          <BoardPanels byId={byId} facts={facts} links={links} />
        </ReactFlow>
      </FarViewProvider>
      <BoardSummary board={board} facts={facts} links={links} nameOf={nameOf} />
    </div>
  );
}

function onEdgeClick(_: unknown, edge: LinkEdge): void {
  openPanel({ kind: "link", linkId: edge.id });
}

function onNodeDoubleClick(_: unknown, node: BoardNode): void {
  if (node.type === "note" || node.type === "group") {
    useBoard.setState({ editingId: node.id as CardId });
  }
}
