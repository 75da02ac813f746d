import { Failure } from "#contract/failure";

import type { Shell } from "./shell.ts";

/** How long the browser may take to read a download from its address. */
const downloadLifeMs = 60_000;

export function browserShell(newPageAddress: (() => Promise<string>) | null): Shell {
  return {
    saveText: async (suggestedName, text) => download(suggestedName, text),
    saveBytes: async (suggestedName, bytes) => download(suggestedName, bytes),
    chooseBackupFolder: null,
    openWindow: async () => {
      const address = await newPageAddress?.().catch(() => undefined);
      if (address === undefined) {
        throw new Failure(
          "internal",
          "Corroboard cannot be reached. What was saved is kept; start it again to go on.",
        );
      }
      window.open(address, "_blank", "noopener");
    },
  };
}

/** The browser asks where to save, or not, and does not tell. */
function download(suggestedName: string, part: BlobPart): true {
  const address = URL.createObjectURL(new Blob([part]));
  const link = document.createElement("a");
  link.href = address;
  link.download = suggestedName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), downloadLifeMs);
  return true;
}
