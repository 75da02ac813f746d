import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { test as base, expect } from "@playwright/test";
import type { Page } from "@playwright/test";

import type { Article } from "#contract/article";

import { hostOrigins, startBrowserHost } from "./hosts/browser.ts";
import type { BrowserHost } from "./hosts/browser.ts";
import type { CoreClient } from "./hosts/core-client.ts";

const samplesFolder = fileURLToPath(new URL("../resources/sample-articles", import.meta.url));

/** The five sample articles, in order of name. */
export function sampleFiles(): { name: string; path: string }[] {
  return readdirSync(samplesFolder)
    .filter((name) => name.endsWith(".txt"))
    .toSorted()
    .map((name) => ({ name, path: join(samplesFolder, name) }));
}

export function sampleTexts(): string[] {
  return sampleFiles().map(({ path }) => readFileSync(path, "utf8"));
}

export async function importSamples(core: CoreClient): Promise<Article[]> {
  const files = [];
  for (const { name, path } of sampleFiles()) {
    const bytes = new Uint8Array(readFileSync(path));
    files.push({ name, upload: (await core.request("upload.put", { bytes })).upload });
  }
  return (await core.request("article.import", { files })).imported;
}

type Fixtures = {
  /** A host on a new, empty project. */
  readonly host: BrowserHost;
  /** The host's core, straight away. */
  readonly core: CoreClient;
  /** The five sample articles, imported. */
  readonly articles: Article[];
  /** A page on the project with the five articles. Fails the test when anything went wrong in it. */
  readonly workbench: Page;
  /** Opens a further page on the project, as a second window. */
  readonly openPage: () => Promise<Page>;
  /** Set where a test tries to reach elsewhere on purpose, and itself asserts that it cannot. */
  readonly triesToReachElsewhere: boolean;
};

export const test = base.extend<Fixtures>({
  triesToReachElsewhere: [false, { option: true }],
  // Every page of every test is watched: nothing may be asked of anyone but the host that served it.
  context: async ({ context, triesToReachElsewhere }, provide) => {
    const elsewhere: string[] = [];
    const note = (url: string) => {
      if (!isOfHost(url)) {
        elsewhere.push(url.slice(0, 200));
      }
    };
    context.on("request", (request) => note(request.url()));
    context.on("page", (page) => {
      page.on("websocket", (socket) => note(socket.url()));
      // Dialogs for files are caught from the start: asking for that with the key that opens one is too late.
      page.on("filechooser", () => {});
    });
    await provide(context);
    if (!triesToReachElsewhere) {
      expect(elsewhere, "requests to elsewhere").toEqual([]);
    }
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from it
  host: async ({}, provide) => {
    const folder = mkdtempSync(join(tmpdir(), "corroboard-e2e-"));
    const host = await startBrowserHost(folder);
    await provide(host);
    await host.stop();
    const outbound = host.outbound();
    rmSync(folder, { recursive: true, force: true });
    rmSync(`${folder}.network`, { force: true });
    expect(outbound, "what the host began on the network").toEqual([]);
  },
  core: async ({ host }, provide) => {
    await provide(host.core);
  },
  articles: async ({ core }, provide) => {
    await provide(await importSamples(core));
  },
  workbench: async ({ articles, host, page }, provide) => {
    expect(articles).toHaveLength(5);
    const faults = faultsOf(page);
    await page.goto(await host.newAddress());
    // Keys work from here, those of the library too.
    await expect(page.getByRole("navigation", { name: "Library" })).toBeVisible();
    await expect(page.getByRole("grid", { name: "Articles" }).getByRole("row")).toHaveCount(5);
    await provide(page);
    expect(faults, "errors in the page").toEqual([]);
  },
  openPage: async ({ context, host }, provide) => {
    const faults: string[][] = [];
    await provide(async () => {
      const page = await context.newPage();
      faults.push(faultsOf(page));
      await page.goto(await host.newAddress());
      await expect(page.getByRole("navigation", { name: "Library" })).toBeVisible();
      return page;
    });
    expect(faults.flat(), "errors in the further pages").toEqual([]);
  },
});

export { expect };

function isOfHost(url: string): boolean {
  const { origin } = new URL(url); // that of a blob is its maker's
  return hostOrigins.has(origin) || url.startsWith("data:") || url === "about:blank";
}

/**
 * Collects what goes wrong in a page: exceptions, and errors on the console (the policy's refusals are
 * among them). A host that was killed is not the page's fault.
 */
function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.stack ?? error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/net::ERR_|status of 401/u.test(message.text())) {
      faults.push(message.text());
    }
  });
  return faults;
}
