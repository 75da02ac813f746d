import { closeSync, fsyncSync, openSync } from "node:fs";

/** Makes new names in a folder last through a power cut. Windows cannot open a folder and does without. */
export function syncFolder(folder: string): void {
  if (process.platform === "win32") {
    return;
  }
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
