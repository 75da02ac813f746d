import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, importSamples, test } from "./fixtures.ts";

const cli = fileURLToPath(new URL("../out/main/cli.js", import.meta.url));

/** Runs the built command line against the state folder of a host. */
function runCli(stateFolder: string, words: readonly string[]) {
  return new Promise<{ status: number | null; output: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...words], {
      env: { ...process.env, CORROBOARD_STATE_DIR: stateFolder },
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, output }));
  });
}

test("a page takes its code out of the address and lives through a reload", async ({
  workbench,
  host,
}) => {
  await expect(workbench).toHaveURL(`${host.origin()}/`);
  await workbench.reload();
  await expect(workbench).toHaveURL(`${host.origin()}/`);
  const answer = await workbench.evaluate(async () => {
    const response = await fetch("/api/request", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${sessionStorage.getItem("corroboard.token")}`,
      },
      body: '{"name":"article.list","input":{}}',
    });
    return (await response.json()) as { ok: boolean; value: unknown[] };
  });
  expect(answer.ok).toBe(true);
  expect(answer.value).toHaveLength(5);
});

test("an address opens one page only", async ({ host, page, context }) => {
  const address = await host.newAddress();
  await page.goto(address);
  await expect(page).toHaveURL(`${host.origin()}/`);
  const second = await context.newPage();
  await second.goto(address);
  await expect(second.getByText("This link was used already, or is too old.")).toBeVisible();
});

test.describe("attempts to reach elsewhere", () => {
  test.use({ triesToReachElsewhere: true });

  test("the page's policy lets nothing run or load that is not its own", async ({ host, page }) => {
    await page.goto(await host.newAddress());
    const outcome = await page.evaluate(async () => {
      const violations: string[] = [];
      document.addEventListener("securitypolicyviolation", (event) => {
        violations.push(event.effectiveDirective);
      });
      const attempts: Record<string, string> = {};
      const attempt = async (name: string, act: () => unknown) => {
        try {
          await act();
          attempts[name] = "done";
        } catch {
          attempts[name] = "refused";
        }
      };
      await attempt("markup from text", () => {
        document.createElement("div").innerHTML = "<b>x</b>";
      });
      await attempt("a request to elsewhere", () => fetch("http://127.0.0.1:9/"));
      const style = document.createElement("style");
      style.textContent = "body { color: red }";
      document.head.append(style);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return { attempts, violations };
    });
    expect(outcome.attempts).toEqual({
      "markup from text": "refused",
      "a request to elsewhere": "refused",
    });
    expect(outcome.violations).toEqual(
      expect.arrayContaining(["require-trusted-types-for", "connect-src", "style-src-elem"]),
    );
  });

  test("a page of another program in the same browser can neither ask nor read", async ({
    core,
    host,
    page,
  }) => {
    const other = createServer((_request, response) => {
      response.setHeader("content-type", "text/html");
      response.end("<!doctype html><title>another program</title>");
    });
    await new Promise<void>((resolve) => {
      other.listen(0, "127.0.0.1", resolve);
    });
    try {
      await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
      const body = JSON.stringify({ name: "tag.create", input: { name: "forged" } });
      const outcomes = await page.evaluate(
        async ([origin, forged]) => {
          const attempts: [string, () => Promise<unknown>][] = [
            [
              "json",
              () =>
                fetch(`${origin}/api/request`, {
                  method: "POST",
                  body: forged,
                  headers: { "content-type": "application/json" },
                }),
            ],
            ["plain", () => fetch(`${origin}/api/request`, { method: "POST", body: forged })],
            ["read", async () => (await fetch(`${origin}/`)).text()],
          ];
          const done: string[] = [];
          for (const [name, act] of attempts) {
            await act().then(
              () => done.push(name),
              () => undefined,
            );
          }
          // A request whose answer cannot be read still arrives.
          const blind = await fetch(`${origin}/api/request`, {
            method: "POST",
            mode: "no-cors",
            body: forged,
          }).then(
            () => "accepted",
            () => "refused",
          );
          return { done, blind };
        },
        [host.origin(), body] as const,
      );
      expect(outcomes).toEqual({ done: [], blind: "refused" });

      const form = page.locator("form");
      await page.evaluate(
        ([origin, forged]) => {
          const element = document.createElement("form");
          element.method = "post";
          element.enctype = "text/plain";
          element.action = `${origin}/api/request`;
          const field = document.createElement("input");
          field.name = forged.slice(0, -2);
          field.value = forged.slice(-2);
          element.append(field);
          document.body.append(element);
        },
        [host.origin(), body] as const,
      );
      const answered = page.waitForResponse(`${host.origin()}/api/request`);
      await form.evaluate((element: HTMLFormElement) => element.submit());
      expect((await answered).status()).toBe(403);
      expect(await core.request("tag.list", {})).toEqual([]);
    } finally {
      other.close();
    }
  });
});

test("a killed host loses nothing", async ({ core, host }) => {
  const articles = await importSamples(core);
  const tag = await core.request("tag.create", { name: "before the kill" });
  await host.kill();
  await host.restart();
  expect(await core.request("tag.list", {})).toEqual([tag]);
  expect(await core.request("article.list", {})).toEqual(articles);
  expect(await core.request("project.check", {})).toMatchObject({ ok: true });
  const undone = await core.request("history.undo", {});
  expect(undone).toMatchObject({ undoCount: 1, redoCount: 1 });
});

test("a stopped host leaves one file and no record", async ({ core, host }) => {
  await core.request("tag.create", { name: "kept" });
  expect(await host.stop()).toBe(0);
  const names = readdirSync(dirname(host.projectFile));
  expect(names.toSorted()).toEqual(["project.corroboard", "state"]);
  expect(readdirSync(`${host.stateFolder}/hosts`)).toEqual([]);
  await host.restart();
  expect(await core.request("tag.list", {})).toMatchObject([{ name: "kept" }]);
});

test("a second start opens a further page of the running host", async ({ host, page }) => {
  const { status, output } = await runCli(host.stateFolder, [
    "open",
    host.projectFile,
    "--no-open",
  ]);
  expect(status).toBe(0);
  const address = /http:\/\/127\.0\.0\.1:\d+\/#c=\S+/u.exec(output)?.[0] ?? "";
  expect(address.startsWith(host.origin())).toBe(true);
  await page.goto(address);
  await expect(page).toHaveURL(`${host.origin()}/`);
});

test("the command line goes through the host that has the project open", async ({ core, host }) => {
  const called = await runCli(host.stateFolder, [
    "call",
    host.projectFile,
    "tag.create",
    '{"name":"by call"}',
  ]);
  expect(called.status).toBe(0);
  expect(await core.request("tag.list", {})).toMatchObject([{ name: "by call" }]);
  const checked = await runCli(host.stateFolder, ["check", host.projectFile]);
  expect(checked).toMatchObject({ status: 0, output: expect.stringContaining("no faults") });
});
