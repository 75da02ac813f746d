import type { Article } from "#contract/article";
import type { Card } from "#contract/board";
import { statusInForce } from "#contract/claim";
import type { Claim, Evidence, Relation, RelationType, Stance } from "#contract/claim";
import type { Highlight } from "#contract/highlight";
import type { ArticleId, CardId } from "#contract/ids";

import { stances, stanceWords } from "../claims/stance-words.ts";
import { countOf, statusWords } from "../claims/status-words.ts";
import { inReadingOrder } from "./reading-order.ts";

/** A card with what it stands for. */
export type CardFacts =
  | { readonly kind: "claim"; readonly card: Card; readonly claim: Claim }
  | {
      readonly kind: "quote";
      readonly card: Card;
      readonly highlight: Highlight;
      readonly article: Article;
      /** Links of the quote to claims, on this board or not. */
      readonly evidence: readonly Evidence[];
    }
  | { readonly kind: "article"; readonly card: Card; readonly article: Article }
  | { readonly kind: "note"; readonly card: Card; readonly text: string }
  | {
      readonly kind: "group";
      readonly card: Card;
      readonly title: string;
      readonly memberCount: number;
    };

/** A line on the board. It is drawn from the facts and never stored by itself. */
export type BoardLink =
  | {
      readonly kind: "relation";
      readonly id: string;
      readonly from: CardId;
      readonly to: CardId;
      readonly type: RelationType;
      readonly relation: Relation;
    }
  | {
      readonly kind: "evidence";
      readonly id: string;
      readonly from: CardId;
      readonly to: CardId;
      readonly type: Stance;
      readonly evidence: Evidence;
    };

export type Sources = {
  readonly cards: readonly Card[];
  readonly claims: readonly Claim[];
  readonly highlights: readonly Highlight[];
  readonly articles: readonly Article[];
  readonly evidence: readonly Evidence[];
  readonly relations: readonly Relation[];
};

/** The cards in reading order with what they stand for; a card whose subject is not known (yet) is left out. */
export function factsOfCards(sources: Sources): CardFacts[] {
  const claims = new Map(sources.claims.map((claim) => [claim.id, claim]));
  const highlights = new Map(sources.highlights.map((highlight) => [highlight.id, highlight]));
  const articles = new Map(sources.articles.map((article) => [article.id, article]));
  const evidenceOf = Map.groupBy(sources.evidence, ({ highlightId }) => highlightId);
  const membersOf = Map.groupBy(sources.cards, ({ groupId }) => groupId);
  const articleOf = (id: ArticleId | undefined) =>
    id === undefined ? undefined : articles.get(id);
  return inReadingOrder(sources.cards).flatMap((card): CardFacts[] => {
    const { subject } = card;
    switch (subject.kind) {
      case "claim": {
        const claim = claims.get(subject.claimId);
        return claim === undefined ? [] : [{ kind: "claim", card, claim }];
      }
      case "quote": {
        const highlight = highlights.get(subject.highlightId);
        const article = articleOf(highlight?.articleId);
        return highlight === undefined || article === undefined
          ? []
          : [
              {
                kind: "quote",
                card,
                highlight,
                article,
                evidence: evidenceOf.get(highlight.id) ?? [],
              },
            ];
      }
      case "article": {
        const article = articleOf(subject.articleId);
        return article === undefined ? [] : [{ kind: "article", card, article }];
      }
      case "note":
        return [{ kind: "note", card, text: subject.text }];
      case "group":
        return [
          {
            kind: "group",
            card,
            title: subject.text,
            memberCount: membersOf.get(card.id)?.length ?? 0,
          },
        ];
    }
  });
}

/** Relations between claims of the board, and evidence between its quotes and its claims. */
export function linksOnBoard(sources: Sources): BoardLink[] {
  const ofClaim = new Map<string, CardId>();
  const ofHighlight = new Map<string, CardId>();
  for (const { id, subject } of sources.cards) {
    if (subject.kind === "claim") {
      ofClaim.set(subject.claimId, id);
    } else if (subject.kind === "quote") {
      ofHighlight.set(subject.highlightId, id);
    }
  }
  return [
    ...sources.relations.flatMap((relation): BoardLink[] => {
      const [from, to] = [ofClaim.get(relation.fromClaimId), ofClaim.get(relation.toClaimId)];
      return from === undefined || to === undefined
        ? []
        : [{ kind: "relation", id: relation.id, from, to, type: relation.type, relation }];
    }),
    ...sources.evidence.flatMap((evidence): BoardLink[] => {
      const [from, to] = [ofHighlight.get(evidence.highlightId), ofClaim.get(evidence.claimId)];
      return from === undefined || to === undefined
        ? []
        : [{ kind: "evidence", id: evidence.id, from, to, type: evidence.stance, evidence }];
    }),
  ];
}

/** What two cards can be linked by, in which direction; null when nothing can link them. */
export function linkBetween(
  a: CardFacts,
  b: CardFacts,
):
  | {
      readonly kind: "relation";
      readonly from: CardFacts & { kind: "claim" };
      readonly to: CardFacts & { kind: "claim" };
    }
  | {
      readonly kind: "evidence";
      readonly from: CardFacts & { kind: "quote" };
      readonly to: CardFacts & { kind: "claim" };
    }
  | null {
  if (a.kind === "claim" && b.kind === "claim" && a.claim.id !== b.claim.id) {
    return { kind: "relation", from: a, to: b };
  }
  if (a.kind === "quote" && b.kind === "claim") {
    return { kind: "evidence", from: a, to: b };
  }
  if (a.kind === "claim" && b.kind === "quote") {
    return { kind: "evidence", from: b, to: a };
  }
  return null;
}

/** What a card says: a statement, a quote, a title or a text. */
export function textOfCard(facts: CardFacts): string {
  switch (facts.kind) {
    case "claim":
      return facts.claim.statement;
    case "quote":
      return facts.highlight.exact;
    case "article":
      return facts.article.title;
    case "note":
      return facts.text;
    case "group":
      return facts.title;
  }
}

/** "Claim: … Corroborated, 3 supports, 1 disputes": a card's name for assistive technology. */
export function nameOfCard(facts: CardFacts): string {
  const words = shortened(textOfCard(facts), 240);
  switch (facts.kind) {
    case "claim": {
      const counts = stances
        .filter((stance) => facts.claim.counts[stance].highlights > 0)
        .map((stance) => `${facts.claim.counts[stance].highlights} ${stance}`);
      return `Claim: ${words}. ${[statusWords[statusInForce(facts.claim)].word, ...counts].join(", ")}`;
    }
    case "quote":
      return `Quote from ${facts.article.outlet ?? facts.article.title}: “${words}”${
        hasUnverifiedQuote(facts) ? ". Not verified: the text of the article differs" : ""
      }`;
    case "article":
      return `Article: ${words}${facts.article.outlet === null ? "" : `, ${facts.article.outlet}`}`;
    case "note":
      return words.trim() === "" ? "Empty note" : `Note: ${words}`;
    case "group":
      return `Group: ${words.trim() === "" ? "untitled" : words}, ${countOf(facts.memberCount, "card")}`;
  }
}

/** True when a link of the quote says that the article no longer reads so. */
function hasUnverifiedQuote(facts: CardFacts & { kind: "quote" }): boolean {
  return facts.evidence.some(({ verified }) => !verified);
}

/** "“A …” supports “B …”. Note: …": a line's name for assistive technology. */
export function nameOfLink(link: BoardLink, from: CardFacts, to: CardFacts): string {
  const name = `“${shortened(textOfCard(from), 80)}” ${wordOfLink(link)} “${shortened(textOfCard(to), 80)}”`;
  const note = noteOfLink(link);
  return note === "" ? name : `${name}. Note: ${note}`;
}

/** What the analyst wrote on a line. */
export function noteOfLink(link: BoardLink): string {
  return (link.kind === "evidence" ? link.evidence.note : link.relation.note).trim();
}

export function wordOfLink(link: BoardLink): string {
  return link.kind === "evidence" ? stanceWords[link.type].word.toLowerCase() : link.type;
}

/** One line of at most `maxChars` characters; whole characters only. */
export function shortened(text: string, maxChars: number): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  const chars = Array.from(line);
  return chars.length <= maxChars
    ? line
    : `${chars
        .slice(0, maxChars - 1)
        .join("")
        .trimEnd()}…`;
}
