import { Socket as DatagramSocket } from "node:dgram";
import dns from "node:dns";
import { appendFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { Socket } from "node:net";

// Loaded into a host before its own code (node --import), and so into its threads and children too. Writes
// a line into the file that CORROBOARD_NETWORK_LOG names for each connection that is begun, each datagram
// that is sent and each name that is looked up. Accepted connections are not begun here.

const log = process.env["CORROBOARD_NETWORK_LOG"];

function note(what: string): void {
  if (log !== undefined) {
    appendFileSync(log, `${what}\n`);
  }
}

/** Calls `before` with the arguments of each call of a method. */
function watch(owner: object, name: string, before: (words: unknown[]) => void): void {
  const method: unknown = Reflect.get(owner, name);
  if (typeof method !== "function") {
    throw new Error(`there is no ${name} to watch`);
  }
  Reflect.set(owner, name, function watched(this: unknown, ...words: unknown[]): unknown {
    before(words);
    return Reflect.apply(method, this, words) as unknown;
  });
}

// Pipes between processes are connected, too, but lead nowhere else.
watch(Socket.prototype, "connect", ([first]) => {
  const [options] = Array.isArray(first) ? (first as unknown[]) : [first];
  const isPipe = typeof options === "object" && options !== null && "path" in options;
  note(isPipe && options.path !== undefined && options.path !== null ? "pipe" : "connect");
});
watch(DatagramSocket.prototype, "send", () => note("send"));
watch(DatagramSocket.prototype, "connect", () => note("send"));
for (const name of ["lookup", "resolve", "resolve4", "resolve6"]) {
  watch(dns, name, ([host]) => {
    // A server looks its own address up before it listens.
    if (host !== "127.0.0.1") {
      note(`look up ${String(host)}`);
    }
  });
}
syncBuiltinESMExports();
