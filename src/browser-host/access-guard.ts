/** What of a request decides whether it is let in. */
export type Arrival = {
  readonly method: string;
  /** The request target as it was sent. */
  readonly target: string;
  readonly httpVersion: string;
  /** Names and values by turns, as they were sent: Node's parsed headers hide duplicates. */
  readonly rawHeaders: readonly string[];
};

/** Null: let in. The reason is for the client's developer; it quotes nothing of the request. */
export type Refusal = { readonly status: number; readonly reason: string } | null;

/** Dots, slashes, backslashes and NUL in disguise. No file of the page and no request needs them. */
const disguised = /%(2e|2f|5c|00)/iu;
/** Visible ASCII but for "#" and "\". */
const plainTarget = /^\/[!"$-[\]-~]*$/u;

/** Holds for every request, before it is known what it asks for. */
export function refuseArrival(arrival: Arrival, port: number): Refusal {
  if (arrival.httpVersion !== "1.1") {
    return { status: 505, reason: "Only HTTP/1.1 is spoken here." };
  }
  const hosts = valuesOf(arrival, "host");
  if (hosts.length !== 1 || hosts[0] === undefined || !ownHosts(port).includes(hosts[0])) {
    // A name of an attacker's that was made to point here (DNS rebinding) ends here.
    return { status: 403, reason: "This host answers only to its own address." };
  }
  if (!plainTarget.test(arrival.target) || disguised.test(arrival.target)) {
    return { status: 400, reason: "The request target is not accepted." };
  }
  return null;
}

/** Holds for everything below /api/, after `refuseArrival`. */
export function refuseApiCall(
  arrival: Arrival,
  contentType: "application/json" | "application/octet-stream",
): Refusal {
  if (arrival.method !== "POST") {
    return { status: 405, reason: "Only POST is accepted here." };
  }
  const origins = valuesOf(arrival, "origin");
  if (origins.length !== 1 || origins[0] !== `http://${valuesOf(arrival, "host")[0]}`) {
    return { status: 403, reason: "Only the page of this host may ask." };
  }
  const sites = valuesOf(arrival, "sec-fetch-site");
  if (sites.length > 1 || (sites.length === 1 && sites[0] !== "same-origin")) {
    return { status: 403, reason: "Only the page of this host may ask." };
  }
  const types = valuesOf(arrival, "content-type");
  if (types.length !== 1 || types[0] !== contentType) {
    return { status: 415, reason: `The content type must be ${contentType}.` };
  }
  return null;
}

/** The bearer token of a request, or null where there is none, or more than one. */
export function bearerTokenOf(arrival: Arrival): string | null {
  const values = valuesOf(arrival, "authorization");
  const value = values.length === 1 ? values[0] : undefined;
  return value?.startsWith("Bearer ") ? value.slice("Bearer ".length) : null;
}

function ownHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

function valuesOf(arrival: Arrival, name: string): string[] {
  const values = [];
  for (let index = 0; index < arrival.rawHeaders.length; index += 2) {
    if (arrival.rawHeaders[index]?.toLowerCase() === name) {
      values.push(arrival.rawHeaders[index + 1] ?? "");
    }
  }
  return values;
}
