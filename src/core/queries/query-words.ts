/** Words that mean something between the names; a name that is one of them stands in quotation marks. */
export const operators = ["and", "or", "not", "overlaps", "within", "near"] as const;
/** Names of sets that are no tags. */
export const namedSets = ["any", "untagged", "noted"] as const;
/** What may stand before a colon. */
export const prefixes = ["tag", "only", "text", "note", "article", "source", "stance"] as const;

export type Prefix = (typeof prefixes)[number];

export type Token =
  | { readonly kind: "open" | "close"; readonly at: number }
  | {
      readonly kind: "operator";
      readonly at: number;
      readonly operator: (typeof operators)[number];
      /** Of near/3; null where none is written. */
      readonly sentences: number | null;
    }
  | { readonly kind: "prefix"; readonly at: number; readonly prefix: Prefix }
  /** A word that is not quoted may be the name of a set, and goes together with the words beside it. */
  | { readonly kind: "word"; readonly at: number; readonly word: string; readonly quoted: boolean };

/** A fault in what was typed; `at` counts UTF-16 code units from 0. */
export class QueryFault extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const piece = /\s*(?:([()])|["“”„]((?:[^"“”„\\]|\\.)*)(["“”„])?|([^\s()"“”„]+))/uy;

/** @throws QueryFault when a quotation mark is not closed */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  piece.lastIndex = 0;
  let end = 0;
  for (let match = piece.exec(text); match !== null; match = piece.exec(text)) {
    const [whole, bracket, quoted, closing, bare] = match;
    const at = match.index + whole.length - whole.trimStart().length;
    end = piece.lastIndex;
    if (bracket !== undefined) {
      tokens.push({ kind: bracket === "(" ? "open" : "close", at });
    } else if (quoted !== undefined) {
      if (closing === undefined) {
        throw new QueryFault("This quotation mark is not closed.", at);
      }
      tokens.push({ kind: "word", at, word: quoted.replaceAll(/\\(.)/gu, "$1"), quoted: true });
    } else if (bare !== undefined) {
      tokens.push(...tokensOfBare(bare, at));
    }
  }
  if (text.slice(end).trim() !== "") {
    throw new QueryFault("This quotation mark is not closed.", end);
  }
  return tokens;
}

function tokensOfBare(bare: string, at: number): Token[] {
  const near = /^near\/(\d{1,3})$/iu.exec(bare);
  if (near !== null) {
    return [{ kind: "operator", at, operator: "near", sentences: Number(near[1]) }];
  }
  const lower = bare.toLowerCase();
  const operator = operators.find((word) => word === lower);
  if (operator !== undefined) {
    return [{ kind: "operator", at, operator, sentences: null }];
  }
  const colon = bare.indexOf(":");
  const prefix = prefixes.find((word) => word === lower.slice(0, Math.max(colon, 0)));
  if (prefix === undefined) {
    return [{ kind: "word", at, word: bare, quoted: false }];
  }
  const rest = bare.slice(colon + 1);
  const first: Token = { kind: "prefix", at, prefix };
  return rest === ""
    ? [first]
    : [first, { kind: "word", at: at + colon + 1, word: rest, quoted: false }];
}
