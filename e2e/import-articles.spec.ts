import { expect, sampleFiles, test } from "./fixtures.ts";

test("files are imported by dialog, and the same file again is refused with a link", async ({
  page,
  host,
}) => {
  await page.goto(await host.newAddress());
  const [first, second] = sampleFiles().map(({ path }) => path);
  if (first === undefined || second === undefined) {
    throw new Error("the samples are missing");
  }
  const choose = async (paths: string[]) => {
    const choosing = page.waitForEvent("filechooser");
    await page.keyboard.press("ControlOrMeta+o");
    await (await choosing).setFiles(paths);
  };
  const library = page.getByRole("navigation", { name: "Library" });
  await expect(library.getByText("No articles yet")).toBeVisible(); // keys act from now on
  await choose([first, second]);
  await expect(library.getByRole("row")).toHaveCount(2);
  await expect(library.getByText("proposed title")).toHaveCount(1);

  await choose([first]);
  const report = page.getByRole("alert", { name: "Not imported" });
  await expect(report).toContainText("000_3424222e119d69a9.txt");
  await report.getByRole("button", { name: "Open that article" }).click();
  await expect(page.getByRole("document", { name: /Putin Rejects Western Plan/u })).toBeVisible();
  await report.getByRole("button", { name: "Dismiss" }).click();
  await expect(report).toBeHidden();
});

test("files that cannot be read are refused by name, and the others are imported", async ({
  page,
  host,
}) => {
  await page.goto(await host.newAddress());
  const choosing = page.waitForEvent("filechooser");
  await page.keyboard.press("ControlOrMeta+o");
  await (
    await choosing
  ).setFiles([
    {
      name: "good.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("\ufeffÉtat:\r\nDeux lignes."),
    },
    {
      name: "latin1.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("caf\xe9 au lait", "latin1"),
    },
    { name: "scan.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%\xe2\xe3") },
  ]);
  const report = page.getByRole("alert", { name: "Not imported" });
  await expect(report.getByRole("listitem")).toHaveCount(2);
  await expect(report).toContainText("latin1.txt");
  await expect(report).toContainText("UTF-8");
  await expect(report).toContainText("scan.pdf");
  await expect(page.getByRole("navigation", { name: "Library" }).getByRole("row")).toHaveCount(1);
});

test("a file is imported by dropping it, and pasted text by its form", async ({
  page,
  host,
  core,
}) => {
  await page.goto(await host.newAddress());
  const library = page.getByRole("navigation", { name: "Library" });
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["ضمانات أمنية لأوكرانيا.\nنص"], "arabic.txt"));
    return transfer;
  });
  await library.dispatchEvent("drop", { dataTransfer: dropped });
  await expect(library.getByRole("row")).toHaveCount(1);

  await page.keyboard.press("ControlOrMeta+Alt+v");
  await page
    .getByRole("textbox", { name: "Text of the article" })
    .fill("普京拒绝西方计划。\n正文。");
  await page.getByRole("button", { name: "Import text", exact: true }).click();
  await expect(library.getByRole("row")).toHaveCount(2);
  const texts = await Promise.all(
    (await core.request("article.list", {})).map(async ({ id }) =>
      core.request("article.read", { articleId: id }),
    ),
  );
  expect(texts.map(({ text }) => text)).toEqual([
    "ضمانات أمنية لأوكرانيا.\nنص",
    "普京拒绝西方计划。\n正文。",
  ]);
});

test("what is known of an article can be written down, and its source graded", async ({
  workbench,
  core,
}) => {
  const inspector = workbench.getByRole("complementary", { name: "Inspector" });
  await workbench.getByRole("row", { name: /Russia Rejects Ukraine/u }).click();
  const fields = {
    Outlet: "Paris Courier",
    Author: "A. Writer",
    Published: "2025-09-05",
    Accessed: "2025-09-06",
    URL: "https://example.org/a",
    Language: "en",
  };
  for (const [name, value] of Object.entries(fields)) {
    await inspector.getByRole("textbox", { name }).fill(value);
    await workbench.keyboard.press("Enter");
  }
  await inspector.getByRole("combobox", { name: "Reliability of Paris Courier" }).selectOption("B");
  await expect
    .poll(async () => (await core.request("article.list", {}))[3])
    .toMatchObject({
      outlet: "Paris Courier",
      author: "A. Writer",
      publishedOn: "2025-09-05",
      accessedOn: "2025-09-06",
      url: "https://example.org/a",
      language: "en",
      reliability: "B",
    });
  await inspector.getByRole("textbox", { name: "Published" }).fill("yesterday");
  await expect(inspector.getByRole("alert")).toContainText("Write a date such as 2025-09-05");
});
