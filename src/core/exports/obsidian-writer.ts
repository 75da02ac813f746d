import type { ExportedFile } from "#contract/export";

import { sourceLabel } from "./briefing-document.ts";
import type {
  BriefingClaim,
  BriefingDocument,
  BriefingQuote,
  BriefingSource,
} from "./briefing-document.ts";
import { createFileNames } from "./file-name.ts";
import { paperInMarkdown } from "./markdown-writer.ts";
import { claimBody } from "./paper-claims.ts";
import { boardBlocks, paperHead } from "./paper-of-briefing.ts";
import { evidenceTable, titleOf } from "./paper-sources.ts";
import { field, heading, list, paragraph, words } from "./paper.ts";
import type { Paper, PaperBlock, PaperRun } from "./paper.ts";
import { withPictures } from "./plain-text.ts";
import { factsOf } from "./source-facts.ts";
import { leftOutSentence, relationVerb, stanceTitle, warningsOf } from "./wording.ts";

const claimFolder = "Claims";
const articleFolder = "Articles";

/** What the files of the folder know of each other. */
type Folder = {
  readonly document: BriefingDocument;
  /** Paths from the folder, by number less one. */
  readonly claimPaths: readonly string[];
  readonly articlePaths: readonly string[];
};

/**
 * A briefing as a folder of Markdown files for Obsidian, or any program that follows relative links: an
 * overview, a file for each claim and one for each article. The same document gives the same files.
 * @param written the briefing that was written about these claims, as one more file, the first
 */
export function briefingInObsidian(
  briefing: BriefingDocument,
  written: Paper | null = null,
): { files: ExportedFile[]; warnings: string[] } {
  const { document, replaced } = withPictures(briefing);
  const warnings = [...warningsOf(document), ...replaced];
  const nameOf = createFileNames("md", "Overview");
  const folder: Folder = {
    document,
    claimPaths: pathsFor(
      claimFolder,
      document.claims.map(({ statement }) => statement),
    ),
    articlePaths: pathsFor(
      articleFolder,
      document.sources.map(({ title }) => title),
    ),
  };
  return {
    warnings: [...new Set([...(written?.warnings ?? []), ...warnings])],
    files: [
      ...(written === null
        ? []
        : [{ path: nameOf(linkable(written.title)), text: paperInMarkdown(written) }]),
      fileOf(
        nameOf(written === null ? linkable(document.title) : "Overview"),
        overview(folder, warnings),
        document,
      ),
      ...document.claims.map((claim, index) =>
        fileOf(folder.claimPaths[index] ?? "", claimFile(claim, folder), document),
      ),
      ...document.sources.map((source, index) =>
        fileOf(folder.articlePaths[index] ?? "", articleFile(source, folder), document),
      ),
    ],
  };
}

function pathsFor(folder: string, titles: readonly string[]): string[] {
  const nameOf = createFileNames("md", folder === claimFolder ? "Claim" : "Article");
  return titles.map((title) => `${folder}/${nameOf(linkable(title))}`);
}

/** Without what Obsidian takes for a part of a link rather than of a name. */
function linkable(title: string): string {
  return title.replaceAll(/[#^[\]%]/gu, " ");
}

type File = { readonly blocks: readonly PaperBlock[]; readonly quotes: readonly BriefingQuote[] };

function fileOf(path: string, { blocks, quotes }: File, { sources }: BriefingDocument) {
  const paper: Paper = { title: path, head: [], body: blocks, quotes, sources, warnings: [] };
  return { path, text: paperInMarkdown(paper) };
}

function overview({ document, claimPaths, articlePaths }: Folder, warnings: string[]): File {
  const { claims, sources, boardNotes, boardQuotes } = document;
  const quotes = localQuotes(boardQuotes);
  const blocks = [
    ...paperHead(document, warnings),
    ...(claims.length === 0
      ? []
      : [
          heading(2, "Claims"),
          list(
            claims.map(({ number, statement, status }, index) => [
              paragraph(
                `${number}. `,
                linkTo(claimPaths[index], "", [field(statement)]),
                ` (${status})`,
              ),
            ]),
          ),
        ]),
    ...boardBlocks({ boardNotes, boardQuotes: quotes }),
    ...(claims.length === 0 || sources.length === 0
      ? []
      : [heading(2, "Claims and sources"), ...evidenceTable(document)]),
    ...(sources.length === 0
      ? []
      : [
          heading(2, "Articles"),
          list(
            sources.map((source, index) => [
              paragraph(
                `${sourceLabel(source.number)}. `,
                linkTo(articlePaths[index], "", titleOf(source)),
              ),
            ]),
          ),
          ...(document.sourcesLeftOut === 0
            ? []
            : [paragraph(leftOutSentence(document.sourcesLeftOut))]),
        ]),
  ];
  return { blocks, quotes };
}

function claimFile(claim: BriefingClaim, { document, claimPaths, articlePaths }: Folder): File {
  const quotes = localQuotes(claim.evidence.map(({ quote }) => quote));
  const evidence = claim.evidence.map((item, index) => ({
    ...item,
    quote: quotes[index] ?? item.quote,
  }));
  const body = claimBody({ ...claim, evidence }, 2, {
    source: (number) => {
      const source = document.sources[number - 1];
      return source === undefined ? [] : linkTo(articlePaths[number - 1], "../", titleOf(source));
    },
    claim: (relation) => {
      const other = [field(relation.statement)];
      return [
        words(`${relationVerb(relation)}: `),
        ...(relation.number === null
          ? other
          : linkTo(claimPaths[relation.number - 1], "../", other)),
      ];
    },
  });
  return { blocks: [heading(1, claim.statement), ...body], quotes: onlyOnce(quotes) };
}

function articleFile(source: BriefingSource, { document, claimPaths }: Folder): File {
  const uses = document.claims.flatMap((claim) =>
    claim.evidence
      .filter(({ quote }) => quote.source === source.number)
      .map(({ quote, stance }) => ({ claim, quote, stance })),
  );
  const byPlace = uses.toSorted(
    (a, b) => a.quote.start - b.quote.start || a.quote.end - b.quote.end,
  );
  const passages = Map.groupBy(byPlace, ({ quote }) => quote.number);
  const quotes = localQuotes([...passages.values()].flatMap(([use]) => use?.quote ?? []));
  const blocks = [
    heading(1, titleOf(source)),
    { kind: "facts", facts: factsOf(source) } as const,
    ...(quotes.length === 0 ? [] : [heading(2, "Quotes")]),
    ...[...passages.values()].flatMap((some, index): PaperBlock[] => {
      const quote = quotes[index];
      return quote === undefined
        ? []
        : [
            { kind: "quote", quote },
            list(
              some.map(({ claim, stance }) => [
                paragraph(
                  `${stanceTitle[stance]}: `,
                  linkTo(claimPaths[claim.number - 1], "../", [field(claim.statement)]),
                ),
              ]),
            ),
          ];
    }),
  ];
  return { blocks, quotes };
}

/** The same quotes numbered from 1, one number for each, so that a file does not depend on the others. */
function localQuotes(quotes: readonly BriefingQuote[]): BriefingQuote[] {
  const numbers = new Map<number, number>();
  return quotes.map((quote) => {
    const number = numbers.get(quote.number) ?? numbers.size + 1;
    numbers.set(quote.number, number);
    return { ...quote, number };
  });
}

function onlyOnce(quotes: readonly BriefingQuote[]): BriefingQuote[] {
  return [...new Map(quotes.map((quote) => [quote.number, quote])).values()];
}

/** A link to a file of the folder; `up` leads from the linking file to the folder. */
function linkTo(path: string | undefined, up: "" | "../", runs: readonly PaperRun[]): PaperRun[] {
  if (path === undefined) {
    return [...runs];
  }
  const url = path
    .split("/")
    .map((part) =>
      encodeURIComponent(part).replaceAll(
        /[!'()*~]/gu,
        (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join("/");
  return [{ kind: "link", to: { kind: "file", url: `${up}${url}` }, runs }];
}
