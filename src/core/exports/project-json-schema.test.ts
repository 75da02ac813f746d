import { readFileSync, writeFileSync } from "node:fs";

import { expect, it } from "vitest";
import { z } from "zod";

import { ProjectJson } from "#contract/project-json";

/** Set UPDATE_SCHEMA=1 to write docs/project-json.schema.json anew after the format was changed. */
it("is what docs/project-json.schema.json says", () => {
  const file = new URL("../../../docs/project-json.schema.json", import.meta.url);
  const schema = z.toJSONSchema(ProjectJson, { io: "input", unrepresentable: "any" });
  const text = `${JSON.stringify({ title: "Corroboard project, version 1", ...schema }, null, 2)}\n`;
  if (process.env["UPDATE_SCHEMA"] === "1") {
    writeFileSync(file, text);
  }
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(JSON.parse(text));
});
