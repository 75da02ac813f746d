import { describe, expect, it, vi } from "vitest";

import type { ChangeEvent } from "#contract/changes";
import { Failure } from "#contract/failure";

import { SessionLost } from "./http-api.ts";
import type { HttpApi } from "./http-api.ts";
import { httpTransport } from "./http-transport.ts";
import { linesOf } from "./json-lines.ts";
import { createRequest } from "./request.ts";

const change: ChangeEvent = { seq: 1, topics: ["tags"], label: "create tag", kind: "do" };

/** A host whose event streams the test opens, feeds and breaks. */
function hostDouble() {
  const streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  let failure: Error | null = null;
  let opened = () => {};
  const api: HttpApi = {
    request: async () => {
      if (failure !== null) {
        throw failure;
      }
      return { ok: true, value: [] };
    },
    events: async () => {
      opened();
      if (failure !== null) {
        throw failure;
      }
      return new ReadableStream<Uint8Array>({
        start: (controller) => void streams.push(controller),
      });
    },
    newCode: async () => "code",
  };
  return {
    api,
    feed: (text: string) => streams.at(-1)?.enqueue(new TextEncoder().encode(text)),
    breakStream: () => streams.at(-1)?.error(new Error("cut")),
    failWith: (error: Error | null) => {
      failure = error;
    },
    nextOpening: () =>
      new Promise<void>((resolve) => {
        opened = resolve;
      }),
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("the browser's wire", () => {
  it("passes changes on, however the stream is cut into pieces", async () => {
    const host = hostDouble();
    const transport = httpTransport(host.api);
    const heard: ChangeEvent[] = [];
    transport.onChange((event) => heard.push(event));
    await settle();
    const line = JSON.stringify({ ...change, label: "tag – “承諾”" });
    const bytes = `\n${line}\n\n${line}\n`;
    for (const piece of bytes.match(/.{1,7}/gsu) ?? []) {
      host.feed(piece);
    }
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    expect(heard[0]).toEqual({ ...change, label: "tag – “承諾”" });
    transport.stop();
  });

  it("connects again after the stream broke, and has everything read again", async () => {
    const host = hostDouble();
    const transport = httpTransport(host.api);
    const states: string[] = [];
    const resync = vi.fn();
    transport.onConnection((state) => states.push(state));
    transport.onResync(resync);
    await settle();
    expect(resync).not.toHaveBeenCalled();
    const again = host.nextOpening();
    host.breakStream();
    await again;
    await vi.waitFor(() => expect(resync).toHaveBeenCalledOnce());
    expect(states).toEqual(["connected", "reconnecting", "connected"]);
    transport.stop();
  });

  it("gives up when its token is no longer known", async () => {
    const host = hostDouble();
    const transport = httpTransport(host.api);
    const states: string[] = [];
    transport.onConnection((state) => states.push(state));
    await settle();
    host.failWith(new SessionLost());
    const failure = createRequest(transport)("tag.list", {});
    await expect(failure).rejects.toBeInstanceOf(Failure);
    await expect(failure).rejects.toThrow(/Open Corroboard again/u);
    expect(states.at(-1)).toBe("lost");
    transport.stop();
  });

  it("answers with a failure when the host cannot be reached", async () => {
    const host = hostDouble();
    const transport = httpTransport(host.api);
    host.failWith(new TypeError("fetch failed"));
    await expect(createRequest(transport)("tag.list", {})).rejects.toMatchObject({
      name: "Failure",
      code: "internal",
    });
    transport.stop();
  });
});

describe("a typed request", () => {
  it("throws the failure of a reply, whole", async () => {
    const request = createRequest({
      request: async () => ({
        ok: false,
        failure: { code: "invalid-request", message: "No.", path: ["name"] },
      }),
    });
    await expect(request("tag.list", {})).rejects.toMatchObject({
      code: "invalid-request",
      message: "No.",
      path: ["name"],
    });
  });
});

describe("lines of a stream", () => {
  it("leaves out what has no end", async () => {
    const lines = [];
    for await (const line of linesOf(new Blob(["a\nb\nc"]).stream())) {
      lines.push(line);
    }
    expect(lines).toEqual(["a", "b"]);
  });
});
