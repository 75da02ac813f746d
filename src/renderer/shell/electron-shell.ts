import { Failure } from "#contract/failure";
import type { Reply } from "#contract/failure";
import type { HostBridge } from "#contract/host-bridge";

import type { Shell } from "./shell.ts";

export function electronShell(bridge: HostBridge["shell"]): Shell {
  return {
    saveText: async (suggestedName, text) => valueOf(await bridge.saveText(suggestedName, text)),
    saveBytes: async (suggestedName, bytes) =>
      valueOf(await bridge.saveBytes(suggestedName, bytes)),
    chooseBackupFolder: async () => valueOf(await bridge.chooseBackupFolder()),
    openWindow: async () => valueOf(await bridge.openWindow()),
  };
}

function valueOf<Value>(reply: Reply<Value>): Value {
  if (!reply.ok) {
    const { code, message, path } = reply.failure;
    throw new Failure(code, message, { path });
  }
  return reply.value;
}
