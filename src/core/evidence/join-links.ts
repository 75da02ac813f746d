import type { Stance } from "#contract/claim";

/** What a link of a highlight to a claim says. */
export type LinkContent = {
  readonly stance: Stance;
  readonly credibility: number | null;
  readonly attribution: string | null;
  readonly note: string;
};

/** To support and to dispute are equally strong: which of the two holds, only the analyst can say. */
const strength: Record<Stance, number> = { supports: 2, disputes: 2, qualifies: 1, mentions: 0 };

/**
 * One link in place of two that tie the same highlight to the same claim, as a merge or a move makes them.
 *
 * The stronger stance wins (supports and disputes before qualifies before mentions), and of equally strong
 * ones that of `kept`, the link that is there already. Credibility and attribution are those of the link
 * whose stance won, and the other's where that has none. Both notes are kept.
 */
export function joinLinks(kept: LinkContent, joined: LinkContent): LinkContent {
  const joinedWins = strength[joined.stance] > strength[kept.stance];
  const [first, second] = joinedWins ? [joined, kept] : [kept, joined];
  return {
    stance: first.stance,
    credibility: first.credibility ?? second.credibility,
    attribution: first.attribution ?? second.attribution,
    note: joinNotes(kept.note, joined.note),
  };
}

/** The second note follows the first as a paragraph of its own, unless it says the same or nothing. */
export function joinNotes(first: string, second: string): string {
  if (second.trim() === "" || first.includes(second)) {
    return first;
  }
  return first.trim() === "" ? second : `${first}\n\n${second}`;
}
