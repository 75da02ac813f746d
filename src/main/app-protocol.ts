import { protocol } from "electron";
import type { Session } from "electron";

import { pageHeaders } from "#contract/page-policy";
import type { PageFile } from "#core/hosting/page-files";

const scheme = "corroboard";
export const appOrigin = `${scheme}://app`;
/** The only address that a window ever shows. */
export const pageAddress = `${appOrigin}/index.html`;

/** Must be called before the app is ready. Nothing beyond what the page needs is allowed. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the page from the map of its files, and nothing else. */
export function serveApp(session: Session, files: ReadonlyMap<string, PageFile>): void {
  session.protocol.handle(scheme, (request) => answerPageRequest(files, request));
}

export function answerPageRequest(
  files: ReadonlyMap<string, PageFile>,
  request: { readonly method: string; readonly url: string },
): Response {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return refusal(405);
  }
  const path = request.url.startsWith(`${appOrigin}/`) ? request.url.slice(appOrigin.length) : "";
  const file = files.get(path);
  if (file === undefined) {
    return refusal(404);
  }
  return new Response(request.method === "HEAD" ? null : file.bytes, {
    headers: { ...pageHeaders, "content-type": file.contentType },
  });
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: pageHeaders });
}
