import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { expect, test } from "./fixtures.ts";

const file = fileURLToPath(new URL("../docs/sample-briefing.md", import.meta.url));

test("every quote of the sample briefing stands in the five articles", async ({
  core,
  articles,
}) => {
  expect(articles).toHaveLength(5);
  const text = readFileSync(file, "utf8");
  const { quotes } = await core.request("briefing.verify", { kind: "markdown", text });
  expect(quotes.length).toBeGreaterThan(10);
  expect(quotes.filter(({ verdict }) => verdict !== "stands")).toEqual([]);
});
