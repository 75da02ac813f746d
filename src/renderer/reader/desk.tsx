import { FileInput, Library } from "lucide-react";
import { Fragment } from "react";
import { Group, Panel, Separator } from "react-resizable-panels";

import { ActionButton } from "../actions/action-button.tsx";
import { useKeysOf } from "../actions/run-action.ts";
import { useRequest, useSend } from "../state/requests.tsx";
import { useWorkbench } from "../state/workbench.ts";
import { shownKeys } from "../ui/keys.ts";
import { ArticlePane } from "./article-pane.tsx";
import {
  deskSizesKey,
  layoutOfPanes,
  readDeskSizes,
  setDeskSizes,
  useDeskSizes,
  withLayout,
} from "./desk-sizes.ts";
import { FindBar } from "./find-bar.tsx";
import { styleOfLook } from "./style-of-look.ts";
import { useFollow } from "./use-follow.ts";

import styles from "./desk.module.css";
import "./paint.css";

/** Up to six articles side by side, with the find bar above them. */
export function Desk() {
  const panes = useWorkbench((state) => state.panes);
  const sizes = useRequest("view.read", { key: deskSizesKey });
  const look = useWorkbench((state) => state.look);
  useFollow();

  return (
    <main
      className={styles.desk}
      aria-label="Desk"
      style={styleOfLook(look)}
      data-block-numbers={look.blockNumbers ? "" : undefined}
    >
      <p id="reader-keys" className="visually-hidden">
        Arrow keys move by sentence, with Shift they extend the passage. 1 to 9 tag it, T finds a
        tag, H highlights, C makes a claim, L links to one. The keys . and , walk through
        highlights. With a screen reader, these keys work in its focus mode: NVDA and Space in NVDA,
        Insert and Z in JAWS.
      </p>
      <FindBar />
      {panes.length === 0 ? <EmptyDesk /> : sizes.isPending || <Panes saved={sizes.data} />}
    </main>
  );
}

function Panes({ saved }: { saved: unknown }) {
  const panes = useWorkbench((state) => state.panes);
  const request = useSend();
  const sizes = useDeskSizes((state) => state.sizes) ?? readDeskSizes(saved);
  const paneIds = panes.map(({ paneId }) => paneId);

  return (
    <div className={styles.scroller}>
      <Group
        className={styles.panes}
        id="desk-panes"
        orientation="horizontal"
        data-count={panes.length}
        // Taken up again whenever panes come or go.
        defaultLayout={layoutOfPanes(sizes, paneIds)}
        onLayoutChanged={(changed, { isUserInteraction }) => {
          if (isUserInteraction) {
            setDeskSizes(request, withLayout(sizes, paneIds, changed));
          }
        }}
      >
        {panes.map((pane, index) => (
          <Fragment key={pane.paneId}>
            {index > 0 && (
              <Separator
                className={styles.separator}
                aria-label={`Width of articles ${index} and ${index + 1}`}
              />
            )}
            <Panel id={pane.paneId} minSize="10rem">
              <ArticlePane pane={pane} index={index} />
            </Panel>
          </Fragment>
        ))}
      </Group>
    </div>
  );
}

function EmptyDesk() {
  const hasArticles = (useRequest("article.list", {}).data?.length ?? 0) > 0;
  const keysOf = useKeysOf();
  const keyOf = (action: string) => <kbd>{shownKeys(keysOf(action) ?? "")}</kbd>;
  return (
    <div className={styles.empty} data-empty-desk>
      <h2>{hasArticles ? "Nothing on the desk" : "No articles yet"}</h2>
      <p>
        {hasArticles ? (
          <>
            Open an article from the library: {keyOf("library.focus")}, choose one, <kbd>Enter</kbd>
            . Up to six lie side by side; {keyOf("library.open-all")} opens the first six.
          </>
        ) : (
          <>
            Import the articles about the event with {keyOf("library.import")}, or drop their files
            here. Then open them side by side.
          </>
        )}
      </p>
      <div className={styles.steps}>
        {hasArticles && (
          <>
            <ActionButton action="library.open-all" kind="primary" showLabel />
            <ActionButton action="library.focus" icon={<Library />} showLabel />
          </>
        )}
        <ActionButton
          action="library.import"
          icon={<FileInput />}
          showLabel
          kind={hasArticles ? "plain" : "primary"}
        />
      </div>
    </div>
  );
}
