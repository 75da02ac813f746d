import type { TagId } from "#contract/ids";
import type { Query } from "#contract/query";

/** Every tag that a question names, each once. */
export function tagsOfQuery(query: Query): TagId[] {
  switch (query.kind) {
    case "tag":
      return [query.tagId];
    case "not":
      return tagsOfQuery(query.of);
    case "and":
    case "or":
    case "relation":
      return [...new Set([...tagsOfQuery(query.left), ...tagsOfQuery(query.right)])];
    case "words":
    case "stance":
    case "any":
    case "untagged":
    case "noted":
      return [];
  }
}

/** The same question with other tags in their places. */
export function withTags(query: Query, tagFor: (tagId: TagId) => TagId): Query {
  switch (query.kind) {
    case "tag":
      return { ...query, tagId: tagFor(query.tagId) };
    case "not":
      return { ...query, of: withTags(query.of, tagFor) };
    case "and":
    case "or":
    case "relation":
      return {
        ...query,
        left: withTags(query.left, tagFor),
        right: withTags(query.right, tagFor),
      };
    case "words":
    case "stance":
    case "any":
    case "untagged":
    case "noted":
      return query;
  }
}
