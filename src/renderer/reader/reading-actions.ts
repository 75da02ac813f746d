import type { Action } from "../actions/action.ts";
import { stepLook, usualLook } from "../state/reading-look.ts";
import { announce, changeLook, useWorkbench } from "../state/workbench.ts";

const { getState } = useWorkbench;

const hasPane = () => getState().panes.length > 0;

/** How texts are set, and the way to their headings. */
export const readingActions: readonly Action[] = [
  {
    id: "outline.open",
    title: "Go to a heading of the article",
    section: "Desk",
    keys: ["Alt+O"],
    isEnabled: hasPane,
    run: () => {
      const button = document.querySelector<HTMLElement>("[data-active-pane] [data-outline]");
      if (button === null) {
        announce("This article has no headings");
        return;
      }
      button.focus();
      button.click();
    },
  },
  {
    id: "reading.view",
    title: "Choose colours, type, size and width of texts",
    section: "View",
    keys: ["Alt+R"],
    run: () => {
      const button = document.querySelector<HTMLElement>("[data-reading-view]");
      button?.focus();
      button?.click();
    },
  },
  sized("reading.larger", "Make texts larger", "Alt+=", 1),
  sized("reading.smaller", "Make texts smaller", "Alt+-", -1),
  {
    id: "reading.numbers",
    title: "Show or hide numbers of paragraphs",
    section: "View",
    keys: [],
    run: () => {
      const blockNumbers = !getState().look.blockNumbers;
      changeLook({ blockNumbers });
      announce(blockNumbers ? "Paragraphs are numbered" : "Paragraphs are not numbered");
    },
  },
  {
    id: "reading.whole",
    title: "Keep whole long articles in the page, or only what is near the screen",
    section: "View",
    keys: [],
    run: () => {
      const wholeText = !getState().look.wholeText;
      changeLook({ wholeText });
      announce(
        wholeText
          ? "Whole articles are in the page"
          : "Of long articles only what is near the screen is in the page",
      );
    },
  },
  {
    id: "reading.usual",
    title: "Set texts as usual",
    section: "View",
    keys: [],
    run: () => {
      changeLook(usualLook);
      announce("Texts are set as usual");
    },
  },
];

function sized(id: string, title: string, keys: string, direction: 1 | -1): Action {
  return {
    id,
    title,
    section: "View",
    keys: [keys],
    run: () => {
      const look = stepLook(getState().look, "sizePercent", direction);
      changeLook(look);
      announce(`Size of texts: ${look.sizePercent} %`);
    },
  };
}
