import { isWebLink } from "./web-link.ts";

/** What Lexical would apply to the page as it stands; nodes of a briefing have none of it. */
const looks = ["style", "textStyle", "backgroundColor"];

/**
 * Whether nodes in the editor's own clipboard format look as a briefing's do: another page can put a style
 * there that asks for an image from elsewhere, or a link that is not of the web.
 * @param json that can be parsed
 */
export function hasOwnLooksOnly(json: string): boolean {
  const waiting: unknown[] = [JSON.parse(json)];
  // Without recursion, so that what is nested without end cannot exhaust the stack.
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== "object" || next === null) {
      continue;
    }
    for (const [key, value] of Object.entries(next) as [string, unknown][]) {
      waiting.push(value);
      const isLook = looks.includes(key) && value !== "" && value !== null;
      const isForeignLink = key === "url" && !(typeof value === "string" && isWebLink(value));
      if (isLook || isForeignLink) {
        return false;
      }
    }
  }
  return true;
}
