import type { TagId } from "#contract/ids";
import type { Query, QueryRelation as Relation } from "#contract/query";

import { namedSets, operators, prefixes } from "./query-words.ts";

/** How tightly a kind binds its parts; brackets stand where a looser one is inside a tighter one. */
const tightness: Record<Query["kind"], number> = {
  or: 1,
  and: 2,
  relation: 3,
  not: 4,
  tag: 5,
  words: 5,
  stance: 5,
  any: 5,
  untagged: 5,
  noted: 5,
};

/** A question in the language of docs/highlight-queries.md, with the names that its tags have now. */
export function formatQuery(query: Query, nameOf: (tagId: TagId) => string): string {
  const within = (part: Query, minimum: number): string => {
    const words = formatQuery(part, nameOf);
    return tightness[part.kind] < minimum ? `(${words})` : words;
  };
  const own = tightness[query.kind];
  switch (query.kind) {
    case "tag": {
      const name = quoted(nameOf(query.tagId));
      return query.withDescendants ? name : `only:${name}`;
    }
    case "words":
      return `${query.field}:${quoted(query.words)}`;
    case "stance":
      return `stance:${query.stance}`;
    case "any":
    case "untagged":
    case "noted":
      return query.kind;
    case "not":
      return `not ${within(query.of, own)}`;
    case "and":
    case "or":
      return `${within(query.left, own)} ${query.kind} ${within(query.right, own + 1)}`;
    case "relation": {
      const not = query.negated ? "not " : "";
      const relation = wordsOfRelation(query.relation);
      return `${within(query.left, own)} ${not}${relation} ${within(query.right, own + 1)}`;
    }
  }
}

function wordsOfRelation(relation: Relation): string {
  switch (relation.kind) {
    case "overlaps":
    case "within":
      return relation.kind;
    case "near-block":
      return "near";
    case "near-sentences":
      return `near/${relation.sentences}`;
  }
}

/** Quotation marks stand only where the words would be read as something else without them. */
function quoted(words: string): string {
  const isPlain = words
    .split(" ")
    .every(
      (word) =>
        word !== "" &&
        !/[\s()"“”„\\]/u.test(word) &&
        !/^near\/\d/iu.test(word) &&
        !prefixes.some((prefix) => word.toLowerCase().startsWith(`${prefix}:`)) &&
        ![...operators, ...namedSets].some((reserved) => reserved === word.toLowerCase()),
    );
  return isPlain ? words : `"${words.replaceAll(/["“”„\\]/gu, String.raw`\$&`)}"`;
}
