import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { maxRequestBytes, maxUploadBytes } from "#contract/limits";
import { pageHeaders } from "#contract/page-policy";
import { findRunningHost } from "#core/hosting/running-hosts";

import { askForAddress } from "./running-host-client.ts";
import { postRaw, sendRaw } from "./testing/raw-http.ts";
import { startTestHost } from "./testing/test-host.ts";
import type { TestHost } from "./testing/test-host.ts";

let test: TestHost;
beforeAll(async () => {
  test = await startTestHost();
});
afterAll(() => test.close());

const get = (target: string, headers?: string, version = "1.1") =>
  sendRaw(
    test.host.port,
    `GET ${target} HTTP/${version}\r\n${headers ?? `Host: 127.0.0.1:${test.host.port}\r\n`}\r\n`,
  );
const call = (changes: Parameters<typeof postRaw>[3] = {}, target = "/api/request") =>
  postRaw(test.host, target, '{"name":"history.read","input":{}}', changes);
const upload = (changes: Parameters<typeof postRaw>[3]) =>
  postRaw(test.host, "/api/upload", "text", {
    "Content-Type": "application/octet-stream",
    ...changes,
  });

describe("who may ask (A61)", () => {
  it("answers to its own address, by number and by name", async () => {
    expect((await get("/")).status).toBe(200);
    expect((await get("/", `Host: localhost:${test.host.port}\r\n`)).status).toBe(200);
  });

  it.each([
    ["another name that leads here", (port: number) => `Host: evil.example:${port}\r\n`],
    ["no port", () => "Host: 127.0.0.1\r\n"],
    ["a trailing dot", (port: number) => `Host: localhost.:${port}\r\n`],
    ["IPv6", (port: number) => `Host: [::1]:${port}\r\n`],
    ["a decimal address", (port: number) => `Host: 2130706433:${port}\r\n`],
    ["a name below localhost", (port: number) => `Host: a.localhost:${port}\r\n`],
    ["two hosts", (port: number) => `Host: 127.0.0.1:${port}\r\nHost: evil.example\r\n`],
    ["two equal hosts", (port: number) => `Host: 127.0.0.1:${port}\r\nHost: 127.0.0.1:${port}\r\n`],
    ["no host", () => ""],
    [
      "a forwarded host",
      (port: number) => `Host: evil.example\r\nX-Forwarded-Host: 127.0.0.1:${port}\r\n`,
    ],
  ])("refuses %s", async (_name, headers) => {
    const { status, body } = await get("/", headers(test.host.port));
    expect([400, 403]).toContain(status);
    expect(body).not.toContain("<!doctype");
  });

  it("refuses every request target but a plain path", async () => {
    for (const target of [
      "http://evil.example/",
      `http://127.0.0.1:${test.host.port}/`,
      "/#c=x",
      "/a\\b",
      "/%2e%2e/secret.js",
      "/%2E./secret.js",
      "/..%2fsecret.js",
      "/%5csecret.js",
      "/index.html%00",
      "*",
    ]) {
      expect((await get(target)).status, target).toBe(400);
    }
  });

  it("serves the files of the page and no other", async () => {
    for (const target of [
      "/../secret.js",
      "/assets/../../secret.js",
      "//evil",
      "/secret.js",
      "/api",
    ]) {
      expect((await get(target)).status, target).toBe(404);
    }
    expect((await get("/assets/index-1a2b.js")).body).toBe("export {};");
  });

  it("speaks HTTP/1.1 only", async () => {
    expect((await get("/", undefined, "1.0")).status).toBe(505);
    expect((await get("/", "", "1.0")).status).toBe(505);
  });

  it("sends the page's policy with every answer, and never lets another origin read one", async () => {
    for (const answer of [
      await get("/"),
      await get("/nothing"),
      await get("/", "Host: evil.example\r\n"),
      await call(),
      await call({ Authorization: null }),
    ]) {
      for (const [name, value] of Object.entries(pageHeaders)) {
        expect(answer.headers.get(name)).toBe(value);
      }
      expect([...answer.headers.keys()].join()).not.toContain("access-control");
      expect(answer.headers.has("set-cookie")).toBe(false);
    }
    expect((await call()).headers.get("cache-control")).toBe("no-store");
  });
});

describe("what another page in the same browser can do (A62)", () => {
  it("lets in a request of its own page", async () => {
    expect((await call()).status).toBe(200);
    expect((await call({ "Sec-Fetch-Site": null })).status).toBe(200);
  });

  it.each<[string, Record<string, string | string[] | null>, number]>([
    ["another origin", { Origin: "http://evil.example" }, 403],
    ["an opaque origin", { Origin: "null" }, 403],
    ["no origin", { Origin: null }, 403],
    ["another port of this machine", { Origin: "http://127.0.0.1:1" }, 403],
    ["https in place of http", { Origin: "https://127.0.0.1" }, 403],
    ["two origins", { Origin: ["http://evil.example", "http://127.0.0.1"] }, 403],
    ["another site", { "Sec-Fetch-Site": "cross-site" }, 403],
    ["another port of the same site", { "Sec-Fetch-Site": "same-site" }, 403],
    ["an address that was typed", { "Sec-Fetch-Site": "none" }, 403],
    ["a form's content type", { "Content-Type": "text/plain" }, 415],
    ["a form's other content type", { "Content-Type": "application/x-www-form-urlencoded" }, 415],
    ["a content type with parameters", { "Content-Type": "application/json; charset=utf-8" }, 415],
    ["no content type", { "Content-Type": null }, 415],
    ["no token", { Authorization: null }, 401],
    ["a wrong token", { Authorization: "Bearer wrong" }, 401],
    ["the token in another scheme", { Authorization: "Basic wrong" }, 401],
  ])("refuses %s", async (_name, changes, status) => {
    expect((await call(changes)).status).toBe(status);
    expect((await upload({ ...changes })).status).toBe(
      changes["Content-Type"] === undefined ? status : 415,
    );
  });

  it("takes nothing but POST for a request, and nothing but GET and HEAD for a file", async () => {
    const host = `Host: 127.0.0.1:${test.host.port}\r\n`;
    const token = `Authorization: Bearer ${test.host.token}\r\n`;
    for (const method of ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"]) {
      const bytes = `${method} /api/request HTTP/1.1\r\n${host}${token}\r\n`;
      expect((await sendRaw(test.host.port, bytes)).status, method).toBe(405);
    }
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
      const bytes = `${method} / HTTP/1.1\r\n${host}Content-Length: 0\r\n\r\n`;
      expect((await sendRaw(test.host.port, bytes)).status, method).toBe(405);
    }
  });

  it("does not upgrade to a WebSocket", async () => {
    const host = `Host: 127.0.0.1:${test.host.port}\r\n`;
    const upgrade =
      "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" +
      "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nOrigin: http://evil.example\r\n";
    expect((await get("/api/events", host + upgrade)).status).toBe(405);
  });

  it("refuses a body that is not the JSON of a request", async () => {
    for (const body of [
      "",
      "[]",
      "null",
      "{",
      '{"name":"tag.list"}',
      '{"name":1,"input":{},"x":1}',
    ]) {
      expect((await postRaw(test.host, "/api/request", body)).status, body).toBe(400);
    }
    const notUtf8 = sendRaw(
      test.host.port,
      `POST /api/request HTTP/1.1\r\nHost: 127.0.0.1:${test.host.port}\r\n` +
        `Origin: http://127.0.0.1:${test.host.port}\r\nAuthorization: Bearer ${test.host.token}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 25\r\n\r\n{"name":"\xff","input":{}}  ',
    );
    expect((await notUtf8).status).toBe(400);
  });

  it("refuses bodies that are too long, announced or not", async () => {
    expect((await call({ "Content-Length": String(maxRequestBytes + 1) })).status).toBe(413);
    expect((await upload({ "Content-Length": String(maxUploadBytes + 1) })).status).toBe(413);

    const size = maxRequestBytes + 10;
    const chunked = await sendRaw(
      test.host.port,
      `POST /api/request HTTP/1.1\r\nHost: 127.0.0.1:${test.host.port}\r\n` +
        `Origin: http://127.0.0.1:${test.host.port}\r\nAuthorization: Bearer ${test.host.token}\r\n` +
        "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" +
        `${size.toString(16)}\r\n${"x".repeat(size)}\r\n`,
    );
    expect(chunked.status).toBe(413);
  });
});

describe("keys (A63)", () => {
  const exchange = (code: string) =>
    postRaw(test.host, "/api/session", JSON.stringify({ code }), { Authorization: null });
  const codeOf = (address: string) => new URL(address).hash.replace("#c=", "");

  it("exchanges a code for the token once", async () => {
    const address = test.host.newAddress();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#c=[\w-]{43}$/u);
    const first = await exchange(codeOf(address));
    expect(JSON.parse(first.body)).toEqual({ token: test.host.token });
    expect((await exchange(codeOf(address))).status).toBe(401);
  });

  it("issues further codes to whoever has the token", async () => {
    const { body } = await postRaw(test.host, "/api/code", "{}");
    const { code } = JSON.parse(body) as { code: string };
    expect((await exchange(code)).status).toBe(200);
    expect((await postRaw(test.host, "/api/code", "{}", { Authorization: null })).status).toBe(401);
  });

  it("is found by a second start through a record that only the user can read", async () => {
    const running = findRunningHost(test.projectFile);
    expect(running).toEqual({ pid: process.pid, port: test.host.port, token: test.host.token });
    expect(running && (await askForAddress(running))).toMatch(/#c=/u);
    const records = join(test.folder, "state", "hosts");
    const [record = ""] = readdirSync(records);
    if (process.platform !== "win32") {
      expect(statSync(records).mode & 0o777).toBe(0o700);
      expect(statSync(join(records, record)).mode & 0o777).toBe(0o600);
    }
    expect(readFileSync(join(records, record), "utf8")).toContain(test.host.token);
  });

  it("writes neither tokens nor codes nor what was sent into the log", async () => {
    await call({ Authorization: "Bearer guess-in-the-log" });
    await test.request("tag.create", { name: "name-in-the-log" });
    const log = test.logged.join("\n");
    for (const secret of [test.host.token, "guess-in-the-log", "name-in-the-log"]) {
      expect(log).not.toContain(secret);
    }
  });
});

describe("uploads", () => {
  it("takes bytes and answers with a handle that can be imported", async () => {
    const { body } = await upload({});
    const reply = JSON.parse(body) as { value: { upload: string } };
    expect(
      await test.request("article.import", {
        files: [{ upload: reply.value.upload, name: "a.txt" }],
      }),
    ).toMatchObject({ ok: true, value: { imported: [{ byteLength: 4 }], refused: [] } });
  });
});
