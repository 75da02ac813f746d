import { BrowserWindow, dialog } from "electron";
import type { WebContents } from "electron";

import { writeWholeFile } from "#core/hosting/write-whole-file";

export type NativeShell = {
  /** Asks where to save; resolves to false when the user cancels. */
  readonly saveText: (asker: WebContents, suggestedName: string, text: string) => Promise<boolean>;
  readonly saveBytes: (
    asker: WebContents,
    suggestedName: string,
    bytes: Uint8Array,
  ) => Promise<boolean>;
  readonly openWindow: () => Promise<void>;
};

export function createNativeShell(openWindow: () => Promise<void>): NativeShell {
  return {
    saveText: askAndWrite,
    saveBytes: askAndWrite,
    openWindow,
  };
}

async function askAndWrite(
  asker: WebContents,
  suggestedName: string,
  contents: string | Uint8Array,
): Promise<boolean> {
  const window = BrowserWindow.fromWebContents(asker);
  if (window === null) {
    return false;
  }
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: plainNameOf(suggestedName),
    filters: [...filtersFor(suggestedName), { name: "All files", extensions: ["*"] }],
  });
  if (canceled || filePath === "") {
    return false;
  }
  await writeWholeFile(filePath, contents, { replace: true }); // the dialog has asked
  return true;
}

const fileTypes: Record<string, string> = {
  md: "Markdown",
  html: "Web page",
  csv: "Table",
  json: "JSON",
  corroboard: "Corroboard project",
};

function filtersFor(name: string): { name: string; extensions: string[] }[] {
  const extension = name.split(".").at(-1) ?? "";
  const type = fileTypes[extension];
  return type === undefined ? [] : [{ name: type, extensions: [extension] }];
}

/** A name without a folder, whatever the page suggests. */
export function plainNameOf(suggestedName: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  const name = suggestedName.replaceAll(/[\u0000-\u001f\u007f/\\:*?"<>|]/gu, " ").trim();
  const visible = name.replace(/^\.+/u, "").slice(0, 120);
  return visible === "" ? "briefing.md" : visible;
}
