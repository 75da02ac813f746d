import "@xyflow/react/dist/base.css";
import {
  Background,
  ConnectionMode,
  MiniMap,
  ReactFlow,
  SelectionMode,
  useStore,
} from "@xyflow/react";
import type { Connection, Edge, FinalConnectionState } from "@xyflow/react";
import { useCallback, useLayoutEffect, useMemo, useRef } from "react";
import type { FocusEvent, KeyboardEvent, RefObject } from "react";

import type { CardId } from "#contract/ids";

import { ArticleCard } from "./article-card.tsx";
import { linkBetween, nameOfLink } from "./board-facts.ts";
import type { BoardLink } from "./board-facts.ts";
import { cardHelpId } from "./board-nodes.ts";
import type { BoardNode } from "./board-nodes.ts";
import { BoardPanels } from "./board-panels.tsx";
import { actedOnIds, cardIdOf, cardWithFocus, openPanel, useBoard } from "./board-state.ts";
import type { Viewport } from "./board-state.ts";
import { BoardSummary } from "./board-summary.tsx";
import { selectInInspector } from "./card-commands.ts";
import { ClaimCard } from "./claim-card.tsx";
import { GroupCard } from "./group-card.tsx";
import { LinkLine, useLinkEdges } from "./link-edge.tsx";
import type { LinkEdge } from "./link-edge.tsx";
import { NoteCard } from "./note-card.tsx";
import { QuoteCard } from "./quote-card.tsx";
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

const arrows: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
/** One press of an arrow key moves cards this far; with Shift four times as far. */
const stepPx = 10;
const minZoom = 0.1;
const maxZoom = 2;
/** The canvas is at least this large before an overview helps more than it hides. */
const overviewSize = { width: 160, height: 110 };
const overviewFrom = { width: 760, height: 360 };

/** Words and signs on lines are never drawn smaller than at this zoom. */
const minLabelZoom = 0.75;

/** A link to a site has no place in an offline page. */
const proOptions = { hideAttribution: true };
const multiSelectionKeys = ["Shift", "Control", "Meta"];

const noLinks: readonly BoardLink[] = [];

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
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) {
      return; // the beginning of a shortcut
    }
    const focused = cardWithFocus();
    const direction = arrows[event.key];
    const isOnCards = focused !== null || event.target === canvas.current;
    if (!isOnCards || event.ctrlKey || event.metaKey || event.altKey) {
      settle();
    } else if (direction !== undefined) {
      event.preventDefault();
      const factor = event.shiftKey ? 4 * stepPx : stepPx;
      nudge(actedOnIds(), { x: direction.x * factor, y: direction.y * factor });
    } else {
      settle();
      if (event.key === " " && focused !== null) {
        event.preventDefault();
        const { selectedIds } = useBoard.getState();
        selectCards(
          selectedIds.includes(focused)
            ? selectedIds.filter((id) => id !== focused)
            : [...selectedIds, focused],
        );
      }
    }
  };
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
      onKeyDownCapture={onKeyDownCapture}
      onFocusCapture={onFocusCapture}
      onBlurCapture={onBlurCapture}
      {...drop}
    >
      <p id={cardHelpId} hidden>
        Arrow keys move the card, Space selects it, Enter goes to its passage, E links it, Delete
        takes it off the board.
      </p>
      <ReactFlow<BoardNode, LinkEdge>
        nodes={nodes}
        edges={edges}
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
      >
        <Background gap={24} size={1.5} />
        <Overview />
        <LabelScale canvas={canvas} />
        <BoardPanels byId={byId} facts={facts} links={links} />
      </ReactFlow>
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

/** Keeps the signs on lines large enough to read, however small the board is drawn. */
function LabelScale({ canvas }: { canvas: RefObject<HTMLElement | null> }) {
  const scale = useStore(({ transform }) => Math.max(1, minLabelZoom / transform[2]));
  useLayoutEffect(() => {
    canvas.current?.style.setProperty("--label-scale", String(scale));
  }, [canvas, scale]);
  return null;
}

function Overview() {
  const isLarge = useStore(
    ({ width, height }) => width >= overviewFrom.width && height >= overviewFrom.height,
  );
  return isLarge ? (
    <MiniMap<BoardNode>
      className={styles.overview ?? ""}
      nodeClassName={classOfNode}
      ariaLabel="Overview of the board"
      style={overviewSize}
      pannable
      zoomable
    />
  ) : null;
}

function classOfNode(node: BoardNode): string {
  return styles[`overview-${node.data.kind}`] ?? "";
}
