import type { Tag } from "#contract/highlight";

/**
 * Tags whose name holds every typed word, whatever its case or accents: those that begin with it first,
 * then in the codebook's order.
 */
export function matchTags(tags: readonly Tag[], typed: string): Tag[] {
  const term = folded(typed);
  const parts = term.split(/\s+/u).filter((part) => part !== "");
  const matching = tags.filter((tag) => parts.every((part) => folded(tag.name).includes(part)));
  const begins = (tag: Tag) => Number(!folded(tag.name).startsWith(term));
  return matching.toSorted((a, b) => begins(a) - begins(b) || a.position - b.position);
}

/** The name of a tag to be made from what was typed; null when it is empty or there is one. */
export function newTagName(tags: readonly Tag[], typed: string): string | null {
  const name = typed.trim().replaceAll(/\s+/gu, " ");
  const exists = tags.some((tag) => folded(tag.name) === folded(name));
  return name === "" || exists ? null : name;
}

function folded(text: string): string {
  return text.trim().normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
