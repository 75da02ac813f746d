import { connect } from "node:net";

type Answer = {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
};

type Host = { readonly port: number; readonly token: string };

/** Sends bytes as they are and reads the one answer: no client of HTTP tidies the request up. */
export function sendRaw(port: number, bytes: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes, "latin1"));
    socket.setEncoding("latin1");
    socket.on("error", reject);
    socket.on("data", (chunk: string) => {
      text += chunk;
      const answer = parseAnswer(text);
      if (answer !== null) {
        socket.destroy();
        resolve(answer);
      }
    });
    socket.on("end", () => reject(new Error(`closed after ${JSON.stringify(text)}`)));
  });
}

/** A request as a browser sends it, with some headers changed, taken away (null) or doubled. */
export function postRaw(
  host: Host,
  target: string,
  body: string,
  changes: Readonly<Record<string, string | readonly string[] | null>> = {},
): Promise<Answer> {
  const headers: Record<string, string | readonly string[] | null> = {
    Host: `127.0.0.1:${host.port}`,
    Origin: `http://127.0.0.1:${host.port}`,
    "Sec-Fetch-Site": "same-origin",
    Authorization: `Bearer ${host.token}`,
    "Content-Type": "application/json",
    "Content-Length": String(Buffer.byteLength(body)),
    ...changes,
  };
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    (value === null ? [] : [value].flat()).map((one) => `${name}: ${one}\r\n`),
  );
  const bytes = Buffer.from(body).toString("latin1");
  return sendRaw(host.port, `POST ${target} HTTP/1.1\r\n${lines.join("")}\r\n${bytes}`);
}

/** Null while the answer is not whole. */
function parseAnswer(text: string): Answer | null {
  const [head = "", ...rest] = text.split("\r\n\r\n");
  if (rest.length === 0) {
    return null;
  }
  const [first = "", ...lines] = head.split("\r\n");
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  const body = rest.join("\r\n\r\n");
  const whole =
    headers.get("transfer-encoding") === "chunked"
      ? bodyOfChunks(body)
      : body.length >= Number(headers.get("content-length") ?? 0)
        ? body
        : null;
  return whole === null
    ? null
    : { status: Number(first.split(" ")[1]), headers, body: utf8(whole) };
}

function bodyOfChunks(text: string): string | null {
  let body = "";
  let rest = text;
  for (;;) {
    const end = rest.indexOf("\r\n");
    const length = Number.parseInt(rest.slice(0, end), 16);
    if (end < 0 || rest.length < end + 2 + length + 2) {
      return null;
    }
    if (length === 0) {
      return body;
    }
    body += rest.slice(end + 2, end + 2 + length);
    rest = rest.slice(end + 2 + length + 2);
  }
}

function utf8(latin1: string): string {
  return Buffer.from(latin1, "latin1").toString("utf8");
}
