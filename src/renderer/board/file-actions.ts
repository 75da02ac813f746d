import type { BoardFormat } from "#contract/board";

import type { Action, ActionContext } from "../actions/action.ts";
import { announce } from "../state/workbench.ts";
import { hasCards } from "./board-action.ts";
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
