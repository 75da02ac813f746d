import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

/** One file of the built page. */
export type PageFile = { readonly contentType: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** What {@link readPageFiles} throws where there is no page. */
export const pageNotBuilt = "The page is not built.";

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

/**
 * Reads the built page once. The keys are the only paths that a host ever serves ("/", "/assets/x.js"):
 * a request's path is looked up, never joined to a folder.
 * @throws Error when the page is not there
 */
export function readPageFiles(folder: string): ReadonlyMap<string, PageFile> {
  if (!existsSync(join(folder, "index.html"))) {
    throw new Error(pageNotBuilt);
  }
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const contentType = contentTypes[extname(entry.name)];
    if (entry.isFile() && contentType !== undefined) {
      const path = join(entry.parentPath, entry.name);
      const key = path.slice(folder.length).replaceAll("\\", "/");
      files.set(key, { contentType, bytes: new Uint8Array(readFileSync(path)) });
    }
  }
  const index = files.get("/index.html");
  if (index !== undefined) {
    files.set("/", index);
  }
  return files;
}
