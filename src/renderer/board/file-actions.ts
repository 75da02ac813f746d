import type { BoardFormat } from "#contract/board";
import { Failure } from "#contract/failure";

import type { Action, ActionContext } from "../actions/action.ts";
import { announce } from "../state/workbench.ts";
import { hasCards } from "./board-action.ts";
import { boardInPng } from "./board-in-png.ts";
import { useBoard } from "./board-state.ts";
import { loadedPicture } from "./picture.ts";

async function saveBoard({ request, shell }: ActionContext, format: BoardFormat): Promise<void> {
  const { shown } = useBoard.getState();
  if (shown === null) {
    return;
  }
  shown.settle();
  const { fileName, text } = await request("board.export", { boardId: shown.boardId, format });
  if (await shell.saveText(fileName, text)) {
    announce(`Saved ${fileName}`);
  }
}

/** A picture that is opened everywhere; the core's SVG, drawn here, where there is something to draw with. */
async function saveBoardAsPng({ request, shell }: ActionContext): Promise<void> {
  const { shown } = useBoard.getState();
  if (shown === null) {
    return;
  }
  shown.settle();
  const board = await request("board.export", { boardId: shown.boardId, format: "svg" });
  if (board.size === null) {
    throw new Error("an SVG has a size");
  }
  const fileName = board.fileName.replace(/\.svg$/u, ".png");
  announce(`Drawing ${fileName}`);
  const { bytes, scale } = await drawn(board.text, board.size);
  if (await shell.saveBytes(fileName, bytes)) {
    announce(
      scale < 1
        ? `Saved ${fileName}, at ${Math.max(1, Math.round(100 * scale))} % of its size: no larger one can be drawn. The SVG has all of it`
        : `Saved ${fileName}`,
    );
  }
}

function drawn(svg: string, size: { readonly width: number; readonly height: number }) {
  return boardInPng(svg, size).catch((error: unknown) => {
    throw new Failure(
      "internal",
      "The board could not be drawn as PNG; nothing was written. Save it as SVG instead.",
      { cause: error },
    );
  });
}

/** The board as a file or on paper, for others. */
export const fileActions: readonly Action[] = [
  {
    id: "board.save-svg",
    title: "Save the board as a picture (SVG)",
    section: "Board",
    keys: [],
    isEnabled: hasCards,
    run: (context) => saveBoard(context, "svg"),
  },
  {
    id: "board.save-png",
    title: "Save the board as a picture (PNG)",
    section: "Board",
    keys: [],
    isEnabled: hasCards,
    run: saveBoardAsPng,
  },
  {
    id: "board.save-canvas",
    title: "Save the board as JSON Canvas, for Obsidian",
    section: "Board",
    keys: [],
    isEnabled: hasCards,
    run: (context) => saveBoard(context, "json-canvas"),
  },
  {
    id: "board.print",
    title: "Print the board",
    section: "Board",
    keys: [],
    isEnabled: hasCards,
    run: async ({ request }) => {
      const { shown } = useBoard.getState();
      if (shown !== null) {
        shown.settle();
        const { text } = await request("board.export", { boardId: shown.boardId, format: "svg" });
        const picture = await loadedPicture(text);
        useBoard.setState({ printed: picture.src });
      }
    },
  },
];
