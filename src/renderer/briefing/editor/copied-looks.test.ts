import { describe, expect, it } from "vitest";

import { hasOwnLooksOnly } from "./copied-looks.ts";

const run = {
  type: "text",
  version: 1,
  text: "words",
  format: 1,
  detail: 0,
  mode: "normal",
  style: "",
};
const copyOf = (...nodes: unknown[]) =>
  JSON.stringify({ namespace: "ours", nodes: [run, ...nodes] });

describe("nodes on the clipboard", () => {
  it("look as a briefing's do: no styles, and links of the web", () => {
    const link = { type: "link", version: 1, url: "https://example.org/a", children: [run] };
    const cell = { type: "tablecell", version: 1, backgroundColor: null, children: [run] };
    expect(hasOwnLooksOnly(copyOf(link, cell))).toBe(true);
  });

  it.each([
    { ...run, style: "background:url(http://127.0.0.1:9/x)" },
    { type: "paragraph", version: 1, textStyle: "color:red", children: [] },
    { type: "tablecell", version: 1, backgroundColor: "url(http://127.0.0.1:9/x)", children: [] },
    {
      type: "list",
      version: 1,
      children: [{ type: "listitem", children: [{ ...run, style: ["x"] }] }],
    },
    { type: "link", version: 1, url: "javascript:alert(1)", children: [run] },
    { type: "link", version: 1, url: null, children: [run] },
  ])("do not with looks of their own or links that are not of the web: %j", (node) => {
    expect(hasOwnLooksOnly(copyOf(node))).toBe(false);
  });

  it("are looked through however deep they are", () => {
    const json = `{"nodes":${"[".repeat(5_000)}{"style":"x"}${"]".repeat(5_000)}}`;
    expect(hasOwnLooksOnly(json)).toBe(false);
  });
});
