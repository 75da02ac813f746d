import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { _electron, expect, test } from "@playwright/test";

import { findElectron } from "../../scripts/electron-runtime.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("the desktop shows the page, and the page reaches nothing but the bridge", async () => {
  const folder = mkdtempSync(join(tmpdir(), "corroboard-desktop-"));
  const app = await _electron.launch({
    executablePath: findElectron() ?? "",
    args: [root, `--project=${join(folder, "a.corroboard")}`, `--user-data-dir=${folder}/profile`],
  });
  const page = await app.firstWindow();
  await expect(page).toHaveURL("corroboard://app/index.html");
  const reach = await page.evaluate(async () => {
    const bridge = (window as unknown as { corroboard: Record<string, unknown> }).corroboard;
    const request = bridge["request"] as (name: string, input: unknown) => Promise<unknown>;
    return {
      keys: Object.keys(bridge).toSorted(),
      globals: ["require", "process", "Buffer", "module"].filter((name) => name in window),
      answer: await request("tag.create", { name: "by the bridge" }),
    };
  });
  expect(reach.keys).toEqual(["onChange", "request", "shell"]);
  expect(reach.globals).toEqual([]);
  expect(reach.answer).toMatchObject({ ok: true, value: { name: "by the bridge" } });
  await app.close();
  rmSync(folder, { recursive: true });
});
