import { pathToFileURL } from "node:url";

import { BrowserWindow, session } from "electron";

import type { PrintPage } from "#core/hosting/print-exports";
import { withPrintFolder } from "#core/hosting/print-folder";

/** Prints in a window that is never shown: no script, no network, no storage that stays, nothing of the app's. */
export const printInWindow: PrintPage = (html) =>
  withPrintFolder(html, async ({ page }) => {
    const address = pathToFileURL(page).href;
    // Without "persist:" it lives in memory only, and no other window has it.
    const alone = session.fromPartition("print", { cache: false });
    alone.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: url !== address }));
    alone.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        session: alone,
        javascript: false,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        spellcheck: false,
      },
    });
    try {
      await window.loadURL(address);
      return await window.webContents.printToPDF({
        preferCSSPageSize: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      });
    } finally {
      window.destroy();
    }
  });
