import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";

import { startBrowserHost } from "../../e2e/hosts/browser.ts";
import { findChromium } from "../../scripts/find-chromium.mjs";
import { settle } from "./in-page.ts";

/** A page of the built product on a project. */
export type ProductPage = {
  readonly page: Page;
  /** Opens the page anew, with nothing on the desk and nothing read yet. */
  readonly reopen: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    // Chromium does not start as root with its sandbox.
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
}

export async function openProduct(browser: Browser, projectFile: string): Promise<ProductPage> {
  const folder = mkdtempSync(join(tmpdir(), "corroboard-bench-"));
  copyFileSync(projectFile, join(folder, "project.corroboard"));
  const host = await startBrowserHost(folder);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(120_000);
  const reopen = async () => {
    await host.core.request("view.save", { key: "desk", value: null });
    await page.goto("about:blank");
    await page.goto(await host.newAddress());
    await page.getByRole("grid", { name: "Articles" }).waitFor();
    await settle(page);
  };
  return {
    page,
    reopen,
    close: async () => {
      await page.close();
      await host.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
