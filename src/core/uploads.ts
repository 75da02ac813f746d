import type { Uploads } from "./core-context.ts";

/** Bytes that wait for their import. At most this much waits; the oldest is forgotten first. */
const maxWaitingBytes = 1024 * 1024 * 1024;

export function createUploads(): Uploads {
  const waiting = new Map<string, Uint8Array>();
  let waitingBytes = 0;
  const take = (id: string) => {
    const bytes = waiting.get(id);
    waiting.delete(id);
    waitingBytes -= bytes?.byteLength ?? 0;
    return bytes;
  };
  return {
    put: (id, bytes) => {
      waiting.set(id, bytes);
      waitingBytes += bytes.byteLength;
      for (const oldest of waiting.keys()) {
        if (waitingBytes <= maxWaitingBytes || oldest === id) {
          break;
        }
        take(oldest);
      }
    },
    take,
  };
}
