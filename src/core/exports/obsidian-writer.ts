import type { BlockContent, PhrasingContent, RootContent } from "mdast";

import type { ExportedFile } from "#contract/export";

import { sourceLabel } from "./briefing-document.ts";
import type {
  BriefingClaim,
  BriefingDocument,
  BriefingQuote,
  BriefingSource,
} from "./briefing-document.ts";
import { createFileNames, fileNameOf } from "./file-name.ts";
import { claimBody, heading, list, passage } from "./markdown-claims.ts";
import { footnotes, sourceFacts, titleOf } from "./markdown-sources.ts";
import { writeMarkdown } from "./markdown-syntax.ts";
import { evidenceTable } from "./markdown-table.ts";
import { field, label, paragraph, paragraphsOf, wordsOnOneLine } from "./markdown-text.ts";
import { withPictures } from "./plain-text.ts";
import { leftOutSentence, relationVerb, stanceTitle, summaryOf, warningsOf } from "./wording.ts";

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
 */
export function briefingInObsidian(briefing: BriefingDocument): {
  files: ExportedFile[];
  warnings: string[];
} {
  const { document, replaced } = withPictures(briefing);
  const warnings = warningsOf(document, replaced);
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
    warnings,
    files: [
      fileOf(fileNameOf(linkable(document.title), "md", "Overview"), overview(folder, warnings)),
      ...document.claims.map((claim, index) =>
        fileOf(folder.claimPaths[index] ?? "", claimFile(claim, folder)),
      ),
      ...document.sources.map((source, index) =>
        fileOf(folder.articlePaths[index] ?? "", articleFile(source, folder)),
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

function fileOf(path: string, children: RootContent[]): ExportedFile {
  return { path, text: writeMarkdown({ type: "root", children }) };
}

function overview({ document, claimPaths, articlePaths }: Folder, warnings: string[]) {
  const { claims, sources, boardNotes, boardQuotes } = document;
  const local = localQuotes(boardQuotes);
  return [
    heading(1, wordsOnOneLine(document.title)),
    ...(warnings.length === 0
      ? []
      : [
          paragraph(label("⚠ Before you use this:").slice(0, 1)),
          list(warnings.map((warning) => [paragraph(field(warning))])),
        ]),
    paragraph(summaryOf(document)),
    ...(claims.length === 0
      ? []
      : [
          heading(2, wordsOnOneLine("Claims")),
          list(
            claims.map(({ number, statement, status }, index) => [
              paragraph(
                `${number}. `,
                linkTo(claimPaths[index], "", field(statement)),
                ` (${status})`,
              ),
            ]),
          ),
        ]),
    ...(boardNotes.length === 0 && boardQuotes.length === 0
      ? []
      : [
          heading(2, wordsOnOneLine("Notes from the board")),
          ...boardNotes.flatMap((note) => paragraphsOf(note, { lead: label("Note:") })),
          ...local.flatMap((quote) => passage(quote)),
        ]),
    ...(claims.length === 0 || sources.length === 0
      ? []
      : [heading(2, wordsOnOneLine("Claims and sources")), ...evidenceTable(document)]),
    ...(sources.length === 0
      ? []
      : [
          heading(2, wordsOnOneLine("Articles")),
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
    ...footnotes({ quotes: local, sources }),
  ];
}

function claimFile(claim: BriefingClaim, { document, claimPaths, articlePaths }: Folder) {
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
      const words = field(relation.statement);
      return [
        { type: "text", value: `${relationVerb(relation)}: ` },
        ...(relation.number === null
          ? words
          : linkTo(claimPaths[relation.number - 1], "../", words)),
      ];
    },
  });
  return [
    heading(1, wordsOnOneLine(claim.statement)),
    ...body,
    ...footnotes({ quotes: onlyOnce(quotes), sources: document.sources }),
  ];
}

function articleFile(source: BriefingSource, { document, claimPaths }: Folder): RootContent[] {
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
  return [
    heading(1, titleOf(source)),
    sourceFacts(source),
    ...(quotes.length === 0 ? [] : [heading(2, wordsOnOneLine("Quotes"))]),
    ...[...passages.values()].flatMap((some, index): BlockContent[] => {
      const quote = quotes[index];
      return quote === undefined
        ? []
        : [
            ...passage(quote),
            list(
              some.map(({ claim, stance }) => [
                paragraph(
                  `${stanceTitle[stance]}: `,
                  linkTo(claimPaths[claim.number - 1], "../", field(claim.statement)),
                ),
              ]),
            ),
          ];
    }),
    ...footnotes({ quotes, sources: document.sources }),
  ];
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
function linkTo(
  path: string | undefined,
  up: "" | "../",
  words: PhrasingContent[],
): PhrasingContent[] {
  if (path === undefined) {
    return words;
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
  return [{ type: "link", url: `${up}${url}`, children: words }];
}
