import { EventEmitter } from "node:events";

import { vi } from "vitest";

/**
 * A double of what the desktop host uses of Electron: messages between windows and the main process,
 * cloned as Electron clones them. Tests replace the module by it: vi.mock("electron", () => electronDouble()).
 */
type Handler = (event: unknown, ...values: unknown[]) => unknown;

export type FrameDouble = { readonly origin: string };

/** The contents of one window, with what it was sent. */
export class ContentsDouble extends EventEmitter {
  readonly mainFrame: FrameDouble;
  readonly sent: { channel: string; value: unknown }[] = [];

  constructor(origin = "corroboard://app") {
    super();
    this.mainFrame = { origin };
  }

  send(channel: string, value: unknown): void {
    this.sent.push({ channel, value: structuredClone(value) });
    this.emit("sent", channel, structuredClone(value));
  }
}

const handlers = new Map<string, Handler>();

export const ipcMain = {
  handle: (channel: string, handler: Handler) => {
    handlers.set(channel, handler);
  },
};

/** What a window's preload script gets when it invokes a channel. */
export async function invoke(
  sender: ContentsDouble,
  senderFrame: FrameDouble | null,
  channel: string,
  ...values: unknown[]
): Promise<unknown> {
  const handler = handlers.get(channel);
  if (handler === undefined) {
    throw new Error(`nothing handles ${channel}`);
  }
  return structuredClone(await handler({ sender, senderFrame }, ...structuredClone(values)));
}

export const registerSchemesAsPrivileged = vi.fn<(schemes: unknown) => void>();

export const saveDialog = vi.fn(async () => ({ canceled: true, filePath: "" }));

export function electronDouble(): Record<string, unknown> {
  return {
    ipcMain,
    BrowserWindow: { fromWebContents: (contents: unknown) => ({ contents }) },
    dialog: { showSaveDialog: saveDialog },
    protocol: { registerSchemesAsPrivileged },
  };
}
