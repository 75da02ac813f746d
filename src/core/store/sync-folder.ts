import { closeSync, fsyncSync, openSync } from "node:fs";

/** Makes a file's name or new contents last through a power cut. */
export function syncFile(path: string): void {
  const descriptor = openSync(path, "r+"); // Windows syncs only what is open for writing
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

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
