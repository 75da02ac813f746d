import { linkBetween, textOfCard } from "./board-facts.ts";
import type { BoardLink, CardFacts } from "./board-facts.ts";

/**
 * The cards that a card can be linked to and that have every typed word, whatever its case or accents;
 * those that it is linked to already come last, because linking again only changes how.
 */
export function linkableCards(
  card: CardFacts,
  facts: readonly CardFacts[],
  links: readonly BoardLink[],
  term: string,
): CardFacts[] {
  const words = plain(term).split(/\s+/u).filter(Boolean);
  const linked = new Set(
    links.flatMap(({ from, to }) =>
      from === card.card.id ? [to] : to === card.card.id ? [from] : [],
    ),
  );
  const found = facts.filter((other) => {
    if (other.card.id === card.card.id || linkBetween(card, other) === null) {
      return false;
    }
    const text = plain(
      other.kind === "quote"
        ? `${textOfCard(other)} ${other.article.outlet ?? ""} ${other.article.title}`
        : textOfCard(other),
    );
    return words.every((word) => text.includes(word));
  });
  return [
    ...found.filter((other) => !linked.has(other.card.id)),
    ...found.filter((other) => linked.has(other.card.id)),
  ];
}

/** Lower case, without accents, so that "Kyiv" finds "KYÏV". */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLocaleLowerCase();
}
