import { TableOfContents } from "lucide-react";
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";

import type { ArticleText, Block } from "#contract/article";

import { openPane } from "./open-panes.ts";

import menuStyles from "../ui/menu.module.css";
import styles from "./outline-menu.module.css";

/** The headings of an article; choosing one goes on reading there. */
export function OutlineMenu(properties: { paneId: string; text: ArticleText; number: number }) {
  const { paneId, text, number } = properties;
  const headings = headingsOf(text.blocks);
  // One heading is the title, which is where reading begins anyway.
  if (headings.length < 2) {
    return null;
  }
  const goTo = (heading: Block) => {
    // The menu gives the focus back to its button when it closes; the text has it after that.
    setTimeout(() => openPane(paneId)?.readFrom(heading));
  };
  return (
    <MenuTrigger>
      <AriaButton
        className={`${menuStyles.iconTrigger} ${styles.button}`}
        aria-label={`Headings of article ${number}`}
        data-outline
      >
        <TableOfContents />
      </AriaButton>
      <Popover className={menuStyles.popover ?? ""} placement="bottom end" offset={4}>
        <Menu className={`${menuStyles.menu} ${styles.menu}`} aria-label="Headings">
          {headings.map((heading) => (
            <MenuItem
              key={heading.start}
              id={heading.start}
              className={`${menuStyles.item} ${styles.item}`}
              data-level={Math.min(heading.level, 3)}
              textValue={text.text.slice(heading.start, heading.end)}
              onAction={() => goTo(heading)}
            >
              <span dir="auto">{text.text.slice(heading.start, heading.end)}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function headingsOf(blocks: readonly Block[]): Block[] {
  return blocks.filter(({ kind, boilerplate }) => kind === "heading" && !boilerplate);
}
