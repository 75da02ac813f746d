import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { Failure } from "#contract/failure";

import { parseTemplate } from "./parse-template.ts";

it("reads name, purpose, the template's own blocks and what is to be filled in", () => {
  const template = parseTemplate(
    "note",
    "---\nname: Our note\npurpose: For the desk.\n---\n\n<!-- a remark -->\n\n# Title\n\nPlain **words**.\n\n{{ judgements }}\n\n- one\n  - two\n",
  );
  expect(template).toEqual({
    name: "Our note",
    purpose: "For the desk.",
    parts: [
      {
        kind: "block",
        block: { kind: "heading", level: 1, runs: [{ kind: "text", text: "Title" }] },
      },
      {
        kind: "block",
        block: {
          kind: "paragraph",
          runs: [
            { kind: "text", text: "Plain " },
            { kind: "text", text: "words", bold: true },
            { kind: "text", text: "." },
          ],
        },
      },
      { kind: "section", name: "judgements" },
      {
        kind: "block",
        block: { kind: "item", ordered: false, depth: 0, runs: [{ kind: "text", text: "one" }] },
      },
      {
        kind: "block",
        block: { kind: "item", ordered: false, depth: 1, runs: [{ kind: "text", text: "two" }] },
      },
    ],
  });
});

it("is named after its file when it gives no name", () => {
  expect(parseTemplate("weekly", "{{sources}}").name).toBe("weekly");
});

describe("a template that cannot be understood says what and where", () => {
  it.each([
    ["{{judgments}}", "“bad” asks for “judgments”; there are only bottom-line, judgements"],
    ["See {{sources}} below.", "“{{” within other words"],
    ["# {{sources}}", "“{{” within other words"],
    ["---\nname: x\n", "no second one ends its head"],
    ["---\ntitle: x\n---\n", "“title: x” in its head, which takes only “name: …” and “purpose: …”"],
    ["One\n\n<b>two</b>\n\n<div>three</div>", "cannot hold (line 3 of its text)"],
    ["![picture](a.png)", "the kind “image”"],
    ["One\n\n***\n\ntwo", "the kind “thematicBreak”"],
  ])("%j", (source, message) => {
    expect(() => parseTemplate("bad", source)).toThrow(Failure);
    expect(() => parseTemplate("bad", source)).toThrow(message);
  });
});

it("answers any text with a template or with a failure, never with a bug", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (source) => {
      try {
        parseTemplate("any", source);
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
      }
    }),
  );
});

it("understands every template that is shipped", () => {
  const folder = fileURLToPath(new URL("../../../resources/templates", import.meta.url));
  const names = readdirSync(folder);
  expect(names.length).toBeGreaterThanOrEqual(6);
  for (const name of names) {
    expect(
      parseTemplate(name, readFileSync(`${folder}/${name}`, "utf8")).parts.length,
    ).toBeGreaterThan(1);
  }
});
