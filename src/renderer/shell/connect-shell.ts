import type { Transport } from "../transport/transport.ts";
import { browserShell } from "./browser-shell.ts";
import { electronShell } from "./electron-shell.ts";
import type { Shell } from "./shell.ts";

/** The shell of the host that the page runs under. */
export function connectShell(transport: Transport): Shell {
  return window.corroboard === undefined
    ? browserShell(transport.newPageAddress)
    : electronShell(window.corroboard.shell);
}
