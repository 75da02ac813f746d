import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";

import { findAppBrowsers } from "../hosting/find-browser.ts";
import { printWithChromium } from "../hosting/print-with-chromium.ts";
import type { BriefingDocument } from "./briefing-document.ts";
import { paperInDocx } from "./docx-writer.ts";
import { xmlReplacement } from "./docx-xml.ts";
import { paperInHtml } from "./html-writer.ts";
import { paperOfBriefing } from "./paper-of-briefing.ts";
import { withPictures } from "./plain-text.ts";
import { hostileStrings, stringsOf } from "./testing/arbitrary-briefing.ts";
import { everywhere } from "./testing/hostile-briefing.ts";

// Programs that are not part of the project read what it exports: `npm run check:readers`. What is not installed is
// skipped, and the run says so.

const run = promisify(execFile);

const hasOffice = await isInstalled("soffice", "--version");
const hasPdfToText = await isInstalled("pdftotext", "-v");
const hasBrowser = findAppBrowsers().length > 0;

/** One document with a claim for each string, and a quote of the same words. */
function documentOf(strings: readonly string[]): BriefingDocument {
  const base = everywhere("Words");
  const [claim] = base.claims;
  const [quote] = base.quotes;
  if (claim === undefined || quote === undefined) {
    throw new Error("there is a claim with a quote");
  }
  const quotes = strings.map((exact, index) => ({ ...quote, number: index + 1, exact }));
  return {
    ...base,
    boardQuotes: [],
    quotes,
    claims: strings.map((statement, index) => ({
      ...claim,
      number: index + 1,
      statement,
      note: statement,
      evidence: claim.evidence
        .slice(0, 1)
        .map((one) => ({ ...one, quote: quotes[index] ?? quote })),
    })),
  };
}

describe.skipIf(!hasOffice)("LibreOffice", { timeout: 600_000 }, () => {
  it("finds every heading and every quote of a Word document as it was written", async () => {
    const strings = [...hostileStrings, ...stringsOf("injection-strings.json")].filter(
      (words, index) => words.trim() !== "" && !words.includes("\n\n") && index % 3 === 0,
    );
    const { document, replaced } = withPictures(documentOf(strings), xmlReplacement);
    const docx = paperInDocx(paperOfBriefing(document, replaced));
    const read = await inFolder(async (folder) => {
      await writeFile(join(folder, "a.docx"), docx);
      const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
      const to = ["--convert-to", "fodt", "--outdir", folder, join(folder, "a.docx")];
      await run("soffice", [profile, "--headless", ...to]);
      return paragraphsOf(await readFile(join(folder, "a.fodt"), "utf8"));
    });
    const headings = read.filter(({ isHeading }) => isHeading).map(({ words }) => words);
    const paragraphs = new Set(read.map(({ words }) => words));
    const missing = document.claims.flatMap(({ number, statement }) => [
      ...(headings.includes(asRead(`${number}. ${statement}`)) ? [] : [`heading: ${statement}`]),
      ...(paragraphs.has(asRead(statement)) ? [] : [`quote: ${statement}`]),
    ]);
    expect(missing).toEqual([]);
    expect(read.filter(({ isNote }) => isNote)).toHaveLength(document.quotes.length);
  });
});

describe.skipIf(!hasPdfToText || !hasBrowser)("pdftotext", { timeout: 300_000 }, () => {
  it("finds every claim and every quote of a PDF", async () => {
    const strings = [
      "Plain words, “quoted” — with dashes – and an ellipsis…",
      "Zażółć gęślą jaźń; Příliš žluťoučký kůň; naïve façade Ægir",
      "Съешь же ещё этих мягких булок",
      "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία",
      "<b>not bold</b> & <script>alert(1)</script> &amp; *stars* _lines_ `ticks`",
      "=1+1 @SUM(A1) +cmd|' /C calc'!A0",
    ];
    const { document } = withPictures(documentOf(strings));
    const pdf = await printWithChromium()(paperInHtml(paperOfBriefing(document, [])));
    const text = await inFolder(async (folder) => {
      await writeFile(join(folder, "a.pdf"), pdf);
      return (await run("pdftotext", ["-layout", join(folder, "a.pdf"), "-"])).stdout;
    });
    const words = text.replaceAll(/\s+/gu, " ");
    for (const statement of strings) {
      // The heading, the note and the quote; the table breaks its lines between columns.
      expect(words.split(statement).length - 1, statement).toBeGreaterThanOrEqual(3);
    }
  });
});

/** LibreOffice has one kind of line end in a paragraph. */
function asRead(words: string): string {
  return words.replaceAll("\r", "\n");
}

type ReadParagraph = { words: string; isHeading: boolean; isNote: boolean };

/** Paragraphs of a flat OpenDocument text (ODF 1.3, part 3, 6.1): white space is folded but for its own elements. */
function paragraphsOf(fodt: string): ReadParagraph[] {
  const paragraphs: ReadParagraph[] = [];
  const open: ReadParagraph[] = [];
  const elements: string[] = [];
  let notes = 0;
  let citations = 0;
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  const add = (words: string) => {
    const current = open.at(-1);
    if (current !== undefined && citations === 0) {
      current.words += words;
    }
  };
  parser.on("opentag", ({ name, attributes }) => {
    elements.push(name);
    if (name === "text:h" || name === "text:p") {
      const paragraph = { words: "", isHeading: name === "text:h", isNote: notes > 0 };
      paragraphs.push(paragraph);
      open.push(paragraph);
    } else if (name === "text:note") {
      notes += 1;
    } else if (name === "text:note-citation") {
      citations += 1;
    } else if (name === "text:s") {
      add(" ".repeat(Number(attributes["text:c"] ?? 1)));
    } else if (name === "text:tab") {
      add("\t");
    } else if (name === "text:line-break") {
      add("\n");
    }
  });
  parser.on("closetag", ({ name }) => {
    elements.pop();
    if (name === "text:h" || name === "text:p") {
      open.pop();
    } else if (name === "text:note") {
      notes -= 1;
    } else if (name === "text:note-citation") {
      citations -= 1;
    }
  });
  parser.on("text", (words) => {
    // What parts the paragraphs of a note stands in the paragraph that has the note, and is none of its words.
    if (elements.at(-1) !== "text:note-body") {
      add(words.replaceAll(/[ \t\n\r]+/gu, " "));
    }
  });
  parser.write(fodt).close();
  return paragraphs;
}

async function isInstalled(program: string, argument: string): Promise<boolean> {
  try {
    await run(program, [argument]);
    return true;
  } catch {
    process.stderr.write(`${program} is not installed: what it reads is not checked.\n`);
    return false;
  }
}

async function inFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), "corroboard-readers-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
