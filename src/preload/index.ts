import { contextBridge, ipcRenderer } from "electron";

import type { ChangeEvent } from "#contract/changes";
import { channels } from "#contract/host-bridge";
import type { HostBridge } from "#contract/host-bridge";

/** All that the page can reach of this machine. */
const bridge: HostBridge = {
  request: (name, input) => ipcRenderer.invoke(channels.request, name, input),
  onChange: (listener) => {
    const pass = (_event: unknown, change: ChangeEvent) => listener(change);
    ipcRenderer.on(channels.change, pass);
    return () => {
      ipcRenderer.off(channels.change, pass);
    };
  },
  shell: {
    saveText: (suggestedName, text) => ipcRenderer.invoke(channels.saveText, suggestedName, text),
    saveBytes: (suggestedName, bytes) =>
      ipcRenderer.invoke(channels.saveBytes, suggestedName, bytes),
    chooseBackupFolder: () => ipcRenderer.invoke(channels.chooseBackupFolder),
    openWindow: () => ipcRenderer.invoke(channels.openWindow),
  },
};

contextBridge.exposeInMainWorld("corroboard", bridge);
