import { toString } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

import type { Stance } from "#contract/claim";

import { expect, test } from "./fixtures.ts";
import type { Job } from "./main-job.ts";
import { WorkbenchPage } from "./pages/workbench-page.ts";
import { prepareAnalysis } from "./prepare-analysis.ts";
import { widerJob } from "./wider-job.ts";

const stances = ["supports", "disputes", "qualifies", "mentions"] as const;
const signs = {
  supports: "＋",
  disputes: "－",
  qualifies: "≈",
  mentions: "·",
  mixed: "±",
  none: "",
} as const;
const exportSigns = { supports: "+", disputes: "−", qualifies: "≈", mentions: "·" } as const;

test("canvas, matrix, hypotheses and export tell the same facts, with two origins and a contradiction", async ({
  workbench,
  core,
  articles,
}) => {
  test.slow(); // reads eight claims off four views
  await prepareAnalysis(core, articles, widerJob);
  const desk = new WorkbenchPage(workbench);
  const { keyboard } = workbench;
  const panel = (name: string) => workbench.getByRole("tabpanel", { name });

  await test.step("two origins are named in the sources", async () => {
    await keyboard.press("Alt+s");
    for (const [name, numbers] of [
      ["Reuters", [0, 1]],
      ["Élysée press service", [2, 3]],
    ] as const) {
      for (const [index, number] of numbers.entries()) {
        const title = articles[number]?.title ?? "";
        await panel("Sources")
          .getByRole("combobox", { name: `Origin of ${title}`, exact: true })
          .fill(name);
        await workbench
          .getByRole("option", { name: index === 0 ? `New agency “${name}”` : `Origin: ${name}` })
          .click();
      }
    }
    await expect(panel("Sources").getByText("5 articles, 3 independent lines")).toBeVisible();
  });

  await test.step("a contradiction is said once and counts on both sides", async () => {
    await desk.openDock("Claims");
    await desk.claimRow("Russia is ready for peace").click();
    const relations = desk.inspector.getByRole("region", { name: "Relations to other claims" });
    await relations.getByRole("combobox", { name: "Claim to relate to" }).fill("playing for time");
    await workbench.getByRole("option", { name: "Russia is playing for time" }).click();
    await expect(desk.claimRow("Russia is ready for peace")).toContainText(
      "Contradicted by 1 claim that is supported",
    );
    await expect(desk.claimRow("Russia is playing for time")).toContainText("Contradicted by 1");
    await expect(desk.claimRow("Russia is playing for time")).toContainText(
      "3 articles, 2 independent lines",
    );
  });

  await test.step("the canvas has each claim with its stances, and the contradiction", async () => {
    await desk.openDock("Board");
    const board = panel("Board");
    await workbench.getByRole("button", { name: "Give it the whole window" }).click();
    await board.getByRole("button", { name: /whole board/iu }).click();
    for (const claim of widerJob.claims) {
      const card = board.getByRole("group", {
        name: new RegExp(`^Claim: ${claim.statement}`, "u"),
      });
      await expect(card).toContainText(countsOf(claim));
    }
    await expect(
      board.getByRole("img", { name: /Russia is ready for peace.*contradicts|contradicts/iu }),
    ).toHaveCount(1);
  });

  await test.step("the matrix has what each article says, origins side by side", async () => {
    await desk.openDock("Matrix");
    const matrix = panel("Matrix");
    await expect(matrix.getByText("5 articles, 3 independent lines")).toBeVisible();
    for (const claim of widerJob.claims) {
      const cells = matrix.getByRole("row", { name: claim.statement }).getByRole("gridcell");
      const shown = (await cells.allTextContents()).map((text) => text.replace(/\d+$/u, ""));
      expect(shown, claim.statement).toEqual(
        statesOf(claim, articles.length).map((state) => signs[state]),
      );
    }
  });

  await test.step("rated as evidence for two hypotheses, the claims say which leads", async () => {
    await keyboard.press("Alt+y");
    const view = panel("Hypotheses");
    for (const statement of ["The force will be deployed", "The force is a signal only"]) {
      await view.getByRole("combobox", { name: "Add a hypothesis" }).fill(statement);
      await workbench.getByRole("option", { name: `New hypothesis “${statement}”` }).click();
    }
    const grid = view.getByRole("grid");
    for (const [statement, ...keys] of [
      ["26 countries pledged forces", "Shift+C", "i"],
      ["Russia is playing for time", "Shift+I", "c"],
    ] as const) {
      await view.getByRole("combobox", { name: "Add evidence" }).fill(statement);
      await workbench.getByRole("option", { name: statement }).click();
      await grid.getByRole("rowheader", { name: statement }).click();
      for (const key of keys) {
        await keyboard.press("ArrowRight");
        await keyboard.press(key);
      }
    }
    const conclusion = view.getByRole("region", { name: "What the conclusion rests on" });
    await expect(conclusion).toContainText("B leads.");
    await expect(conclusion).toContainText("Without “Russia is playing for time”, A leads.");
    await expect(conclusion).toContainText("Without Reuters (1 row on it alone), A leads.");
  });

  await test.step("the exports say the same", async () => {
    const { markdown } = await core.request("export.markdown", { onlyBoard: true });
    const whole = tablesOf(markdown).find(([head]) => head?.[0] === "Claim");
    expect(whole?.slice(1)).toEqual(
      widerJob.claims.map((claim, index) => [
        `${index + 1}. ${claim.statement}`,
        ...exportedSigns(claim, articles.length),
      ]),
    );
    expect(markdown).toContain("Contradicts");
    const briefing = await core.request("briefing.create", {
      title: "Facts",
      text: {
        version: 1,
        blocks: [{ kind: "matrix", boardId: null }, { kind: "ach" }],
        ticked: [],
      },
    });
    const written = await core.request("export.markdown", { briefingId: briefing.id });
    const ach = tablesOf(written.markdown).find(([head]) => head?.[0] === "Evidence");
    expect(ach?.map((cells) => cells.slice(0, 3))).toEqual([
      ["Evidence", "A. The force will be deployed", "B. The force is a signal only"],
      ["1. 26 countries pledged forces", "CC", "I"],
      ["2. Russia is playing for time", "II", "C"],
      ["Inconsistency", "2", "1"],
      ["Weighted inconsistency", "−2", "−1"],
    ]);
  });
});

type JobClaim = Job["claims"][number];

/** As the cards' counts are read out. */
function countsOf({ evidence }: JobClaim): string {
  return stances
    .map((stance) => {
      const word = `${stance.charAt(0).toUpperCase()}${stance.slice(1)}`;
      return `${word} ${evidence.filter((one) => one.stance === stance).length}`;
    })
    .join(", ");
}

/** What each article says about the claim, worked out from the job alone. */
function statesOf({ evidence }: JobClaim, articleCount: number): (Stance | "mixed" | "none")[] {
  return Array.from({ length: articleCount }, (_, article) => {
    const taken = new Set(
      evidence.filter((one) => one.article === article).map((one) => one.stance),
    );
    if (taken.has("supports") && taken.has("disputes")) {
      return "mixed";
    }
    return stances.find((stance) => taken.has(stance)) ?? "none";
  });
}

/** The exports name every stance of a source, and join support and dispute to one sign. */
function exportedSigns({ evidence }: JobClaim, articleCount: number): string[] {
  return Array.from({ length: articleCount }, (_, article) => {
    const taken = stances.filter((stance) =>
      evidence.some((one) => one.article === article && one.stance === stance),
    );
    const isMixed = taken.includes("supports") && taken.includes("disputes");
    const others = taken.filter(
      (stance) => !isMixed || (stance !== "supports" && stance !== "disputes"),
    );
    return [...(isMixed ? ["±"] : []), ...others.map((stance) => exportSigns[stance])].join(" ");
  });
}

/** Every table of a Markdown text, as rows of cells. */
function tablesOf(markdown: string): string[][][] {
  const root = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  return root.children.flatMap((node) =>
    node.type === "table"
      ? [node.children.map((row) => row.children.map((cell) => toString(cell)))]
      : [],
  );
}
