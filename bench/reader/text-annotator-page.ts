import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { Browser } from "playwright-core";
import { build } from "vite";

import type { Marked } from "./make-project.ts";

const lookFile = fileURLToPath(import.meta.resolve("@recogito/text-annotator/text-annotator.css"));
const entry = fileURLToPath(new URL("text-annotator-entry.ts", import.meta.url));

export const rendererNames = ["SPANS", "CSS_HIGHLIGHTS"] as const;
export type RendererName = (typeof rendererNames)[number];

/** A plain page with @recogito/text-annotator, its text and its annotations all from one server. */
export type AnnotatorPage = {
  /** From asking for the text to the frame that shows it with its annotations. Milliseconds. */
  readonly timeOpen: (renderer: RendererName) => Promise<number>;
  readonly close: () => Promise<void>;
};

export async function openAnnotatorPage(browser: Browser, marked: Marked): Promise<AnnotatorPage> {
  const folder = mkdtempSync(join(tmpdir(), "corroboard-bench-"));
  await build({
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      outDir: folder,
      lib: { entry, formats: ["es"], fileName: () => "annotator.js" },
    },
  });
  const files = new Map([
    ["/annotator.js", ["text/javascript", readFileSync(join(folder, "annotator.js"))]],
    ["/annotator.css", ["text/css", readFileSync(lookFile)]],
    ["/article.json", ["application/json", JSON.stringify(articleOf(marked))]],
    ["/", ["text/html", html]],
  ] as const);
  const server = createServer((request, response) => {
    const [type, body] = files.get(request.url as "/") ?? ["text/plain", ""];
    response.writeHead(200, { "content-type": `${type}; charset=utf-8` }).end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo; // it listens on a port
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(120_000);
  return {
    timeOpen: async (renderer) => {
      await page.goto("about:blank");
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.waitForFunction("'openAnnotated' in globalThis");
      return page.evaluate(`openAnnotated("${renderer}")`);
    },
    close: async () => {
      await page.close();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const html = `<!doctype html>
<link rel="stylesheet" href="/annotator.css">
<style>
  body { margin: 0; }
  #scroller { height: 100vh; overflow-y: auto; }
  #text { max-width: 68ch; margin: auto; font: 17.5px/1.55 serif; }
</style>
<div id="scroller"><div id="text"></div></div>
<script type="module" src="/annotator.js"></script>`;

/** Offsets count the text of the page, in which nothing stands between paragraphs. */
function articleOf({ text, spans }: Marked) {
  const paragraphs = text.split("\n\n");
  const gaps = [...text.matchAll(/\n\n/gu)].map(({ index }) => index);
  const inPage = (offset: number) => {
    const before = gaps.findIndex((gap) => gap >= offset);
    return offset - 2 * (before === -1 ? gaps.length : before);
  };
  const annotations = spans.map(({ start, end }, index) => ({
    id: `a${index}`,
    bodies: [],
    target: {
      annotation: `a${index}`,
      selector: [{ quote: text.slice(start, end), start: inPage(start), end: inPage(end) }],
    },
  }));
  return { paragraphs, annotations };
}
