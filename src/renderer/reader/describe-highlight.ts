import type { Highlight, Tag } from "#contract/highlight";

const words = new Intl.Segmenter("en", { granularity: "word" });

/** "tag Threat, 24 words": what a highlight is, for announcements and names. */
export function describeHighlight(
  highlight: Pick<Highlight, "exact" | "tagIds">,
  tags: readonly Tag[],
): string {
  const names = tagNames(highlight.tagIds, tags);
  const label =
    names.length === 0 ? "no tag" : `${names.length === 1 ? "tag" : "tags"} ${names.join(", ")}`;
  return `${label}, ${wordsOf(highlight.exact)}`;
}

/** In the order of the highlight; a tag that is not in the codebook any more is left out. */
export function tagNames(tagIds: Highlight["tagIds"], tags: readonly Tag[]): string[] {
  return tagIds.flatMap((tagId) => tags.find(({ id }) => id === tagId)?.name ?? []);
}

/** "1 word", "24 words". */
export function wordsOf(text: string): string {
  let count = 0;
  for (const { isWordLike } of words.segment(text)) {
    count += isWordLike === true ? 1 : 0;
  }
  return `${count} ${count === 1 ? "word" : "words"}`;
}
