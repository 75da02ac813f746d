import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

import type { Reply } from "#contract/failure";
import { maxRequestBytes, maxUploadBytes } from "#contract/limits";
import { pageHeaders } from "#contract/page-policy";
import type { PageFile } from "#core/hosting/page-files";

import { bearerTokenOf, refuseApiCall, refuseArrival } from "./access-guard.ts";
import type { Arrival } from "./access-guard.ts";
import type { ChangeStreams } from "./change-stream.ts";
import { parseObject, readBody } from "./request-body.ts";
import type { SessionKeys } from "./session-keys.ts";

export type HttpServerOptions = {
  readonly files: ReadonlyMap<string, PageFile>;
  /** Long work stops when the signal is aborted: nobody waits for the answer any more. */
  readonly dispatch: (
    name: string,
    input: unknown,
    signal?: AbortSignal,
  ) => Promise<Reply<unknown>>;
  readonly streams: ChangeStreams;
  readonly keys: SessionKeys;
  /** Gets what went wrong while a request was answered, unless its client went away. */
  readonly reportBug: (error: unknown) => void;
};

type Api = { readonly arrival: Arrival; readonly request: IncomingMessage };
type Answer = { readonly status: number; readonly body: unknown };

/**
 * Connections on which something was refused. What follows on them is not done: it may be the rest of a
 * body, and Node has read it already where it came in one piece.
 */
const refusedConnections = new WeakSet<Socket>();

const apiHeaders = { ...pageHeaders, "cache-control": "no-store" };

/** Serves the page and its requests. Listens on the loopback address only, whatever the port. */
export async function listen(
  options: HttpServerOptions,
  wishedPort: number,
  connectionsCheckingInterval = 5_000, // milliseconds between two looks for clients that are too slow
): Promise<Server> {
  const server = createServer(
    // The time for a whole request, an upload too; an answer may take longer.
    { headersTimeout: 10_000, requestTimeout: 120_000, connectionsCheckingInterval },
    (request, response) => {
      handle(options, portOf(server), request, response).catch((error: unknown) => {
        if (!request.readableAborted) {
          options.reportBug(error);
        }
        response.destroy();
      });
    },
  );
  server.maxConnections = 64;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: "127.0.0.1", port: wishedPort, exclusive: true }, resolve);
  });
  return server;
}

export function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function handle(
  options: HttpServerOptions,
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (refusedConnections.has(request.socket)) {
    response.destroy();
    return;
  }
  const arrival: Arrival = {
    method: request.method ?? "",
    target: request.url ?? "",
    httpVersion: request.httpVersion,
    rawHeaders: request.rawHeaders,
  };
  const refusal = refuseArrival(arrival, port);
  if (refusal !== null) {
    refuse(response, refusal);
  } else if (arrival.target.startsWith("/api/")) {
    await answerApi(options, { arrival, request }, response);
  } else {
    answerFile(options.files, arrival, response);
  }
}

function answerFile(
  files: ReadonlyMap<string, PageFile>,
  arrival: Arrival,
  response: ServerResponse,
): void {
  if (arrival.method !== "GET" && arrival.method !== "HEAD") {
    refuse(response, { status: 405, reason: "Only GET and HEAD are accepted here." });
    return;
  }
  const file = files.get(arrival.target);
  if (file === undefined && arrival.target === "/favicon.ico") {
    // Browsers ask for it where a page names no icon; there being none is no error.
    response.writeHead(204, pageHeaders).end();
    return;
  }
  if (file === undefined) {
    refuse(response, { status: 404, reason: "There is no such file." });
    return;
  }
  response.writeHead(200, {
    ...pageHeaders,
    "cache-control": "no-cache",
    "content-type": file.contentType,
    "content-length": file.bytes.byteLength,
  });
  response.end(arrival.method === "HEAD" ? undefined : file.bytes);
}

async function answerApi(
  options: HttpServerOptions,
  api: Api,
  response: ServerResponse,
): Promise<void> {
  const { arrival } = api;
  const route = arrival.target;
  const isUpload = route === "/api/upload";
  const refusal = refuseApiCall(
    arrival,
    isUpload ? "application/octet-stream" : "application/json",
  );
  if (refusal !== null) {
    refuse(response, refusal);
    return;
  }
  if (route === "/api/session") {
    await send(response, exchangeCode(options.keys, api));
    return;
  }
  const token = bearerTokenOf(arrival);
  if (token === null || !options.keys.isToken(token)) {
    await options.keys.countWrongGuess();
    refuse(response, { status: 401, reason: "Open Corroboard from its own link." });
    return;
  }
  switch (route) {
    case "/api/request":
      await send(response, answerRequest(options, api, abortedWith(response)));
      break;
    case "/api/copy":
      await sendCopy(options, api, response);
      break;
    case "/api/upload":
      await send(response, takeUpload(options, api));
      break;
    case "/api/code":
      await send(
        response,
        withBody(api, [], () => ({ code: options.keys.issueCode() })),
      );
      break;
    case "/api/events":
      api.request.resume();
      response.writeHead(200, { ...apiHeaders, "content-type": "application/x-ndjson" });
      options.streams.add(response);
      break;
    default:
      refuse(response, { status: 404, reason: "There is nothing of that name." });
  }
}

async function exchangeCode(keys: SessionKeys, api: Api): Promise<Answer> {
  const answer = await withBody(api, ["code"], ({ code }) =>
    typeof code === "string" && keys.useCode(code) ? { token: keys.token } : null,
  );
  if (answer.status === 200 && answer.body === null) {
    await keys.countWrongGuess();
    return { status: 401, body: { reason: "This link was used already, or is too old." } };
  }
  return answer;
}

function answerRequest(options: HttpServerOptions, api: Api, signal: AbortSignal): Promise<Answer> {
  return withBody(api, ["name", "input"], async ({ name, input }) =>
    // What answers with bytes has a way of its own.
    options.dispatch(
      typeof name === "string" && name !== "project.copy" ? name : "",
      input,
      signal,
    ),
  );
}

/** The project's bytes as they are; a refusal as JSON, as everywhere. */
async function sendCopy(
  options: HttpServerOptions,
  api: Api,
  response: ServerResponse,
): Promise<void> {
  const answer = await withBody(api, [], () => options.dispatch("project.copy", {}));
  const reply = answer.status === 200 ? (answer.body as Reply<{ bytes: Uint8Array }>) : null;
  if (reply?.ok !== true) {
    await send(response, Promise.resolve(answer));
    return;
  }
  const { bytes } = reply.value;
  response.writeHead(200, {
    ...apiHeaders,
    "content-type": "application/octet-stream",
    "content-length": bytes.byteLength,
  });
  response.end(bytes);
}

/** Aborted when the client goes away before it was answered. */
function abortedWith(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.on("close", () => {
    if (!response.writableEnded) {
      gone.abort();
    }
  });
  return gone.signal;
}

async function takeUpload(options: HttpServerOptions, api: Api): Promise<Answer> {
  const bytes = await readBody(api.request, maxUploadBytes);
  if (bytes === null) {
    return tooLong;
  }
  return { status: 200, body: await options.dispatch("upload.put", { bytes }) };
}

const tooLong: Answer = { status: 413, body: { reason: "This is larger than is accepted." } };

async function withBody(
  api: Api,
  keys: readonly string[],
  answer: (body: Readonly<Record<string, unknown>>) => unknown,
): Promise<Answer> {
  const body = await readBody(api.request, maxRequestBytes);
  if (body === null) {
    return tooLong;
  }
  const object = parseObject(body, keys);
  if (object === null) {
    return { status: 400, body: { reason: "The body is not the JSON that is expected here." } };
  }
  return { status: 200, body: await answer(object) };
}

async function send(response: ServerResponse, answer: Promise<Answer>): Promise<void> {
  const { status, body } = await answer;
  if (status !== 200) {
    refusedConnections.add(response.req.socket);
  }
  response.writeHead(status, {
    ...apiHeaders,
    ...(status === 200 ? {} : { connection: "close" }),
    "content-type": "application/json",
  });
  response.end(JSON.stringify(body));
}

/** A refused client gets no second try on the same connection. */
function refuse(response: ServerResponse, refusal: { status: number; reason: string }): void {
  refusedConnections.add(response.req.socket);
  response.writeHead(refusal.status, {
    ...apiHeaders,
    connection: "close",
    "content-type": "application/json",
  });
  response.end(JSON.stringify({ reason: refusal.reason }));
}
