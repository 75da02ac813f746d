import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

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

export const openDialog = vi.fn(async () => ({ canceled: true, filePaths: [] as string[] }));

type RequestListener = (
  details: { url: string },
  answer: (what: { cancel: boolean }) => void,
) => void;

/** Sessions by their partition, with what decides over their requests. */
const partitions = new Map<string, { listener: RequestListener | null }>();

const session = {
  fromPartition: (name: string) => {
    const partition: { listener: RequestListener | null } = { listener: null };
    partitions.set(name, partition);
    return {
      webRequest: {
        onBeforeRequest: (listener: RequestListener) => {
          partition.listener = listener;
        },
      },
      setPermissionRequestHandler: () => {},
    };
  },
};

/** A window that prints what it loads, and fails on the page "fails". */
class WindowDouble {
  static fromWebContents(contents: unknown): unknown {
    return { contents };
  }

  readonly options: unknown;
  address = "";
  printed: unknown = null;
  isDestroyed = false;
  /** Whether its session lets through: the page, another file, an address of the web. */
  allowed: boolean[] = [];

  constructor(options: unknown) {
    this.options = options;
    printWindows.push(this);
  }

  async loadURL(address: string): Promise<void> {
    this.address = address;
    this.allowed = [address, "file:///etc/passwd", "https://example.com/"].map((url) => {
      let isAllowed = true;
      partitions.get("print")?.listener?.({ url }, ({ cancel }) => {
        isAllowed = !cancel;
      });
      return isAllowed;
    });
  }

  readonly webContents = {
    printToPDF: async (options: unknown) => {
      this.printed = options;
      const page = readFileSync(fileURLToPath(this.address), "utf8");
      if (page === "fails") {
        throw new Error("cannot print");
      }
      return Buffer.from(`%PDF ${page}`);
    },
  };

  destroy(): void {
    this.isDestroyed = true;
  }
}

export const printWindows: WindowDouble[] = [];

export function electronDouble(): Record<string, unknown> {
  return {
    ipcMain,
    BrowserWindow: WindowDouble,
    session,
    dialog: { showSaveDialog: saveDialog, showOpenDialog: openDialog },
    protocol: { registerSchemesAsPrivileged },
  };
}
