import { FORMAT_TEXT_COMMAND } from "lexical";

import type { Action, ActionContext } from "../actions/action.ts";
import { chosenPassage } from "../claims/chosen-passage.ts";
import { announce, showDock, useWorkbench } from "../state/workbench.ts";
import { openBriefing, useBriefing } from "./briefing-state.ts";
import { changeList } from "./change-list.ts";
import type { ListChange } from "./change-list.ts";
import { shownChecks } from "./checks-control.ts";
import type { ChecksControl } from "./checks-control.ts";
import { insertTable, setBlocks } from "./editor/block-commands.ts";
import type { BlockKind } from "./editor/block-commands.ts";
import { CITE_COMMAND } from "./editor/cite-command.ts";
import type { Subject } from "./editor/cite-command.ts";
import { saveBriefingAsMarkdown } from "./save-briefing.ts";

const listTitles: Record<ListChange, string> = {
  duplicate: "Duplicate the briefing",
  "move-up": "Move the briefing up in the list",
  "move-down": "Move the briefing down in the list",
  trash: "Move the briefing to the trash",
};

const isOpen = () => openBriefing() !== null;

export const briefingActions: readonly Action[] = [
  {
    id: "briefing.new",
    title: "New briefing",
    section: "Briefing",
    keys: ["Mod+Alt+B"],
    run: () => {
      showDock("briefing");
      useBriefing.setState({ isBeginning: true });
    },
  },
  {
    id: "briefing.cite",
    title: "Cite the passage or the claim in the briefing",
    section: "Briefing",
    keys: ["i"],
    isEnabled: () => chosenSubject() !== null,
    run: citeChosen,
  },
  blockAction("h1", "Heading 1", "1"),
  blockAction("h2", "Heading 2", "2"),
  blockAction("h3", "Heading 3", "3"),
  blockAction("paragraph", "Plain paragraph", "0"),
  blockAction("bullet", "Bulleted list", "8"),
  blockAction("number", "Numbered list", "7"),
  blockAction("quotation", "Quotation", "9"),
  blockAction("code", "Block of code", "C"),
  formatAction("bold", "Bold", "Mod+B"),
  formatAction("italic", "Italic", "Mod+I"),
  formatAction("code", "Code", "Mod+E"),
  {
    id: "briefing.table",
    title: "Insert a table",
    section: "Briefing",
    keys: ["Mod+Alt+T"],
    scope: "briefing",
    isEnabled: isOpen,
    run: () => {
      const open = openBriefing();
      if (open !== null) {
        insertTable(open.editor);
      }
    },
  },
  {
    id: "briefing.board-picture",
    title: "Insert a picture of the board",
    section: "Briefing",
    keys: ["Mod+Alt+P"],
    scope: "briefing",
    isEnabled: isOpen,
    run: insertBoardPicture,
  },
  {
    id: "briefing.link",
    title: "Link to an address",
    section: "Briefing",
    keys: ["Mod+Shift+K"],
    scope: "briefing",
    isEnabled: isOpen,
    run: () => useBriefing.setState(({ isLinking }) => ({ isLinking: !isLinking })),
  },
  {
    id: "briefing.find",
    title: "Find and replace in the briefing",
    section: "Briefing",
    keys: ["Mod+F"],
    scope: "briefing",
    isEnabled: isOpen,
    run: () => useBriefing.setState({ isFinding: true }),
  },
  checkAction("next-finding", "Go to the next finding of the checks", "F8", ({ step }) => step(1)),
  checkAction("previous-finding", "Go to the finding before", "Shift+F8", ({ step }) => step(-1)),
  checkAction("fix-finding", "Put right the finding of the checks", "Mod+.", ({ fix }) => fix()),
  ...(["duplicate", "move-up", "move-down", "trash"] as const).map(listAction),
  sideAction("checks", "Show the checks of the briefing", "Mod+Alt+X"),
  sideAction("outline", "Show the outline of the briefing", "Mod+Alt+O"),
  {
    id: "briefing.save-markdown",
    title: "Save the briefing as Markdown",
    section: "Briefing",
    keys: ["Mod+Alt+S"],
    isEnabled: isOpen,
    run: ({ request, shell }) => saveBriefingAsMarkdown(request, shell),
  },
];

function blockAction(kind: BlockKind, title: string, key: string): Action {
  return {
    id: `briefing.${kind}`,
    title,
    section: "Briefing",
    keys: [`Mod+Alt+${key}`],
    scope: "briefing",
    isEnabled: isOpen,
    run: () => {
      const open = openBriefing();
      if (open !== null) {
        setBlocks(open.editor, kind);
        open.editor.focus();
      }
    },
  };
}

/** In the text the editor itself listens to these keys. */
function formatAction(format: "bold" | "italic" | "code", title: string, keys: string): Action {
  return {
    id: `briefing.format-${format}`,
    title,
    section: "Briefing",
    keys: [keys],
    scope: "briefing",
    isEnabled: isOpen,
    run: () => {
      openBriefing()?.editor.dispatchCommand(FORMAT_TEXT_COMMAND, format);
    },
  };
}

function checkAction(
  name: string,
  title: string,
  keys: string,
  act: (checks: ChecksControl) => void,
): Action {
  return {
    id: `briefing.${name}`,
    title,
    section: "Briefing",
    keys: [keys],
    scope: "briefing",
    isEnabled: isOpen,
    run: () => {
      const checks = shownChecks();
      if (checks === null) {
        useBriefing.setState({ side: "checks" });
        announce("The checks are shown");
      } else {
        act(checks);
      }
    },
  };
}

function listAction(change: ListChange): Action {
  return {
    id: `briefing.${change}`,
    title: listTitles[change],
    section: "Briefing",
    keys: [],
    isEnabled: isOpen,
    run: (context) => changeList(context, change),
  };
}

function sideAction(side: "checks" | "outline", title: string, keys: string): Action {
  return {
    id: `briefing.${side}`,
    title,
    section: "Briefing",
    keys: [keys],
    scope: "briefing",
    isEnabled: isOpen,
    run: () => useBriefing.setState((state) => ({ side: state.side === side ? null : side })),
  };
}

function chosenSubject(): Subject | null {
  const state = useWorkbench.getState();
  const passage = chosenPassage(state);
  if (passage !== null) {
    return { kind: "passage", passage };
  }
  const { selection } = state;
  return selection?.kind === "claim"
    ? { kind: "claim", claimId: selection.claimId }
    : selection?.kind === "article"
      ? { kind: "article", articleId: selection.articleId }
      : null;
}

/** Of the board that is shown or was last; where there are several, @ offers each. */
async function insertBoardPicture({ request }: ActionContext): Promise<void> {
  const boards = await request("board.list", {});
  const shown = useWorkbench.getState().boardId;
  const board = boards.find(({ id }) => id === shown) ?? boards[0];
  if (board === undefined) {
    announce("There is no board");
    return;
  }
  openBriefing()?.editor.dispatchCommand(CITE_COMMAND, {
    kind: "figure",
    figure: { kind: "board", boardId: board.id },
  });
  announce(`Inserted a picture of “${board.title}”`);
}

function citeChosen(_: ActionContext): void {
  const subject = chosenSubject();
  const open = openBriefing();
  if (open === null) {
    announce("Open a briefing in the dock to cite in it");
  } else if (subject !== null) {
    open.editor.dispatchCommand(CITE_COMMAND, subject);
  }
}
