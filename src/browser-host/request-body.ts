import type { IncomingMessage } from "node:http";

/**
 * Reads a body of at most `maxBytes`; null when it is longer, however it was announced. Nothing beyond
 * the limit is kept.
 * @throws Error when the client goes away in the middle
 */
export async function readBody(
  request: IncomingMessage,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) {
    return null;
  }
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving the loop early must not end the connection: the refusal is still to be sent.
  const stream: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const chunk of stream) {
    length += chunk.byteLength;
    if (length > maxBytes) {
      return null;
    }
    chunks.push(chunk);
  }
  // Not Buffer.concat: a pooled buffer would carry other requests' bytes to the core's thread.
  const body = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return body;
}

/** The JSON object of a body with exactly these keys; null when it is anything else. */
export function parseObject(
  body: Uint8Array,
  keys: readonly string[],
): Readonly<Record<string, unknown>> | null {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body));
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return null;
  }
  const found = Object.keys(value);
  const isExact = found.length === keys.length && keys.every((key) => found.includes(key));
  return isExact ? (value as Record<string, unknown>) : null; // an object, as was just checked
}
