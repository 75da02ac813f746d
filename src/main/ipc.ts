import { ipcMain } from "electron";
import type { IpcMainInvokeEvent, WebContents } from "electron";

import { Failure } from "#contract/failure";
import type { Reply } from "#contract/failure";
import { channels } from "#contract/host-bridge";
import type { CoreThread } from "#core/start-core-thread";

import { appOrigin } from "./app-protocol.ts";
import type { NativeShell } from "./native-shell.ts";

/** The windows that show the page; whoever else sends is refused. */
export type KnownContents = {
  readonly has: (contents: WebContents) => boolean;
  readonly all: () => Iterable<WebContents>;
};

/** Puts the core and the native dialogs behind the channels of the bridge. */
export function connectIpc(
  core: Pick<CoreThread, "dispatch" | "onChange">,
  shell: NativeShell,
  known: KnownContents,
): void {
  ipcMain.handle(channels.request, async (event, name: unknown, input: unknown) => {
    if (!isFromPage(event, known)) {
      return refused("This window may not ask.");
    }
    if (typeof name !== "string") {
      return refused("A request has a name.");
    }
    return core.dispatch(name, input);
  });
  ipcMain.handle(channels.saveText, async (event, name: unknown, text: unknown) => {
    if (!isFromPage(event, known) || typeof name !== "string" || typeof text !== "string") {
      return refused("This window may not save.");
    }
    return answerOf(() => shell.saveText(event.sender, name, text));
  });
  ipcMain.handle(channels.saveBytes, async (event, name: unknown, bytes: unknown) => {
    const isAsked = isFromPage(event, known) && typeof name === "string";
    if (!isAsked || !(bytes instanceof Uint8Array)) {
      return refused("This window may not save.");
    }
    return answerOf(() => shell.saveBytes(event.sender, name, bytes));
  });
  ipcMain.handle(channels.chooseBackupFolder, async (event) => {
    if (!isFromPage(event, known)) {
      return refused("This window may not choose a folder.");
    }
    return answerOf(() => shell.chooseBackupFolder(event.sender));
  });
  ipcMain.handle(channels.openWindow, async (event) => {
    if (!isFromPage(event, known)) {
      return refused("This window may not open another.");
    }
    return answerOf(() => shell.openWindow());
  });
  core.onChange((change) => {
    for (const contents of known.all()) {
      contents.send(channels.change, change);
    }
  });
}

/** The frame is null once it has navigated away or was closed. */
function isFromPage(event: IpcMainInvokeEvent, known: KnownContents): boolean {
  const frame = event.senderFrame;
  return (
    frame !== null &&
    known.has(event.sender) &&
    frame === event.sender.mainFrame &&
    frame.origin === appOrigin
  );
}

function refused(sentence: string): Reply<never> {
  return { ok: false, failure: new Failure("invalid-request", sentence).report() };
}

/** Failures cross as data: Electron would turn a thrown one into text with a stack. */
async function answerOf<Value>(work: () => Promise<Value>): Promise<Reply<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof Failure) {
      return { ok: false, failure: error.report() };
    }
    throw error;
  }
}
