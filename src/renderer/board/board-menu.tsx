import { ChevronDown } from "lucide-react";
import { useState } from "react";
import {
  Button,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from "react-aria-components";

import type { Board } from "#contract/board";
import type { BoardId } from "#contract/ids";

import { useCommand } from "../state/use-command.ts";
import { announce, useWorkbench } from "../state/workbench.ts";
import { useBoard } from "./board-state.ts";

import menuStyles from "../ui/menu.module.css";
import styles from "./board-menu.module.css";

/** Names the shown board; its menu goes to another, makes, renames or removes one. */
export function BoardMenu({ boards, board }: { boards: readonly Board[]; board: Board }) {
  const run = useCommand();
  // Not kept here: the toolbar is made anew for each board, also for the one that is just being named.
  const isNaming = useBoard((state) => state.namingId === board.id);
  const [takesFocus, setTakesFocus] = useState(false);
  const show = (boardId: BoardId | null) => useWorkbench.setState({ boardId });

  const create = async () => {
    const made = await run("board.create", { title: freeTitle(boards) });
    if (made !== null) {
      show(made.id);
      useBoard.setState({ namingId: made.id });
      announce(`Board “${made.title}” made`);
    }
  };
  const remove = async () => {
    if ((await run("board.trash", { boardId: board.id })) !== null) {
      show(null);
      announce(`Board “${board.title}” removed`);
    }
  };

  if (isNaming) {
    return (
      <BoardName
        title={board.title}
        onDone={(title, byKey) => {
          setTakesFocus(byKey);
          useBoard.setState({ namingId: null });
          if (title !== null && title !== board.title) {
            void run("board.rename", { boardId: board.id, title });
          }
        }}
      />
    );
  }
  return (
    <MenuTrigger>
      <Button
        className={styles.button ?? ""}
        autoFocus={takesFocus}
        aria-label={`Board: ${board.title}`}
      >
        <span className={styles.title} dir="auto">
          {board.title}
        </span>
        <ChevronDown aria-hidden="true" />
      </Button>
      <Popover
        className={`${menuStyles.popover} ${styles.popover}`}
        placement="bottom start"
        offset={4}
      >
        <Menu className={styles.menu ?? ""} aria-label="Boards">
          <MenuSection
            aria-label="Boards"
            selectionMode="single"
            selectedKeys={[board.id]}
            disallowEmptySelection
          >
            {boards.map(({ id, title }) => (
              <MenuItem
                key={id}
                id={id}
                className={`${menuStyles.item} ${styles.item}`}
                textValue={title}
                onAction={() => show(id)}
              >
                <span className={styles.tick} aria-hidden="true">
                  {id === board.id ? "✓" : ""}
                </span>
                <span dir="auto">{title}</span>
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className={menuStyles.separator ?? ""} />
          <MenuItem className={`${menuStyles.item} ${styles.item}`} onAction={() => void create()}>
            <span className={styles.tick} />
            New board
          </MenuItem>
          <MenuItem
            className={`${menuStyles.item} ${styles.item}`}
            onAction={() => afterMenu(() => useBoard.setState({ namingId: board.id }))}
          >
            <span className={styles.tick} />
            Rename board
          </MenuItem>
          <MenuItem
            className={`${menuStyles.item} ${styles.item}`}
            isDisabled={boards.length === 1}
            onAction={() => void remove()}
          >
            <span className={styles.tick} />
            Remove board
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** A menu gives the focus back a frame after it has closed; what takes it next has to wait. */
function afterMenu(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}

function BoardName(properties: {
  title: string;
  /** Null: the name stays as it is. */
  onDone: (title: string | null, byKey: boolean) => void;
}) {
  const { title, onDone } = properties;
  const [typed, setTyped] = useState(title);
  const named = typed.trim() === "" ? null : typed.trim();
  return (
    <input
      ref={(field) => field?.focus()}
      className={styles.name}
      aria-label="Name of the board"
      dir="auto"
      maxLength={1_000}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => onDone(named, false)}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.nativeEvent.isComposing) {
          event.preventDefault(); // or it would press the button that gets the focus
          onDone(named, true);
        } else if (event.key === "Escape") {
          event.stopPropagation();
          onDone(null, true);
        }
      }}
    />
  );
}

/** "Board 2", or the next number that no board has. */
function freeTitle(boards: readonly Board[]): string {
  const titles = new Set(boards.map(({ title }) => title));
  let number = boards.length + 1;
  while (titles.has(`Board ${number}`)) {
    number += 1;
  }
  return `Board ${number}`;
}
