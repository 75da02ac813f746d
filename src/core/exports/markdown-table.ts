import type { BlockContent, TableRow } from "mdast";

import type { BriefingDocument } from "./briefing-document.ts";
import { sourceLabel } from "./briefing-document.ts";
import { signsOf } from "./coverage-signs.ts";
import { paragraph, wordsOnOneLine } from "./markdown-text.ts";
import { legend } from "./wording.ts";

/** Claims by sources, with what each source does for the claim, and the legend of the signs. */
export function evidenceTable({ claims, sources }: BriefingDocument): BlockContent[] {
  return [
    {
      type: "table",
      align: [null, ...sources.map(() => "center" as const)],
      children: [
        row(["Claim", ...sources.map(({ number }) => sourceLabel(number))]),
        ...claims.map(({ number, statement, coverage }) =>
          row([`${number}. ${statement}`, ...coverage.map(signsOf)]),
        ),
      ],
    },
    paragraph(legend),
  ];
}

function row(cells: readonly string[]): TableRow {
  return {
    type: "tableRow",
    children: cells.map((words) => ({ type: "tableCell", children: wordsOnOneLine(words) })),
  };
}
