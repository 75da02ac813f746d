/** The beginning of a text for announcements and names: whole words, at most about `longest` UTF-16 units. */
export function excerpt(text: string, longest = 80): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  if (line.length <= longest) {
    return line;
  }
  const cut = line.slice(0, longest).replace(/[\ud800-\udbff]$/u, "");
  const lastSpace = cut.lastIndexOf(" ");
  // Scripts without spaces, and one very long word, are cut where they are.
  return `${lastSpace > longest / 2 ? cut.slice(0, lastSpace) : cut}…`;
}
