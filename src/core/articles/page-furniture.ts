/**
 * What stands around an article on its page and comes along when it is copied. Only phrases that no
 * article has as a line of its own; compared without case and without marks at either end.
 */
const furniture: ReadonlySet<string> = new Set([
  "add a comment",
  "advertisement",
  "advertisement - scroll to continue",
  "also read",
  "article continues below",
  "article continues below advertisement",
  "back to top",
  "click here to subscribe",
  "copy link",
  "email this article",
  "follow us on facebook",
  "follow us on google news",
  "follow us on twitter",
  "follow us on x",
  "join the conversation",
  "leave a comment",
  "leave a reply",
  "load more",
  "log in",
  "more from this section",
  "more news",
  "more on this story",
  "more stories",
  "most popular",
  "most read",
  "next article",
  "post a comment",
  "previous article",
  "print this article",
  "read also",
  "read full article",
  "read more",
  "read next",
  "read the full article",
  "read the full story",
  "recommended stories",
  "recommended for you",
  "related articles",
  "related content",
  "related news",
  "related posts",
  "related stories",
  "related topics",
  "report this ad",
  "save this article",
  "scroll to continue",
  "see also",
  "share on facebook",
  "share on twitter",
  "share on x",
  "share this",
  "share this article",
  "share this post",
  "share this story",
  "show comments",
  "sign in",
  "sign up",
  "sign up for our newsletter",
  "skip advertisement",
  "skip to content",
  "skip to main content",
  "sponsored content",
  "story continues below",
  "story continues below advertisement",
  "subscribe",
  "subscribe now",
  "subscribe to our newsletter",
  "trending now",
  "view comments",
  "you may also like",
  "you might also like",
]);

/** Longer than any phrase above with marks around it. */
const maxLength = 60;

/** Whether a whole line is page furniture such as "MORE STORIES" or "Post a Comment". */
export function isPageFurniture(line: string): boolean {
  if (line.length > maxLength) {
    return false;
  }
  const phrase = line
    .toLowerCase()
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  return furniture.has(phrase);
}
