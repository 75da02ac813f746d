import { setTimeout as pause } from "node:timers/promises";

import { describeBug } from "#core/describe-bug";
import { importSamples } from "#core/hosting/first-project";
import { readPageFiles } from "#core/hosting/page-files";
import { withPrinting } from "#core/hosting/print-exports";
import { printWithChromium } from "#core/hosting/print-with-chromium";
import { forgetRunningHost, recordRunningHost } from "#core/hosting/running-hosts";
import { stateFolder } from "#core/hosting/state-folder";
import { startCoreThread } from "#core/start-core-thread";

import { createChangeStreams } from "./change-stream.ts";
import { listen, portOf } from "./http-server.ts";
import { createIdleWatch } from "./idle-watch.ts";
import { createSessionKeys } from "./session-keys.ts";

/** A connection that is still open so long after the last answer is cut. */
const leaveMs = 500;

export type BrowserHostOptions = {
  /** Full path. */
  readonly projectFile: string;
  readonly title?: string;
  /** The built page. */
  readonly pageFolder: string;
  /** Articles to import into a project in which nothing was done yet. */
  readonly samplesFolder?: string;
  /** 0: any free port. */
  readonly port: number;
  /** The host ends when no page was connected for so long; 0: never. */
  readonly idleExitMinutes: number;
  readonly log?: (line: string) => void;
};

export type BrowserHost = {
  readonly port: number;
  readonly token: string;
  /** A new address that opens one page, once, within 60 seconds. */
  readonly newAddress: () => string;
  readonly close: () => Promise<void>;
  /** Resolves when the host has ended: to null after `close` or idleness, else to what ended it. */
  readonly ended: Promise<Error | null>;
};

/**
 * Opens a project and serves the page on 127.0.0.1.
 * @throws Failure when the project cannot be opened, Error when the port is taken or the page is not built
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const log = options.log ?? ((line) => process.stderr.write(`corroboard: ${line}\n`));
  const files = readPageFiles(options.pageFolder);
  const core = await startCoreThread(
    {
      projectFile: options.projectFile,
      stateFolder: stateFolder(),
      ...(options.title === undefined ? {} : { title: options.title }),
    },
    log,
  );
  let server: Awaited<ReturnType<typeof listen>> | undefined;
  let streamsToEnd: ReturnType<typeof createChangeStreams> | undefined;
  try {
    if (options.samplesFolder !== undefined) {
      await importSamples(core.dispatch, options.samplesFolder);
    }
    const keys = createSessionKeys();
    let watchPages = (_: number) => {};
    const streams = createChangeStreams((pages) => watchPages(pages));
    streamsToEnd = streams;
    core.onChange(streams.announce);
    server = await listen(
      {
        files,
        keys,
        streams,
        dispatch: withPrinting(core.dispatch, printWithChromium()),
        reportBug: (error) => log(describeBug(error)),
      },
      options.port,
    );
    const listening = server;
    const port = portOf(listening);
    recordRunningHost(options.projectFile, { pid: process.pid, port, token: keys.token });

    const close = async () => {
      forgetRunningHost(options.projectFile, process.pid);
      idleWatch.stop();
      const closed = new Promise((resolve) => {
        listening.close(resolve);
      });
      streams.endAll();
      listening.closeIdleConnections();
      // What was asked before is still answered, and the answers get a moment to leave.
      await core.close();
      await Promise.race([closed, pause(leaveMs, null, { ref: false })]);
      listening.closeAllConnections();
    };
    const idleWatch = createIdleWatch(options.idleExitMinutes, () => void close());
    watchPages = idleWatch.setConnected;
    return {
      port,
      token: keys.token,
      newAddress: () => `http://127.0.0.1:${port}/#c=${keys.issueCode()}`,
      close,
      ended: core.exited.then(async (error) => {
        await close();
        return error;
      }),
    };
  } catch (error) {
    // Nothing that was begun may keep the process alive.
    streamsToEnd?.endAll();
    server?.close();
    await core.close();
    throw error;
  }
}
