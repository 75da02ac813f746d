import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { Failure } from "#contract/failure";

import { findAppBrowsers } from "./find-browser.ts";
import type { PrintPage } from "./print-exports.ts";
import { withPrintFolder } from "./print-folder.ts";

/** A briefing of some hundred pages takes seconds; what takes longer than this hangs. */
const patienceMs = 120_000;

/**
 * Prints with the Chromium, Chrome or Edge that is installed, in a profile of its own that is gone afterwards.
 * @param browsers programs to try, best first
 */
export function printWithChromium(browsers: () => readonly string[] = findAppBrowsers): PrintPage {
  return async (html, signal) => {
    const [browser] = browsers();
    if (browser === undefined) {
      throw new Failure(
        "not-found",
        "No Chromium, Chrome or Edge is installed here to print a PDF with. Save as a web page and print that instead.",
      );
    }
    return withPrintFolder(html, async ({ folder, page }) => {
      const pdf = join(folder, "page.pdf");
      await run(browser, chromiumArguments(folder, page, pdf), signal);
      return readFile(pdf).catch((error: unknown) => {
        throw notPrinted(error);
      });
    });
  };
}

function chromiumArguments(folder: string, page: string, pdf: string): string[] {
  return [
    "--headless",
    "--disable-gpu",
    `--user-data-dir=${join(folder, "profile")}`,
    `--print-to-pdf=${pdf}`,
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
    // Told as the creator of the file, instead of the browser and the system.
    "--user-agent=Corroboard",
    // No name leads anywhere: nothing can be fetched, whatever the page or the browser asks for.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pings",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-sync",
    // Chromium refuses to start as root with its sandbox.
    ...(process.platform === "linux" && process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    pathToFileURL(page).href,
  ];
}

function run(
  browser: string,
  browserArguments: readonly string[],
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = AbortSignal.any([
      AbortSignal.timeout(patienceMs),
      ...(signal === undefined ? [] : [signal]),
    ]);
    const child = spawn(browser, browserArguments, { stdio: "ignore", signal: stop });
    child.on("error", (error) => {
      reject(
        signal?.aborted === true
          ? new Failure("cancelled", "The export was cancelled; nothing was written.")
          : notPrinted(error),
      );
    });
    child.on("exit", (code) => {
      if (code === 0) {
        resolve();
      } else {
        reject(notPrinted(new Error(`the browser ended with ${code}`)));
      }
    });
  });
}

function notPrinted(cause: unknown): Failure {
  return new Failure(
    "internal",
    "The installed browser could not print the PDF. Save as a web page and print that instead.",
    { cause },
  );
}
