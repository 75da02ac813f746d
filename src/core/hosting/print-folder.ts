import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Puts a page into a folder of its own that only this user can read, and removes the folder when it was used: pages
 * are too long for an address.
 */
export async function withPrintFolder<Value>(
  html: string,
  work: (place: { readonly folder: string; readonly page: string }) => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), "corroboard-print-")); // mode 0700
  try {
    const page = join(folder, "page.html");
    await writeFile(page, html);
    return await work({ folder, page });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
