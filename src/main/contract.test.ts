import { vi } from "vitest";

import type { ChangeEvent } from "#contract/changes";
import type { Reply } from "#contract/failure";
import { channels } from "#contract/host-bridge";
import { startCoreThread } from "#core/start-core-thread";
import { contractSuite } from "#core/testing/contract-suite";

import { connectIpc } from "./ipc.ts";
import { ContentsDouble, invoke } from "./testing/electron-double.ts";

vi.mock("electron", async () => (await import("./testing/electron-double.ts")).electronDouble());

contractSuite("the desktop host", { hasPages: true }, async () => {
  const core = await startCoreThread({ projectFile: ":memory:" });
  const [window, other] = [new ContentsDouble(), new ContentsDouble()];
  const windows: unknown[] = [window, other];
  connectIpc(
    core,
    {
      saveText: async () => false,
      saveBytes: async () => false,
      chooseBackupFolder: async () => false,
      openWindow: async () => {},
    },
    { has: (contents) => windows.includes(contents), all: () => windows as never },
  );
  return {
    request: async (name, input) =>
      (await invoke(window, window.mainFrame, channels.request, name, input)) as Reply<unknown>,
    listenElsewhere: async (listener) => {
      other.on("sent", (_channel: string, event: ChangeEvent) => listener(event));
    },
    close: core.close,
  };
});
