import type { LexicalEditor } from "lexical";
import { $getNodeByKey } from "lexical";
import { useEffect, useMemo, useState } from "react";

import type { HighlightId } from "#contract/ids";

import { useRequest } from "../state/requests.tsx";
import type { CitationFacts } from "./citation-facts.ts";
import { $isCitationNode, CitationNode } from "./editor/citation-node.tsx";

/** What the citations in the editor show, kept up to date. */
export function useCitedFacts(editor: LexicalEditor): CitationFacts {
  const highlightIds = useCitedHighlights(editor);
  const claims = useRequest("claim.list", {}).data;
  const articles = useRequest("article.list", {}).data;
  const quotes = useRequest("briefing.quotes", { highlightIds: [...highlightIds] });
  return useMemo(
    () => ({
      claims: claims === undefined ? null : new Map(claims.map((claim) => [claim.id, claim])),
      articles:
        articles === undefined ? null : new Map(articles.map((article) => [article.id, article])),
      quotes:
        quotes.data === undefined
          ? null
          : new Map(quotes.data.map((quote) => [quote.highlightId, quote])),
      // While a new citation is being looked up the answer is that of before, and does not know it.
      hasAllQuotes: quotes.data !== undefined && !quotes.isPlaceholderData,
    }),
    [claims, articles, quotes.data, quotes.isPlaceholderData],
  );
}

/** The highlights that are cited, each once, in the order of their ids. */
function useCitedHighlights(editor: LexicalEditor): readonly HighlightId[] {
  const [ids, setIds] = useState<readonly HighlightId[]>([]);
  useEffect(() => {
    const byKey = new Map<string, HighlightId>();
    return editor.registerMutationListener(
      CitationNode,
      (mutations) => {
        editor.getEditorState().read(() => {
          for (const [key, mutation] of mutations) {
            const node = mutation === "destroyed" ? null : $getNodeByKey(key);
            const citation = $isCitationNode(node) ? node.getCitation() : null;
            if (citation?.kind === "quote") {
              byKey.set(key, citation.highlightId);
            } else {
              byKey.delete(key);
            }
          }
        });
        const next = [...new Set(byKey.values())].toSorted();
        setIds((before) => (before.join() === next.join() ? before : next));
      },
      { skipInitialization: false },
    );
  }, [editor]);
  return ids;
}
