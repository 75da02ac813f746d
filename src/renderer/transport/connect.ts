import { Failure } from "#contract/failure";
import type { HostBridge } from "#contract/host-bridge";

import { electronTransport } from "./electron-transport.ts";
import { exchangeCode, httpApi, SessionLost } from "./http-api.ts";
import { httpTransport } from "./http-transport.ts";
import type { Transport } from "./transport.ts";

declare global {
  interface Window {
    readonly corroboard?: HostBridge;
  }
}

/** Where the token is kept, so that a reload works. Ends with the tab; no other port can read it. */
const tokenKey = "corroboard.token";

/**
 * Connects the page to the host it runs under.
 * @throws Failure when the page was not opened by its host's link, or the link is used up
 */
export async function connectTransport(): Promise<Transport> {
  // A new link that is put into this tab changes only the part after "#".
  window.addEventListener("hashchange", () => location.reload());
  return window.corroboard === undefined
    ? httpTransport(httpApi(await readToken()))
    : electronTransport(window.corroboard);
}

/** A code in the address is used up at once and taken out of the address, and so out of the history. */
async function readToken(): Promise<string> {
  const code = /^#c=(?<code>[\w-]+)$/u.exec(location.hash)?.groups?.["code"];
  if (code !== undefined) {
    history.replaceState(null, "", location.pathname);
    const token = await exchangeCode(code).catch(() => null);
    if (token !== null) {
      sessionStorage.setItem(tokenKey, token);
      return token;
    }
  }
  const kept = sessionStorage.getItem(tokenKey);
  if (kept === null || !(await isGood(kept))) {
    sessionStorage.removeItem(tokenKey);
    throw new Failure(
      "invalid-request",
      "This link was used already, or is too old. Start Corroboard again; it opens a new one.",
    );
  }
  return kept;
}

/** A host that was started again has another token. One that cannot be reached is waited for instead. */
async function isGood(token: string): Promise<boolean> {
  try {
    await httpApi(token).request("history.read", {});
    return true;
  } catch (error) {
    return !(error instanceof SessionLost);
  }
}
