import { announce, useWorkbench } from "../state/workbench.ts";
import type { Coder } from "./coding.ts";
import { useFindState } from "./find-state.ts";

/** Puts a tag, known or new, on every hit in the open articles, as one change. */
export async function tagAllHits(
  { run }: Coder,
  tag:
    | { readonly id: null; readonly name: string }
    | { readonly id: string; readonly name: string },
): Promise<void> {
  const { panes } = useWorkbench.getState();
  const { found } = useFindState.getState();
  // An article that is open in two panes is tagged once.
  const byArticle = new Map(
    panes.flatMap(({ paneId, articleId }) => {
      const hits = found.find((pane) => pane.paneId === paneId)?.hits ?? [];
      return hits.length === 0 ? [] : [[articleId, hits] as const];
    }),
  );
  const places = [...byArticle].map(([articleId, hits]) => ({
    articleId,
    spans: hits.map(({ start, end }): [number, number] => [start, end]),
  }));
  if (places.length === 0) {
    announce("There are no hits to tag");
    return;
  }
  const counts = await run("highlight.create-many", {
    places,
    ...(tag.id === null ? { newTag: { name: tag.name } } : { tagIds: [tag.id] }),
  });
  if (counts !== null) {
    const total = counts.created + counts.existing;
    announce(`Tagged ${tag.name}: ${total} ${total === 1 ? "hit" : "hits"}`);
  }
}
