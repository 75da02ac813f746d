import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { app, BrowserWindow, dialog, session } from "electron";

import { Failure } from "#contract/failure";
import { setSecondFolder } from "#core/backups/backup-settings";
import { describeBug } from "#core/describe-bug";
import { firstProjectFile, firstProjectTitle, importSamples } from "#core/hosting/first-project";
import { readPageFiles } from "#core/hosting/page-files";
import { withPrinting } from "#core/hosting/print-exports";
import { projectPathOf } from "#core/hosting/project-path";
import { stateFolder } from "#core/hosting/state-folder";
import { startCoreThread } from "#core/start-core-thread";
import type { CoreThread } from "#core/start-core-thread";

import { registerScheme, serveApp } from "./app-protocol.ts";
import { connectIpc } from "./ipc.ts";
import { setMenu } from "./menu.ts";
import { createNativeShell } from "./native-shell.ts";
import { printInWindow } from "./print-page.ts";
import { forbidBackgroundTraffic, lockContents, lockSession } from "./session-policy.ts";
import { openPageWindow } from "./window.ts";

const preloadFile = fileURLToPath(new URL("../preload/index.cjs", import.meta.url));
const pageFolder = fileURLToPath(new URL("../renderer", import.meta.url));
const samplesFolder = fileURLToPath(new URL("../../resources/sample-articles", import.meta.url));

app.enableSandbox();
forbidBackgroundTraffic(app);
registerScheme();
app.on("web-contents-created", (_event, contents) => lockContents(contents));

void start();

async function start(): Promise<void> {
  try {
    const named = namedProject();
    const projectFile =
      named === null ? firstProjectFile() : projectPathOf(named, { mustExist: false });
    if (!app.requestSingleInstanceLock({ projectFile })) {
      app.quit(); // the running instance opens a window
      return;
    }
    await app.whenReady();
    const core = await openCore(projectFile, named === null);
    showWindows(core, projectFile);
  } catch (error) {
    stopWith(error);
  }
}

/** Words that are not ours, such as Chromium's switches, are passed over. */
function namedProject(): string | null {
  const { values } = parseArgs({
    args: process.argv.slice(app.isPackaged ? 1 : 2),
    options: { project: { type: "string" } },
    strict: false,
    allowPositionals: true,
  });
  return typeof values.project === "string" ? values.project : null;
}

async function openCore(projectFile: string, isFirstProject: boolean): Promise<CoreThread> {
  const core = await startCoreThread({
    projectFile,
    stateFolder: stateFolder(),
    ...(isFirstProject ? { title: firstProjectTitle } : {}),
  });
  if (isFirstProject) {
    await importSamples(core.dispatch, samplesFolder);
  }
  return core;
}

function showWindows(core: CoreThread, projectFile: string): void {
  lockSession(session.defaultSession);
  serveApp(session.defaultSession, readPageFiles(pageFolder));
  const open = () => {
    openPageWindow(preloadFile).catch(stopWith);
  };
  connectIpc(
    { dispatch: withPrinting(core.dispatch, printInWindow), onChange: core.onChange },
    createNativeShell(
      projectFile,
      () => openPageWindow(preloadFile),
      async (folder) => {
        await setSecondFolder(stateFolder(), folder);
        await core.dispatch("backup.configure", {}); // copies what there is, and tells every page
      },
    ),
    {
      has: (contents) => BrowserWindow.fromWebContents(contents) !== null,
      all: () => BrowserWindow.getAllWindows().map((window) => window.webContents),
    },
  );
  setMenu(open);
  app.on("second-instance", (_event, _words, _folder, asked) => {
    open();
    if (isOtherProject(asked, projectFile)) {
      void dialog.showMessageBox({
        message: `Corroboard has ${basename(projectFile)} open.`,
        detail: "Close it first to open another project.",
      });
    }
  });
  app.on("activate", () => {
    if (BrowserWindow.getAllWindows().length === 0) {
      open();
    }
  });
  app.on("window-all-closed", () => {
    if (process.platform !== "darwin") {
      app.quit();
    }
  });
  let isClosed = false;
  app.on("will-quit", (event) => {
    if (!isClosed) {
      event.preventDefault();
      isClosed = true;
      void core.close().finally(() => app.quit());
    }
  });
  void core.exited.then((error) => (error === null ? undefined : stopWith(error)));
  open();
}

function isOtherProject(asked: unknown, projectFile: string): boolean {
  return (
    typeof asked === "object" &&
    asked !== null &&
    "projectFile" in asked &&
    asked.projectFile !== projectFile
  );
}

function stopWith(error: unknown): void {
  if (!(error instanceof Failure)) {
    process.stderr.write(`corroboard: ${describeBug(error)}\n`);
  }
  dialog.showErrorBox(
    "Corroboard cannot go on",
    error instanceof Failure
      ? error.message
      : "Something went wrong inside Corroboard. Everything that was saved is kept; start it again.",
  );
  app.exit(1);
}
