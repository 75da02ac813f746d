import type { App, Session, WebContents } from "electron";

import { appOrigin, pageAddress } from "./app-protocol.ts";

/** Switches off what Chromium does on the network of its own accord. Before the app is ready. */
export function forbidBackgroundTraffic(app: App): void {
  for (const name of [
    "disable-background-networking",
    "disable-component-update",
    "disable-domain-reliability",
    "no-pings",
  ]) {
    app.commandLine.appendSwitch(name);
  }
}

/** The page may copy; every other permission is refused. Nothing but the page's own files is loaded. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(isAllowed(permission));
  });
  session.setPermissionCheckHandler((_contents, permission) => isAllowed(permission));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  // Chromium would fetch dictionaries from the network.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOwnRequest(details.url) });
  });
  session.on("will-download", (event) => event.preventDefault());
}

/** Keeps a window on its page: no navigation, no further windows, no embedded ones. */
export function lockContents(contents: WebContents): void {
  contents.on("will-navigate", refuseElsewhere);
  contents.on("will-frame-navigate", refuseElsewhere);
  contents.on("will-redirect", refuseElsewhere);
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
}

function isAllowed(permission: string): boolean {
  return permission === "clipboard-sanitized-write";
}

function refuseElsewhere(details: { url: string; preventDefault: () => void }): void {
  if (details.url !== pageAddress) {
    details.preventDefault();
  }
}

/** Blobs and data are made by the page itself; the developer tools load their own files. */
function isOwnRequest(url: string): boolean {
  return (
    url.startsWith(`${appOrigin}/`) ||
    url.startsWith(`blob:${appOrigin}/`) ||
    url.startsWith("data:") ||
    url.startsWith("devtools:")
  );
}
