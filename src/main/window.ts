import { app, BrowserWindow } from "electron";

import { pageAddress } from "./app-protocol.ts";

/** Opens a window on the page. Its contents can reach nothing but the bridge. */
export async function openPageWindow(preloadFile: string): Promise<void> {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: "Corroboard",
    webPreferences: {
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      plugins: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.once("ready-to-show", () => window.show());
  await window.loadURL(pageAddress);
}
