import { BrowserWindow, dialog } from "electron";
import type { WebContents } from "electron";

import { fileNameOf } from "#core/exports/file-name";
import { writeWholeFile } from "#core/hosting/write-whole-file";

export type NativeShell = {
  /** Asks where to save; resolves to false when the user cancels. */
  readonly saveText: (asker: WebContents, suggestedName: string, text: string) => Promise<boolean>;
  readonly saveBytes: (
    asker: WebContents,
    suggestedName: string,
    bytes: Uint8Array,
  ) => Promise<boolean>;
  /** Asks for a folder and has copies of backups go there; resolves to false when the user cancels. */
  readonly chooseBackupFolder: (asker: WebContents) => Promise<boolean>;
  readonly openWindow: () => Promise<void>;
};

/**
 * @param projectFile the project that is open, over which nothing is saved
 * @param setBackupFolder gets the full path of the folder that the user chose
 */
export function createNativeShell(
  projectFile: string,
  openWindow: () => Promise<void>,
  setBackupFolder: (folder: string) => Promise<void>,
): NativeShell {
  const askAndWrite = (asker: WebContents, suggestedName: string, contents: string | Uint8Array) =>
    askAndWriteBeside(projectFile, asker, suggestedName, contents);
  return {
    saveText: askAndWrite,
    saveBytes: askAndWrite,
    chooseBackupFolder: async (asker) => {
      const folder = await askForFolder(asker);
      if (folder === null) {
        return false;
      }
      await setBackupFolder(folder);
      return true;
    },
    openWindow,
  };
}

async function askForFolder(asker: WebContents): Promise<string | null> {
  const window = BrowserWindow.fromWebContents(asker);
  if (window === null) {
    return null;
  }
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: "Folder for copies of backups",
    properties: ["openDirectory", "createDirectory"],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

async function askAndWriteBeside(
  projectFile: string,
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
  await writeWholeFile(filePath, contents, { replace: true, neverOver: projectFile }); // the dialog has asked
  return true;
}

const fileTypes: Record<string, string> = {
  md: "Markdown",
  html: "Web page",
  docx: "Word document",
  pdf: "PDF",
  zip: "ZIP archive",
  csv: "Table",
  json: "JSON",
  corroboard: "Corroboard project",
};

function filtersFor(name: string): { name: string; extensions: string[] }[] {
  const extension = name.split(".").at(-1) ?? "";
  const type = fileTypes[extension];
  return type === undefined ? [] : [{ name: type, extensions: [extension] }];
}

/** A name that stays in its folder and that any system takes, whatever the page suggests. */
export function plainNameOf(suggestedName: string): string {
  const [, stem, extension] = /^(.*)\.([a-z]{1,10})$/isu.exec(suggestedName) ?? [
    "",
    suggestedName,
    "md",
  ];
  return fileNameOf(stem ?? "", extension ?? "md", "briefing");
}
