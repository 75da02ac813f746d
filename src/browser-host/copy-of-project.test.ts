import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { maxRequestBytes } from "#contract/limits";
import { pageHeaders } from "#contract/page-policy";
import { createCore } from "#core/create-core";
import { askThrough } from "#core/testing/test-core";

import { postRaw, sendRaw } from "./testing/raw-http.ts";
import { startTestHost } from "./testing/test-host.ts";
import type { TestHost } from "./testing/test-host.ts";

let test: TestHost;
beforeAll(async () => {
  test = await startTestHost();
});
afterAll(() => test.close());

const magic = "SQLite format 3";
const copy = (changes: Parameters<typeof postRaw>[3] = {}, body = "{}") =>
  postRaw(test.host, "/api/copy", body, changes);

/** As the page asks; bytes as they come. */
function fetchCopy(signal: AbortSignal | null = null): Promise<Response> {
  const origin = `http://127.0.0.1:${test.host.port}`;
  return fetch(`${origin}/api/copy`, {
    method: "POST",
    headers: {
      origin,
      authorization: `Bearer ${test.host.token}`,
      "content-type": "application/json",
    },
    body: "{}",
    signal,
  });
}

describe("a copy of the project (/api/copy)", () => {
  it("is a whole project with all that was saved, and is kept by nobody on the way", async () => {
    await test.request("tag.create", { name: "Saved just now" });
    const before = readdirSync(test.folder);
    const response = await fetchCopy();
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/octet-stream");
    expect(response.headers.get("cache-control")).toBe("no-store");
    for (const [name, value] of Object.entries(pageHeaders)) {
      expect(response.headers.get(name)).toBe(value);
    }
    expect([...response.headers.keys()].join()).not.toMatch(/access-control|set-cookie/u);
    const file = join(test.folder, "copy.corroboard");
    writeFileSync(file, new Uint8Array(await response.arrayBuffer()));
    expect(readdirSync(test.folder).toSorted()).toEqual([...before, "copy.corroboard"].toSorted());
    const core = createCore({ projectFile: file });
    const ask = askThrough(core);
    expect(ask("tag.list", {}).map(({ name }) => name)).toContain("Saved just now");
    expect(ask("project.check", {}).ok).toBe(true);
    core.close();
  });

  it.each<[string, Parameters<typeof postRaw>[3], number]>([
    ["no token", { Authorization: null }, 401],
    ["a wrong token", { Authorization: "Bearer x" }, 401],
    ["two tokens", { Authorization: ["Bearer x", "Bearer y"] }, 401],
    ["another origin", { Origin: "http://evil.example" }, 403],
    ["no origin", { Origin: null }, 403],
    ["another site", { "Sec-Fetch-Site": "cross-site" }, 403],
    ["another host", { Host: "evil.example" }, 403],
    ["a form's content type", { "Content-Type": "text/plain" }, 415],
    ["the content type of an upload", { "Content-Type": "application/octet-stream" }, 415],
    ["more than is accepted", { "Content-Length": String(maxRequestBytes + 1) }, 413],
  ])("is given to nobody with %s", async (_name, changes, status) => {
    const answer = await copy(changes);
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain(magic);
  });

  it.each([
    "",
    "null",
    "[]",
    "{",
    '"/etc/passwd"',
    '{"path":"/etc/passwd"}',
    '{"file":"../a"}',
    '{"__proto__":{"path":"/etc/passwd"}}',
    `{"name":"project.copy","input":{}}`,
    "[".repeat(100_000),
    "\uFEFF{}",
  ])("takes no word about what to copy, and where to: %#", async (body) => {
    const answer = await copy({}, body);
    expect(answer.status).toBe(400);
    expect(answer.body).not.toContain(magic);
  });

  it.each(["GET", "HEAD", "PUT", "OPTIONS"])("is not there for %s", async (method) => {
    const { status, headers } = await sendRaw(
      test.host.port,
      `${method} /api/copy HTTP/1.1\r\nHost: 127.0.0.1:${test.host.port}\r\n` +
        `Origin: http://127.0.0.1:${test.host.port}\r\nAuthorization: Bearer ${test.host.token}\r\n` +
        `Content-Length: 0\r\n\r\n`,
    );
    expect(status).toBe(405);
    expect(headers.has("allow")).toBe(false);
  });

  it("comes by no other way: as the answer to a request it would be text", async () => {
    for (const input of [{}, { path: "/tmp/a" }, null]) {
      expect(await test.request("project.copy", input)).toMatchObject({ ok: false });
    }
  });

  it("holds up nobody when its client goes away, also many at once", async () => {
    const clients = Array.from({ length: 8 }, async () => {
      const gone = new AbortController();
      const response = await fetchCopy(gone.signal);
      gone.abort();
      return response.status;
    });
    expect(new Set(await Promise.all(clients))).toEqual(new Set([200]));
    expect(await test.request("tag.create", { name: "After it" })).toMatchObject({ ok: true });
    expect(test.logged).toEqual([]);
  });
});
