import type { Action } from "../actions/action.ts";
import { announce, maxPanes, openArticle, useWorkbench } from "../state/workbench.ts";
import { fileToSend, importFiles } from "./import-files.ts";
import { useImportState } from "./import-state.ts";

export const libraryActions: readonly Action[] = [
  {
    id: "library.import",
    title: "Import text files",
    section: "Project",
    keys: ["Mod+O"],
    run: async (context) => {
      const files = await chooseFiles();
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
      useWorkbench.setState({ panes: [], activePaneId: null });
      for (const article of articles) {
        openArticle(article.id);
      }
      const [first] = useWorkbench.getState().panes;
      useWorkbench.setState({ activePaneId: first?.paneId ?? null });
      announce(`${articles.length} articles opened side by side`);
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
        document.querySelector<HTMLElement>("[data-article-list] [tabindex='0']")?.focus();
      });
    },
  },
  {
    id: "article.trash",
    title: "Move the selected article to the trash",
    section: "Project",
    keys: ["Delete"],
    scope: "library",
    isEnabled: () => useWorkbench.getState().selection?.kind === "article",
    run: async ({ run }) => {
      const { selection } = useWorkbench.getState();
      if (selection?.kind === "article") {
        await run("article.trash", { articleIds: [selection.articleId] });
        announce("Article moved to the trash. Undo brings it back.");
      }
    },
  },
];

/** The system's own dialog. Empty when the user cancels. */
function chooseFiles(): Promise<File[]> {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = ".txt,.text,.md,text/plain";
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve([...(input.files ?? [])]));
    input.addEventListener("cancel", () => resolve([]));
    input.click();
  });
}
