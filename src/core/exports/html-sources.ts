import type { Element } from "hast";
import { h } from "hastscript";

import { sourceLabel } from "./briefing-document.ts";
import type { BriefingCoverage, BriefingDocument } from "./briefing-document.ts";
import { coverageInWords, signsOf } from "./coverage-signs.ts";
import { claimId } from "./html-claims.ts";
import { address, field } from "./html-text.ts";
import { factsOf } from "./source-facts.ts";
import { leftOutSentence, legend } from "./wording.ts";

/** Claims by sources, with what each source does for the claim, and the legend of the signs. */
export function evidenceTable({ claims, sources }: BriefingDocument): Element {
  return h("section", { ariaLabelledBy: "claims-and-sources" }, [
    h("h2", { id: "claims-and-sources" }, "Claims and sources"),
    h(
      "div",
      { className: "wide", tabIndex: 0, role: "region", ariaLabelledBy: "claims-and-sources" },
      h("table", [
        h(
          "thead",
          h("tr", [
            h("th", { scope: "col" }, "Claim"),
            ...sources.map((source) =>
              h(
                "th",
                { scope: "col" },
                h("a", { href: `#${sourceId(source)}` }, sourceLabel(source.number)),
              ),
            ),
          ]),
        ),
        h(
          "tbody",
          claims.map((claim) =>
            h("tr", [
              h(
                "th",
                { scope: "row", dir: "auto" },
                h("a", { href: `#${claimId(claim)}` }, `${claim.number}. ${claim.statement}`),
              ),
              ...claim.coverage.map(coverageCell),
            ]),
          ),
        ),
      ]),
    ),
    h("p", legend),
  ]);
}

/** The list of sources: what is known of each, and the hash of the file that was read. */
export function sourceList({ sources, sourcesLeftOut }: BriefingDocument): Element[] {
  return sources.length === 0
    ? []
    : [
        h("section", { ariaLabelledBy: "sources" }, [
          h("h2", { id: "sources" }, "Sources"),
          ...sources.flatMap((source) => [
            h("h3", { id: sourceId(source) }, [
              `${sourceLabel(source.number)}. `,
              field(source.title),
              ...(source.titleIsProposed ? [" (proposed title)"] : []),
            ]),
            h(
              "dl",
              factsOf(source).flatMap(({ name, words, isAddress }) => [
                h("dt", name),
                h("dd", isAddress === true ? address(words) : field(words)),
              ]),
            ),
          ]),
          ...(sourcesLeftOut === 0 ? [] : [h("p", leftOutSentence(sourcesLeftOut))]),
        ]),
      ];
}

/** The sign for the eye and the words for the ear. */
function coverageCell(coverage: BriefingCoverage): Element {
  return h("td", [
    h("span", { ariaHidden: "true" }, signsOf(coverage)),
    h("span", { className: "spoken" }, coverageInWords(coverage)),
  ]);
}

function sourceId({ number }: { readonly number: number }): string {
  return `source-${number}`;
}
