import { Failure } from "#contract/failure";
import type { FailureReport, Reply } from "#contract/failure";
import { maxRequestBytes, maxUploadBytes } from "#contract/limits";

/** The host no longer knows the page's token: it was restarted, and the page has to be opened anew. */
export class SessionLost extends Error {}

/** What the page asks of its browser host. Everything but `exchange` needs the token. */
export type HttpApi = {
  /** @throws SessionLost; Error when the host cannot be reached */
  readonly request: (name: string, input: unknown, signal?: AbortSignal) => Promise<Reply<unknown>>;
  /** Lines: changes as JSON, or empty as a heartbeat. @throws as `request` */
  readonly events: (signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>;
  /** A new one-time code, for another window. @throws as `request` */
  readonly newCode: () => Promise<string>;
};

/** Exchanges the one-time code of an address for the token; null when the code is no good. */
export async function exchangeCode(code: string): Promise<string | null> {
  const response = await fetch("/api/session", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code }),
  });
  return response.ok ? ((await response.json()) as { token: string }).token : null;
}

export function httpApi(token: string): HttpApi {
  const post = async (
    path: string,
    contentType: string,
    body: BodyInit,
    signal?: AbortSignal,
  ): Promise<Response> => {
    const response = await fetch(path, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": contentType },
      body,
      // What is sent while the page is being left still arrives; the browser takes up to 64 KiB so.
      keepalive: typeof body === "string" && body.length < 16_000,
      ...(signal === undefined ? {} : { signal }),
    });
    if (response.status === 401) {
      throw new SessionLost();
    }
    if (!response.ok) {
      throw new Error(`the host answered ${path} with ${response.status}`);
    }
    return response;
  };
  const postJson = (path: string, value: unknown, signal?: AbortSignal) =>
    post(path, "application/json", JSON.stringify(value), signal);

  return {
    request: async (name, input, signal) => {
      const bytes = uploadOf(name, input);
      if (bytes !== null) {
        if (bytes.byteLength > maxUploadBytes) {
          return tooLarge("This file is larger than 128 MiB and was not imported.");
        }
        const response = await post("/api/upload", "application/octet-stream", bytes);
        return (await response.json()) as Reply<unknown>;
      }
      if (name === "project.copy") {
        return copyFrom(await postJson("/api/copy", {}));
      }
      const body = JSON.stringify({ name, input });
      if (isLargerThan(body, maxRequestBytes)) {
        return tooLarge("This is more than can be saved at once; do it in smaller parts.");
      }
      const response = await post("/api/request", "application/json", body, signal);
      return (await response.json()) as Reply<unknown>;
    },
    events: async (signal) => {
      const { body } = await postJson("/api/events", {}, signal);
      if (body === null) {
        throw new Error("the host gave no stream");
      }
      return body;
    },
    newCode: async () => {
      const response = await postJson("/api/code", {});
      return ((await response.json()) as { code: string }).code;
    },
  };
}

/** In UTF-8; counting is for those few that come near the limit. */
function isLargerThan(body: string, limitBytes: number): boolean {
  const maxBytesPerUnit = 3;
  return body.length * maxBytesPerUnit > limitBytes && new Blob([body]).size > limitBytes;
}

/** Bytes travel as they are; everything else is JSON. */
function uploadOf(name: string, input: unknown): Uint8Array<ArrayBuffer> | null {
  if (name !== "upload.put" || typeof input !== "object" || input === null) {
    return null;
  }
  const bytes: unknown = "bytes" in input ? input.bytes : null;
  // Shared memory does not occur: the page makes its bytes from files and text.
  return bytes instanceof Uint8Array ? (bytes as Uint8Array<ArrayBuffer>) : null;
}

/** Bytes come as they are; a refusal is JSON. */
async function copyFrom(response: Response): Promise<Reply<unknown>> {
  return response.headers.get("content-type") === "application/octet-stream"
    ? { ok: true, value: { bytes: new Uint8Array(await response.arrayBuffer()) } }
    : ((await response.json()) as Reply<unknown>);
}

function tooLarge(sentence: string): { ok: false; failure: FailureReport } {
  return { ok: false, failure: new Failure("invalid-request", sentence).report() };
}
