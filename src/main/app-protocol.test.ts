import { describe, expect, it, vi } from "vitest";

import { pageHeaders } from "#contract/page-policy";

import { answerPageRequest, registerScheme } from "./app-protocol.ts";
import { registerSchemesAsPrivileged } from "./testing/electron-double.ts";

vi.mock("electron", async () => (await import("./testing/electron-double.ts")).electronDouble());

const files = new Map([
  ["/", { contentType: "text/html; charset=utf-8", bytes: new TextEncoder().encode("page") }],
  ["/assets/a.js", { contentType: "text/javascript; charset=utf-8", bytes: new Uint8Array(3) }],
]);
const answer = (url: string, method = "GET") => answerPageRequest(files, { url, method });

describe("the page's own protocol", () => {
  it("asks for the few privileges that the page needs", () => {
    registerScheme();
    expect(registerSchemesAsPrivileged.mock.calls).toEqual([
      [
        [
          {
            scheme: "corroboard",
            privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
          },
        ],
      ],
    ]);
  });

  it("serves the files of the page with the page's policy", async () => {
    const response = answer("corroboard://app/");
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("page");
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    for (const [name, value] of Object.entries(pageHeaders)) {
      expect(response.headers.get(name)).toBe(value);
      expect(answer("corroboard://app/none").headers.get(name)).toBe(value);
    }
  });

  it("serves nothing else", () => {
    for (const url of [
      "corroboard://app/../package.json",
      "corroboard://app/assets/%2e%2e/a.js",
      "corroboard://app/assets/a.js?x",
      "corroboard://other/",
      "corroboard://app.evil/",
      "file:///etc/passwd",
      "https://evil.example/",
    ]) {
      expect(answer(url).status, url).toBe(404);
    }
    expect(answer("corroboard://app/", "POST").status).toBe(405);
    expect(answer("corroboard://app/", "HEAD").status).toBe(200);
  });
});
