import { Ellipsis, X } from "lucide-react";
import { memo } from "react";
import {
  Button as AriaButton,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Tooltip,
  TooltipTrigger,
} from "react-aria-components";

import type { Article, ArticleText } from "#contract/article";
import { reliabilityMeaning } from "#contract/grades";

import { useKeysOf } from "../actions/run-action.ts";
import { maxPanes, movePane, select, useWorkbench } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { shownKeys } from "../ui/keys.ts";
import { closePaneAndFocus, focusPane } from "./open-panes.ts";
import { OutlineMenu } from "./outline-menu.tsx";
import { readSecondPlace } from "./second-place.ts";

import menuStyles from "../ui/menu.module.css";
import styles from "./pane-header.module.css";

/** One row: what is read here, how far its source is trusted, and what can be done with the pane. */
export const PaneHeader = memo(function PaneHeader(properties: {
  paneId: string;
  article: Article;
  titleId: string;
  /** True unless the text has a title of its own, which then is the heading. */
  isHeading: boolean;
  /** Null until it has been read. */
  text: ArticleText | null;
  /** Place of the pane on the desk, from 1. */
  number: number;
  /** Which of the panes with this article it is, from 0. */
  nth: number;
}) {
  const { paneId, article, titleId, isHeading, text, number, nth } = properties;
  const published = [article.outlet, article.publishedOn].filter((part) => part !== null);
  const showArticle = () => {
    select({ kind: "article", articleId: article.id });
    useWorkbench.setState({ inspectorOpen: true });
  };
  const title = (
    <TooltipTrigger delay={400} closeDelay={0}>
      <AriaButton
        id={titleId}
        className={styles.title ?? ""}
        data-proposed={article.titleIsProposed ? "" : undefined}
        onPress={showArticle}
      >
        <span dir="auto">{article.title}</span>
      </AriaButton>
      <Tooltip className={styles.tooltip ?? ""} offset={4}>
        <span dir="auto">{article.title}</span>
        {article.titleIsProposed && (
          <span className={styles.hint}>
            Proposed title: the text has none. Press to keep or change it.
          </span>
        )}
      </Tooltip>
    </TooltipTrigger>
  );
  return (
    <header className={styles.header}>
      {isHeading ? <h2 className={styles.heading}>{title}</h2> : title}
      {article.titleIsProposed && (
        <span className={styles.proposed} title="The text has no title; this one was proposed">
          proposed
        </span>
      )}
      {nth > 0 && <span className={styles.proposed}>place {nth + 1}</span>}
      {published.length > 0 && (
        <span className={styles.source} title={published.join(", ")} dir="auto">
          {published.join(" · ")}
        </span>
      )}
      <span
        className={styles.grade}
        title={`Reliability ${article.reliability}: ${reliabilityMeaning[article.reliability]}`}
      >
        <span className="visually-hidden">Reliability </span>
        {article.reliability}
      </span>
      {text !== null && <OutlineMenu paneId={paneId} text={text} number={number} />}
      <PaneMenu paneId={paneId} onDetails={showArticle} />
      <Button
        label={`Close ${article.title}`}
        hint="Close the article"
        icon={<X />}
        keys={useKeysOf()("pane.close")}
        onPress={() => closePaneAndFocus(paneId)}
      />
    </header>
  );
});

function PaneMenu({ paneId, onDetails }: { paneId: string; onDetails: () => void }) {
  const panes = useWorkbench((state) => state.panes);
  const keysOf = useKeysOf();
  const index = panes.findIndex((pane) => pane.paneId === paneId);
  const move = (step: 1 | -1) => {
    movePane(paneId, step);
    // Moving an element in the page takes the focus from it.
    requestAnimationFrame(() => focusPane(paneId));
  };
  const closeOthers = () => {
    useWorkbench.setState({
      panes: panes.filter((pane) => pane.paneId === paneId),
      activePaneId: paneId,
    });
  };
  const items = [
    {
      id: "left",
      words: "Move left",
      keys: keysOf("pane.move-left"),
      run: () => move(-1),
      isOff: index === 0,
    },
    {
      id: "right",
      words: "Move right",
      keys: keysOf("pane.move-right"),
      run: () => move(1),
      isOff: index === panes.length - 1,
    },
    {
      id: "second",
      words: "Open a second place",
      keys: keysOf("pane.second-place"),
      run: () => readSecondPlace(paneId),
      isOff: panes.length >= maxPanes,
    },
    { id: "details", words: "Show article details", run: onDetails, isOff: false },
    { id: "others", words: "Close the other articles", run: closeOthers, isOff: panes.length < 2 },
    {
      id: "close",
      words: "Close",
      keys: keysOf("pane.close"),
      run: () => closePaneAndFocus(paneId),
      isOff: false,
    },
  ];
  return (
    <MenuTrigger>
      <AriaButton
        className={`${menuStyles.iconTrigger} ${styles.menuButton}`}
        aria-label={`Menu of article ${index + 1}`}
      >
        <Ellipsis />
      </AriaButton>
      <Popover className={menuStyles.popover ?? ""} placement="bottom end" offset={4}>
        <Menu className={`${menuStyles.menu} ${styles.menu}`} aria-label="Article in this pane">
          {items.map((item) => (
            <MenuItem
              key={item.id}
              className={`${menuStyles.item} ${styles.item}`}
              textValue={item.words}
              isDisabled={item.isOff}
              onAction={item.run}
            >
              <span>{item.words}</span>
              {item.keys !== undefined && <kbd>{shownKeys(item.keys)}</kbd>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
