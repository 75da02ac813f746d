import fc from "fast-check";
import type { z } from "zod";

import { hostileStringsOf } from "../hostile/corpus.ts";

/** The part of zod's description of a schema that is read here; see https://zod.dev/library-authors. */
type Definition = {
  readonly type: string;
  readonly format?: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly items?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly values?: readonly unknown[];
  readonly getter?: () => z.ZodType;
};

/** Schemas that hold themselves are followed so deep. */
const maxDepth = 12;

const words = fc.oneof(
  { weight: 4, arbitrary: fc.string({ maxLength: 20 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "a",
      "Pledge",
      "2025-09-05",
      "20250905T120000000Z-asked",
      "tag:a",
      "(",
      "name\n=1+1",
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...hostileStringsOf("injection_strings"),
      ...hostileStringsOf("naughty-strings"),
      ...hostileStringsOf("regexes"),
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  { weight: 1, arbitrary: fc.nat(20_000).map((length) => "x".repeat(length)) },
);

const numbers = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -1, max: 3_000 }) },
  { weight: 1, arbitrary: fc.maxSafeInteger() },
  { weight: 1, arbitrary: fc.constantFrom(0.5, -0, 1e308, Number.MAX_SAFE_INTEGER + 1) },
);

/** What no schema expects: other types, half characters, endless nesting, keys that every object has. */
const foreign: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    10n,
    "half \ud83d",
    "\udc00",
    "__proto__",
    "constructor",
    true,
    new Date(0),
    new Map([["a", 1]]),
    new Set([1]),
    /a/u,
    new ArrayBuffer(8),
    new Uint8Array(3),
    new Error("thrown"),
    JSON.parse('{"__proto__":{"polluted":true}}'),
    JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
    cyclic(),
    nested(100),
    nested(100_000),
    "x".repeat(200_000),
  ),
  fc.anything({
    maxDepth: 3,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withTypedArray: true,
  }),
);

/**
 * Inputs of a request's form, most of them ones that it takes.
 * @param ids of things of the project, and of none; read each time an id is wanted
 */
export function inputOf(
  schema: z.ZodType,
  ids: readonly string[],
  depth = 0,
): fc.Arbitrary<unknown> {
  const definition = schema.def as unknown as Definition; // as described above
  const inner = (each: z.ZodType) => inputOf(each, ids, depth + 1);
  if (depth > maxDepth) {
    return fc.constant(null);
  }
  switch (definition.type) {
    case "object": {
      const shape = Object.entries(definition.shape ?? {});
      const required = shape.flatMap(([key, each]) => (isOptional(each) ? [] : [key]));
      return fc.record(Object.fromEntries(shape.map(([key, each]) => [key, inner(each)])), {
        requiredKeys: required,
      });
    }
    case "array": {
      const element = definition.element === undefined ? words : inner(definition.element);
      return fc.array(element, { minLength: 0, maxLength: 4 });
    }
    case "tuple":
      return fc.tuple(...(definition.items ?? []).map(inner));
    case "union":
      return fc.oneof(...(definition.options ?? []).map(inner));
    case "optional":
    case "nullable": {
      const value = definition.innerType === undefined ? words : inner(definition.innerType);
      const nothing = definition.type === "optional" ? undefined : null;
      return fc.oneof(
        { weight: 4, arbitrary: value },
        { weight: 1, arbitrary: fc.constant(nothing) },
      );
    }
    case "enum":
      return fc.constantFrom(...Object.values(definition.entries ?? {}));
    case "literal":
      return fc.constantFrom(...(definition.values ?? []));
    case "lazy":
      return definition.getter === undefined ? words : inner(definition.getter());
    case "number":
      return numbers;
    case "boolean":
      return fc.boolean();
    case "string":
      return isId(definition) ? idFrom(ids) : words;
    case "custom":
      return words.map((text) => new TextEncoder().encode(text));
    default:
      return fc.oneof(words, numbers, fc.constant(null));
  }
}

/** The same, but one in three has something foreign in it, or in its place. */
export function hostileInputOf(schema: z.ZodType, ids: readonly string[]): fc.Arbitrary<unknown> {
  const input = inputOf(schema, ids);
  return fc.oneof(
    { weight: 4, arbitrary: input },
    { weight: 2, arbitrary: fc.tuple(input, foreign, fc.nat()).map(spoilt) },
    { weight: 1, arbitrary: foreign },
  );
}

/** Puts the foreign value at some key, an old or a new one. */
function spoilt([input, value, pick]: [unknown, unknown, number]): unknown {
  if (typeof input !== "object" || input === null) {
    return value;
  }
  const keys = [...Object.keys(input), "unknownKey"];
  const key = keys[pick % keys.length] ?? "unknownKey";
  return Array.isArray(input) ? [...input.slice(1), value] : { ...input, [key]: value };
}

function isOptional(schema: z.ZodType): boolean {
  return (schema.def as unknown as Definition).type === "optional";
}

function isId({ format }: Definition): boolean {
  return format === "uuid";
}

function idFrom(ids: readonly string[]): fc.Arbitrary<string> {
  return fc.nat().map((pick) => ids[pick % ids.length] ?? "01890000-0000-7000-8000-000000000000");
}

function cyclic(): unknown {
  const circle: Record<string, unknown> = {};
  circle["again"] = circle;
  return circle;
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) {
    value = [value];
  }
  return value;
}
