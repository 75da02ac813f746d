import { Stance } from "#contract/claim";
import type { Tag } from "#contract/highlight";
import type { Query, QueryRelation as Relation } from "#contract/query";

import { shortened } from "../articles/propose-title.ts";
import { folded } from "./folded.ts";
import { QueryFault, tokensOf } from "./query-words.ts";
import type { Prefix, Token } from "./query-words.ts";

/** Deeper brackets are refused; no one reads them either. */
const maxDepth = 40;

type NamedTag = Pick<Tag, "id" | "name">;

/**
 * Reads the language of docs/highlight-queries.md. From the tightest to the loosest: `not`; `overlaps`,
 * `within` and `near`, from left to right; `and`; `or`.
 * @throws QueryFault with one sentence for the user
 */
export function parseQuery(text: string, tags: readonly NamedTag[]): Query {
  const tokens = tokensOf(text);
  const byName = new Map(tags.map((tag) => [folded(tag.name), tag]));
  let next = 0;
  let depth = 0;

  const peek = (): Token | undefined => tokens[next];
  const placeOfNext = () => peek()?.at ?? text.length;
  const takeOperator = (operator: string): boolean => {
    const token = peek();
    const isIt = token?.kind === "operator" && token.operator === operator;
    next += isIt ? 1 : 0;
    return isIt;
  };

  const readOr = (): Query => {
    let left = readAnd();
    while (takeOperator("or")) {
      left = { kind: "or", left, right: readAnd() };
    }
    return left;
  };
  const readAnd = (): Query => {
    let left = readRelation();
    while (takeOperator("and")) {
      left = { kind: "and", left, right: readRelation() };
    }
    return left;
  };
  const readRelation = (): Query => {
    let left = readNot();
    for (;;) {
      const negated = isRelation(tokens[next + 1]) && takeOperator("not");
      const token = peek();
      if (!isRelation(token)) {
        return left;
      }
      next += 1;
      left = { kind: "relation", relation: relationOf(token), negated, left, right: readNot() };
    }
  };
  const readNot = (): Query =>
    takeOperator("not") ? nested(() => ({ kind: "not", of: readNot() })) : readSet();
  const nested = (read: () => Query): Query => {
    depth += 1;
    if (depth > maxDepth) {
      throw new QueryFault("The question is nested too deeply.", placeOfNext());
    }
    const query = read();
    depth -= 1;
    return query;
  };

  const readSet = (): Query => {
    const token = peek();
    if (token?.kind === "open") {
      return nested(() => {
        next += 1;
        const query = readOr();
        if (peek()?.kind !== "close") {
          throw new QueryFault("A closing bracket is missing.", placeOfNext());
        }
        next += 1;
        return query;
      });
    }
    if (token?.kind === "prefix") {
      next += 1;
      return prefixed(token.prefix, readWords(), token.at);
    }
    const at = placeOfNext();
    const isBare = token?.kind === "word" && !token.quoted;
    const words = readWords();
    if (words === "") {
      throw new QueryFault("A tag or another set is missing.", at);
    }
    return (isBare ? namedSet(words) : null) ?? tagNamed(words, true, at);
  };
  const readWords = (): string => {
    const words: string[] = [];
    for (let token = peek(); token?.kind === "word"; token = peek()) {
      words.push(token.word);
      next += 1;
    }
    return words.join(" ");
  };
  const tagNamed = (name: string, withDescendants: boolean, at: number): Query => {
    const tag = byName.get(folded(name));
    if (tag === undefined) {
      throw new QueryFault(
        `There is no tag “${shortened(name)}”. To look for words, write text:"${shortened(name)}".`,
        at,
      );
    }
    return { kind: "tag", tagId: tag.id, withDescendants };
  };
  const prefixed = (prefix: Prefix, words: string, at: number): Query => {
    if (words.trim() === "") {
      throw new QueryFault(`Something is missing after “${prefix}:”.`, at);
    }
    if (prefix === "tag" || prefix === "only") {
      return tagNamed(words, prefix === "tag", at);
    }
    if (prefix === "stance") {
      return stanceNamed(words, at);
    }
    return { kind: "words", field: prefix, words };
  };

  const query = readOr();
  const rest = peek();
  if (rest !== undefined) {
    throw new QueryFault(
      rest.kind === "close"
        ? "There is a closing bracket too many."
        : "Between two sets, write and, or, overlaps, within or near.",
      rest.at,
    );
  }
  return query;
}

type OperatorToken = Extract<Token, { kind: "operator" }>;

function isRelation(token: Token | undefined): token is OperatorToken {
  return token?.kind === "operator" && ["overlaps", "within", "near"].includes(token.operator);
}

function relationOf({ operator, sentences }: OperatorToken): Relation {
  if (operator === "near") {
    return sentences === null ? { kind: "near-block" } : { kind: "near-sentences", sentences };
  }
  return { kind: operator === "within" ? "within" : "overlaps" };
}

function namedSet(words: string): Query | null {
  const lower = words.toLowerCase();
  return lower === "any" || lower === "untagged" || lower === "noted" ? { kind: lower } : null;
}

function stanceNamed(words: string, at: number): Query {
  const stance = [...Stance.options, "none" as const].find((each) => each === folded(words));
  if (stance === undefined) {
    throw new QueryFault(
      "A stance is supports, disputes, qualifies, mentions, or none for evidence of no claim.",
      at,
    );
  }
  return { kind: "stance", stance };
}
