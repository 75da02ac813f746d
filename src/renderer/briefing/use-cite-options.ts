import { wordsOfClaim } from "#contract/briefing";

import { excerpt } from "../claims/excerpt.ts";
import { useRequest } from "../state/requests.tsx";
import type { Subject } from "./editor/cite-command.ts";

export type CiteOption = {
  readonly id: string;
  readonly kind: "Claim" | "Quote" | "Article" | "Table" | "Picture";
  readonly words: string;
  readonly about: string;
  readonly subject: Subject;
};

const mostOfAKind = 6;

/** What can be cited and has all the words that were typed; null: nothing is being cited. */
export function useCiteOptions(typed: string | null): readonly CiteOption[] {
  const isAsked = typed !== null;
  const claims = useRequest("claim.list", isAsked ? {} : null).data ?? [];
  const evidence = useRequest("evidence.list", isAsked ? {} : null).data ?? [];
  const highlights = useRequest("highlight.list", isAsked ? {} : null).data ?? [];
  const articles = useRequest("article.list", isAsked ? {} : null).data ?? [];
  const boards = useRequest("board.list", isAsked ? {} : null).data ?? [];
  if (typed === null) {
    return [];
  }
  const wanted = folded(typed)
    .split(/\s+/u)
    .filter((word) => word !== "");
  const matches = (option: CiteOption) => {
    const text = folded(`${option.kind} ${option.words} ${option.about}`);
    return wanted.every((word) => text.includes(word));
  };
  const titleOf = new Map(articles.map(({ id, title, outlet }) => [id, outlet ?? title]));
  const gradeOf = new Map(
    evidence.map(({ highlightId, reliability, credibility }) => [
      highlightId,
      `${reliability}${credibility ?? 6}`,
    ]),
  );
  const statements = claims.map((claim): CiteOption => ({
    id: claim.id,
    kind: "Claim",
    words: claim.statement,
    about: wordsOfClaim(claim, "status"),
    subject: { kind: "claim", claimId: claim.id },
  }));
  const parts = claims.flatMap((claim) =>
    (["likelihood", "confidence", "status"] as const)
      .filter((part) => part === "status" || claim[part] !== null)
      .map((part): CiteOption => ({
        id: `${claim.id} ${part}`,
        kind: "Claim",
        words: `${part}: ${wordsOfClaim(claim, part)}`,
        about: `of “${excerpt(claim.statement)}”`,
        subject: { kind: "claim", claimId: claim.id, part },
      })),
  );
  const quotes = highlights.map((highlight): CiteOption => ({
    id: highlight.id,
    kind: "Quote",
    words: `“${excerpt(highlight.exact, 120)}”`,
    about: [titleOf.get(highlight.articleId) ?? "", gradeOf.get(highlight.id) ?? ""]
      .join(" ")
      .trim(),
    subject: { kind: "passage", passage: { highlightId: highlight.id } },
  }));
  const sources = articles.map((article): CiteOption => ({
    id: article.id,
    kind: "Article",
    words: article.title,
    about: [article.outlet, article.publishedOn].filter((one) => one !== null).join(", "),
    subject: { kind: "article", articleId: article.id },
  }));
  const figures: CiteOption[] = [
    {
      id: "matrix",
      kind: "Table",
      words: "Claims and sources (matrix)",
      about: "all claims",
      subject: { kind: "figure", figure: { kind: "matrix", boardId: null } },
    },
    ...boards.map((board): CiteOption => ({
      id: `picture ${board.id}`,
      kind: "Picture",
      words: `Board “${board.title}”`,
      about: "as it lies",
      subject: { kind: "figure", figure: { kind: "board", boardId: board.id } },
    })),
    ...boards.map((board): CiteOption => ({
      id: board.id,
      kind: "Table",
      words: `Claims and sources of “${board.title}”`,
      about: "the claims on the board",
      subject: { kind: "figure", figure: { kind: "matrix", boardId: board.id } },
    })),
    {
      id: "ach",
      kind: "Table",
      words: "Competing hypotheses (ACH)",
      about: "",
      subject: { kind: "figure", figure: { kind: "ach" } },
    },
  ];
  return [statements, quotes, sources, figures, parts].flatMap((some) =>
    some.filter(matches).slice(0, mostOfAKind),
  );
}

function folded(words: string): string {
  return words.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
