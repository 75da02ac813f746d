import { once } from "node:events";
import { connect } from "node:net";
import type { Socket } from "node:net";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { maxRequestBytes } from "#contract/limits";

import { listen, portOf } from "./http-server.ts";
import { createSessionKeys } from "./session-keys.ts";
import { postRaw, sendRaw } from "./testing/raw-http.ts";
import { startTestHost } from "./testing/test-host.ts";
import type { TestHost } from "./testing/test-host.ts";

let test: TestHost;
beforeAll(async () => {
  test = await startTestHost();
});
afterAll(() => test.close());

const hostLine = () => `Host: 127.0.0.1:${test.host.port}\r\n`;
const pageHeaders = () =>
  `${hostLine()}Origin: http://127.0.0.1:${test.host.port}\r\n` +
  `Authorization: Bearer ${test.host.token}\r\nContent-Type: application/json\r\n`;
const tagCreate = (name: string) => JSON.stringify({ name: "tag.create", input: { name } });
const tagNames = async () => {
  const reply = await test.request("tag.list", {});
  return reply.ok ? (reply.value as { name: string }[]).map(({ name }) => name) : null;
};

/** Everything that comes back until the host closes the connection. */
async function talk(bytes: string): Promise<string> {
  const socket = connect(test.host.port, "127.0.0.1");
  let heard = "";
  socket.setEncoding("latin1").on("data", (chunk: string) => {
    heard += chunk;
  });
  socket.write(bytes, "latin1");
  await closing(socket);
  return heard;
}

/** A reset is an end, too. */
function closing(socket: Socket): Promise<void> {
  socket.on("error", () => {});
  return new Promise((resolve) => {
    socket.on("close", () => resolve());
  });
}

const statusesIn = (heard: string) =>
  [...heard.matchAll(/HTTP\/1\.1 (\d{3})/gu)].map(([, status]) => Number(status));

describe("requests that hide another one", () => {
  it.each([
    [
      "two lengths",
      (body: string) => `Content-Length: ${body.length}\r\nContent-Length: 5\r\n\r\n${body}`,
    ],
    [
      "a length and chunks",
      (body: string) => `Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${body}`,
    ],
    [
      "a coding that is none",
      (body: string) => `Transfer-Encoding: identity, chunked\r\n\r\n${body}`,
    ],
    ["a negative length", (body: string) => `Content-Length: -1\r\n\r\n${body}`],
    ["a length in other digits", (body: string) => `Content-Length: 0x10\r\n\r\n${body}`],
    [
      "a header over two lines",
      (body: string) => `X-A: b\r\n c: d\r\nContent-Length:\r\n 5\r\n\r\n${body}`,
    ],
    [
      "a space before the colon",
      (body: string) => `Content-Length : ${body.length}\r\n\r\n${body}`,
    ],
    ["a bare line feed", (body: string) => `X-A: b\nContent-Length: ${body.length}\r\n\r\n${body}`],
    [
      "a chunk of no size",
      (body: string) => `Transfer-Encoding: chunked\r\n\r\nzz\r\n${body}\r\n0\r\n\r\n`,
    ],
  ])("are refused, and the hidden one is not done: %s", async (_name, rest) => {
    const hidden =
      `POST /api/request HTTP/1.1\r\n${pageHeaders()}` +
      `Content-Length: ${tagCreate("hidden").length}\r\n\r\n${tagCreate("hidden")}`;
    const heard = await talk(`POST /api/request HTTP/1.1\r\n${pageHeaders()}${rest(hidden)}`);
    expect(statusesIn(heard).filter((status) => status !== 400)).toEqual([]);
    expect(await tagNames()).not.toContain("hidden");
  });

  it("ends the connection after a refusal: what follows on it is not read", async () => {
    const refused = `POST /api/request HTTP/1.1\r\n${hostLine()}Content-Length: 0\r\n\r\n`;
    const allowed =
      `POST /api/request HTTP/1.1\r\n${pageHeaders()}` +
      `Content-Length: ${tagCreate("pipelined").length}\r\n\r\n${tagCreate("pipelined")}`;
    expect(statusesIn(await talk(refused + allowed))).toEqual([403]);
    expect(await tagNames()).not.toContain("pipelined");
  });

  it("answers requests that follow one another on one connection in their order", async () => {
    const ask = (name: string, last: boolean) =>
      `POST /api/request HTTP/1.1\r\n${pageHeaders()}${last ? "Connection: close\r\n" : ""}` +
      `Content-Length: ${tagCreate(name).length}\r\n\r\n${tagCreate(name)}`;
    const heard = await talk(ask("first in line", false) + ask("second in line", true));
    expect(statusesIn(heard)).toEqual([200, 200]);
    expect(heard.indexOf("first in line")).toBeLessThan(heard.indexOf("second in line"));
  });
});

describe("requests that are too much", () => {
  it("refuses headers without end", async () => {
    const heard = await talk(`GET / HTTP/1.1\r\n${hostLine()}X-A: ${"a".repeat(200_000)}\r\n\r\n`);
    expect(statusesIn(heard).filter((status) => status !== 431)).toEqual([]);
    expect(await tagNames()).not.toBeNull();
  });

  it("refuses what is not HTTP at all", async () => {
    for (const bytes of [
      "\0\0\0\0\r\n\r\n",
      "\x16\x03\x01\x02\0",
      "GET\r\n\r\n",
      "SSH-2.0-x\r\n",
    ]) {
      expect(statusesIn(await talk(bytes)).filter((status) => status < 400)).toEqual([]);
    }
    expect(await tagNames()).not.toBeNull();
  });

  it("refuses a target without end", async () => {
    const heard = await talk(`GET /${"a".repeat(200_000)} HTTP/1.1\r\n${hostLine()}\r\n`);
    expect(statusesIn(heard).filter((status) => status < 400)).toEqual([]);
  });

  it("takes no body of a GET for a request", async () => {
    const heard = await talk(
      `GET / HTTP/1.1\r\n${hostLine()}Connection: close\r\nContent-Length: 5\r\n\r\nhello`,
    );
    expect(statusesIn(heard)).toEqual([200]);
  });

  it("lets go of a client that goes away in the middle of a body", async () => {
    const socket = connect(test.host.port, "127.0.0.1");
    socket.write(`POST /api/request HTTP/1.1\r\n${pageHeaders()}Content-Length: 1000\r\n\r\n{`);
    await once(socket, "connect");
    socket.destroy();
    expect(await tagNames()).not.toBeNull();
    expect(test.logged.join("\n")).not.toMatch(/ECONNRESET|aborted/u);
  });

  it("takes no more of an upload than it accepts, however it is announced", async () => {
    const chunk = `${(64 * 1024).toString(16)}\r\n${"x".repeat(64 * 1024)}\r\n`;
    const socket = connect(test.host.port, "127.0.0.1");
    let sent = 0;
    const heard: string[] = [];
    socket.setEncoding("latin1").on("data", (words: string) => heard.push(words));
    socket.on("error", () => {});
    socket.write(
      `POST /api/request HTTP/1.1\r\n${pageHeaders()}Transfer-Encoding: chunked\r\n\r\n`,
    );
    while (sent < 3 * maxRequestBytes && heard.length === 0 && !socket.destroyed) {
      await write(socket, chunk);
      sent += chunk.length;
    }
    socket.destroy();
    // What is under way between the two comes on top of what is accepted.
    expect(sent).toBeLessThan(2 * maxRequestBytes);
    // A reset, which comes as bytes are under way when the host hangs up, can overtake the answer.
    expect(statusesIn(heard.join("")).filter((status) => status !== 413)).toEqual([]);
    expect(await tagNames()).not.toBeNull();
  });
});

function write(socket: Socket, bytes: string): Promise<void> {
  return new Promise((resolve) => {
    socket.write(bytes, () => resolve());
  });
}

describe("clients that take their time", () => {
  it("are cut: headers after 10 s, a whole request after 120 s, and there are at most 64 of them", async () => {
    const files = new Map([["/", { contentType: "text/html", bytes: new Uint8Array(1) }]]);
    const server = await listen(
      {
        files,
        dispatch: async () => ({ ok: true, value: null }),
        streams: { add: () => {}, announce: () => {}, count: () => 0, endAll: () => {} },
        keys: createSessionKeys(),
        reportBug: () => {},
      },
      0,
      100,
    );
    expect([server.headersTimeout, server.requestTimeout, server.maxConnections]).toEqual([
      10_000, 120_000, 64,
    ]);
    expect(server.address()).toMatchObject({ address: "127.0.0.1", family: "IPv4" });
    // The same server with less patience shows that the limits are acted upon.
    server.headersTimeout = 200;
    server.requestTimeout = 400;
    const port = portOf(server);
    const slow = async (bytes: string) => {
      const socket = connect(port, "127.0.0.1");
      let heard = "";
      socket.setEncoding("latin1").on("data", (text: string) => {
        heard += text;
      });
      socket.write(bytes);
      await closing(socket);
      return statusesIn(heard);
    };
    const head = `Host: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\n`;
    expect(await slow("GET / HTTP/1.1\r\nHost: 127")).toEqual([408]);
    expect(
      await slow(
        `POST /api/session HTTP/1.1\r\n${head}Content-Type: application/json\r\nContent-Length: 9\r\n\r\n{`,
      ),
    ).toEqual([408]);
    server.closeAllConnections();
    server.close();
  });
});

describe("what is not there", () => {
  it("is 404 for the page's own key, and says nothing to anyone else", async () => {
    const { status, body } = await postRaw(test.host, "/api/files", "{}");
    expect([status, JSON.parse(body)]).toEqual([404, { reason: "There is nothing of that name." }]);
    for (const target of [
      "/api/files",
      "/api/",
      "/api/request/",
      "/api/request?x=1",
      "/API/request",
    ]) {
      const answer = await postRaw(test.host, target, "{}", { Authorization: null });
      expect([401, 404, 405], target).toContain(answer.status);
      expect(answer.body).not.toMatch(/corroboard\.db|\.corroboard|\/tmp/u);
    }
  });

  it("is not found by any way of writing a path", async () => {
    for (const target of [
      "/.",
      "/..",
      "/./index.html",
      "/index.html/",
      "/INDEX.HTML",
      "/assets",
      "/assets/",
      "/assets//index-1a2b.js",
      "/index.html?x",
      "/index.html;x",
      "/%69ndex.html",
      "/secret.js%20",
      "/C:/secret.js",
      "/~/secret.js",
      "/.git/config",
      "/package.json",
      "/__proto__",
      "/constructor",
    ]) {
      const { status, body } = await sendRaw(
        test.host.port,
        `GET ${target} HTTP/1.1\r\n${hostLine()}\r\n`,
      );
      expect(status, target).toBe(404);
      expect(body).not.toContain("secret");
    }
  });
});

describe("keys that are guessed or used again (A63)", () => {
  const exchange = (body: unknown) =>
    postRaw(test.host, "/api/session", JSON.stringify(body), { Authorization: null });

  it("refuses a code in any other form than its own", async () => {
    const [, code = ""] = test.host.newAddress().split("#c=");
    for (const body of [
      { code: [code] },
      { code: { toString: code } },
      { code: null },
      { code, more: 1 },
      { code: `${code} ` },
      { code: code.toUpperCase() },
      {},
    ]) {
      expect([400, 401], JSON.stringify(body)).toContain((await exchange(body)).status);
    }
    // None of them used it up.
    expect((await exchange({ code })).status).toBe(200);
    expect((await exchange({ code })).status).toBe(401);
  });

  it("takes the token nowhere but in its header", async () => {
    const { token } = test.host;
    for (const changes of [
      { Authorization: null, Cookie: `token=${token}` },
      { Authorization: `bearer ${token}` },
      { Authorization: `Bearer  ${token}` },
      { Authorization: [`Bearer ${token}`, `Bearer ${token}`] },
      { Authorization: `Bearer ${token}x` },
      { Authorization: `Bearer ${token.slice(0, -1)}` },
    ]) {
      const body = '{"name":"tag.list","input":{}}';
      expect((await postRaw(test.host, "/api/request", body, changes)).status).toBe(401);
    }
    const target = `/api/request?token=${token}`;
    const answer = await postRaw(test.host, target, "{}", { Authorization: null });
    expect([401, 404]).toContain(answer.status);
  });
});

it("writes nothing of all this into the log", () => {
  const log = test.logged.join("\n");
  for (const secret of [test.host.token, "hidden", "pipelined", "first in line", "Bearer"]) {
    expect(log).not.toContain(secret);
  }
});
