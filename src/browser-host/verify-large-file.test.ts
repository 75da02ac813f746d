import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { expect, it } from "vitest";

import { maxRequestBytes } from "#contract/limits";

import { postRaw } from "./testing/raw-http.ts";
import { startTestHost } from "./testing/test-host.ts";

const cli = fileURLToPath(new URL("../cli/index.ts", import.meta.url));

it("verifies a briefing that is larger than the running host takes at once", async () => {
  const test = await startTestHost();
  try {
    const text = "They said so. ".repeat(40_000).trim();
    const { body } = await postRaw(test.host, "/api/upload", text, {
      "Content-Type": "application/octet-stream",
    });
    const { value } = JSON.parse(body) as { value: { upload: string } };
    await test.request("article.import", { files: [{ name: "a.txt", upload: value.upload }] });
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 12);
    const quote = `<blockquote><p>${text}<sup><a href="#footnote-1" role="doc-noteref">1</a></sup></p></blockquote>`;
    const note = `<ol><li id="footnote-1"><p>S1, They, grade F6, characters 0–${text.length}, SHA-256 ${hash}</p></li></ol>`;
    const file = join(test.folder, "large.html");
    const html = quote.repeat(17) + note;
    writeFileSync(file, html);
    expect(html.length).toBeGreaterThan(maxRequestBytes);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [cli, "verify", file, "--project", test.projectFile],
      { maxBuffer: 64 * 1024 * 1024 },
    );
    expect(test.logged).toEqual([]);
    expect(stdout.split("\n").at(-2)).toBe("17 of 17 quotes verbatim at the given place");
  } finally {
    await test.close();
  }
});
