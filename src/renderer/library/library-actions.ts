import type { Action } from "../actions/action.ts";
import { focusActivePane } from "../reader/open-panes.ts";
import { announce, maxPanes, openSideBySide, useWorkbench } from "../state/workbench.ts";
import { chooseFiles } from "../ui/choose-files.ts";
import { chosenArticles, useChosenArticles } from "./chosen-articles.ts";
import { fileToSend, importFiles } from "./import-files.ts";
import { useImportState } from "./import-state.ts";

export const libraryActions: readonly Action[] = [
  {
    id: "library.import",
    title: "Import text files",
    section: "Project",
    keys: ["Mod+O"],
    run: async (context) => {
      const files = await chooseFiles(".txt,.text,.md,text/plain", { multiple: true });
      if (files.length > 0) {
        await importFiles(context, files.map(fileToSend));
      }
    },
  },
  {
    id: "library.paste",
    title: "Import pasted text",
    section: "Project",
    keys: ["Mod+Alt+V"],
    run: () => {
      useWorkbench.setState({ libraryOpen: true });
      useImportState.setState({ isPasting: true });
    },
  },
  {
    id: "library.open-all",
    title: "Open the first six articles side by side",
    section: "Desk",
    keys: ["Alt+A"],
    run: async ({ request }) => {
      const articles = (await request("article.list", {})).slice(0, maxPanes);
      openSideBySide(articles.map(({ id }) => id));
      announce(`${articles.length} articles opened side by side`);
      requestAnimationFrame(focusActivePane);
    },
  },
  {
    id: "library.open-chosen",
    title: "Open the chosen articles side by side",
    section: "Desk",
    keys: ["Mod+Enter"],
    scope: "library",
    run: () => {
      const ids = chosen();
      if (ids.length === 0) {
        announce(
          "Choose articles in the library first: Shift and the arrow keys, or Ctrl and click",
        );
        return;
      }
      openSideBySide(ids);
      const shown = Math.min(ids.length, maxPanes);
      announce(
        ids.length > maxPanes
          ? `The first ${shown} of ${ids.length} chosen articles opened side by side`
          : `${shown} ${shown === 1 ? "article" : "articles"} opened side by side`,
      );
      requestAnimationFrame(focusActivePane);
    },
  },
  {
    id: "library.focus",
    title: "Go to the library",
    section: "Desk",
    keys: ["Alt+L"],
    run: () => {
      useWorkbench.setState({ libraryOpen: true });
      requestAnimationFrame(() => {
        // Until a row has had the focus the list has it, and hands it on to its first row.
        const list = document.querySelector<HTMLElement>("[data-article-list]");
        (list?.querySelector<HTMLElement>("[tabindex='0']") ?? list)?.focus();
      });
    },
  },
  {
    id: "article.trash",
    title: "Move the chosen articles to the trash",
    section: "Project",
    keys: ["Delete"],
    scope: "library",
    isEnabled: () => chosen().length > 0,
    run: async ({ run }) => {
      const articleIds = [...chosen()];
      if ((await run("article.trash", { articleIds })) !== null) {
        announce(
          articleIds.length === 1
            ? "Article moved to the trash. Undo brings it back."
            : `${articleIds.length} articles moved to the trash. Undo brings them back.`,
        );
      }
    },
  },
];

function chosen() {
  return chosenArticles(useChosenArticles.getState().ids, useWorkbench.getState().selection);
}
