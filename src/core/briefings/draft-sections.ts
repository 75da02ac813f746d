import type { Article } from "#contract/article";
import { wordsOfClaim } from "#contract/briefing";
import type { BriefingBlock, BriefingRun, ClaimPart } from "#contract/briefing";
import { Stance, statusInForce } from "#contract/claim";
import type { Claim, Evidence } from "#contract/claim";
import type { ArticleId } from "#contract/ids";

import { stanceTitle } from "../exports/wording.ts";
import type { DraftFacts } from "./draft-facts.ts";
import type { SectionName } from "./parse-template.ts";

/** What a section says when there is nothing for it. */
export const nothingRecorded = "Nothing recorded.";

/** The blocks of one section. Its words are citations and the names of fields; see draft-briefing.ts. */
export function draftSection(name: SectionName, facts: DraftFacts): BriefingBlock[] {
  const blocks = sections[name](facts);
  return blocks.length === 0 ? [paragraph(words(nothingRecorded))] : blocks;
}

const sections: Record<SectionName, (facts: DraftFacts) => BriefingBlock[]> = {
  "bottom-line": ({ judgements, claims }) =>
    [judgements[0] ?? claims[0]].flatMap((claim) => (claim === undefined ? [] : judged(claim))),
  judgements: (facts) => facts.judgements.flatMap((claim) => judgement(claim, facts)),
  "other-claims": (facts) =>
    facts.claims
      .filter((claim) => !facts.judgements.includes(claim))
      .flatMap((claim) => [
        paragraph(claimRun(claim)),
        paragraph(words("Status: "), claimRun(claim, "status"), words(".")),
        ...passages(facts.evidenceOf(claim.id)),
        ...ownNote(claim.note),
      ]),
  discrepancies: (facts) => [
    ...facts.claims
      .filter((claim) => facts.evidenceOf(claim.id).some(({ stance }) => stance === "disputes"))
      .flatMap((claim) => [
        paragraph(claimRun(claim)),
        paragraph(words("Status: "), claimRun(claim, "status"), words(".")),
        ...passages(
          facts
            .evidenceOf(claim.id)
            .filter(({ stance }) => stance === "supports" || stance === "disputes"),
        ),
      ]),
    ...facts.relations
      .filter(({ type }) => type === "contradicts")
      .flatMap(({ fromClaimId, toClaimId, note }) => {
        const from = facts.claims.find(({ id }) => id === fromClaimId);
        const to = facts.claims.find(({ id }) => id === toClaimId);
        return from === undefined || to === undefined
          ? []
          : [
              item(claimRun(from), words(`${endOf(from)} Contradicts: `), claimRun(to)),
              ...ownNote(note),
            ];
      }),
  ],
  gaps: (facts) => facts.claims.flatMap((claim) => gapsOf(claim, facts)),
  "sources-and-what-they-say": (facts) =>
    facts.articles.flatMap((article) => {
      const said = facts.claims.flatMap((claim) =>
        facts
          .evidenceOf(claim.id)
          .filter(({ articleId }) => articleId === article.id)
          .map((evidence) => ({ claim, evidence })),
      );
      return said.length === 0
        ? []
        : [
            { kind: "heading", level: 3, runs: [articleRun(article)] } as const,
            ...said.flatMap(({ claim, evidence }) => [
              item(words(`${stanceTitle[evidence.stance]}: `), claimRun(claim)),
              quotation(evidence),
              ...saidBy(evidence),
            ]),
          ];
    }),
  notes: (facts) => [
    ...facts.notes.flatMap(ownNote),
    ...facts.claims
      .filter(({ note }) => note.trim() !== "")
      .flatMap((claim) => [paragraph(claimRun(claim)), ...ownNote(claim.note)]),
  ],
  matrix: ({ claims, boardId }) => (claims.length === 0 ? [] : [{ kind: "matrix", boardId }]),
  ach: () => [{ kind: "ach" }],
  board: ({ boardId }) => (boardId === null ? [] : [{ kind: "board", boardId }]),
  sources: ({ articles }) => articles.map((article) => item(articleRun(article))),
};

function judgement(claim: Claim, facts: DraftFacts): BriefingBlock[] {
  return [
    ...judged(claim),
    ...(facts.evidenceOf(claim.id).length === 0
      ? []
      : [item(words("Status: "), claimRun(claim, "status"), words("."))]),
    ...passages(facts.evidenceOf(claim.id)),
    ...ownNote(claim.note),
  ];
}

/**
 * The claim is never told without how likely it is held to be. Likelihood and confidence stand in sentences
 * of their own, as ICD 203 asks.
 */
function judged(claim: Claim): BriefingBlock[] {
  return [
    paragraph(claimRun(claim)),
    ...(claim.likelihood === null
      ? []
      : [item(words("Likelihood: "), claimRun(claim, "likelihood"), words("."))]),
    ...(claim.confidence === null
      ? []
      : [item(words("Confidence: "), claimRun(claim, "confidence"), words("."))]),
    ...(claim.confidenceBasis.trim() === ""
      ? []
      : [item(words("Basis: "), claimRun(claim, "basis"))]),
  ];
}

function gapsOf(claim: Claim, facts: DraftFacts): BriefingBlock[] {
  const unchecked = facts.uncheckedOf(claim.id);
  const isThin = ["not assessed", "uncorroborated", "single origin"].includes(statusInForce(claim));
  return [
    ...(isThin
      ? [
          item(
            claimRun(claim),
            words(`${endOf(claim)} Status: `),
            claimRun(claim, "status"),
            words("."),
          ),
        ]
      : []),
    ...(unchecked.length === 0
      ? []
      : [
          item(
            claimRun(claim),
            words(`${endOf(claim)} Not checked: `),
            ...unchecked.flatMap((id, index) => [
              ...(index === 0 ? [] : [words(", ")]),
              ...articleRunOf(id, facts),
            ]),
            words("."),
          ),
        ]),
  ];
}

/** Stance by stance; each passage is a quotation of its own, so that it leaves as one. */
function passages(evidence: readonly Evidence[]): BriefingBlock[] {
  return Stance.options.flatMap((stance) => {
    const some = evidence.filter((one) => one.stance === stance);
    return some.length === 0
      ? []
      : [
          paragraph({ ...words(`${stanceTitle[stance]}:`), bold: true }),
          ...some.flatMap((one) => [quotation(one), ...saidBy(one), ...ownNote(one.note)]),
        ];
  });
}

function saidBy({ attribution }: Evidence): BriefingBlock[] {
  return attribution === null || attribution.trim() === ""
    ? []
    : [paragraph(words(`Said by ${attribution}.`))];
}

function ownNote(note: string): BriefingBlock[] {
  return note
    .split(/\n{2,}/u)
    .filter((part) => part.trim() !== "")
    .map((part) =>
      paragraph(
        ...part
          .split("\n")
          .flatMap((line, index): BriefingRun[] => [
            ...(index === 0 ? [] : [{ kind: "break" } as const]),
            ...(line === "" ? [] : [words(line)]),
          ]),
      ),
    );
}

/** Ends the sentence of a claim that ends with no mark of its own. */
function endOf({ statement }: Claim): string {
  return /[.!?…。！？]["”’)]?$/u.test(statement.trim()) ? "" : ".";
}

function words(text: string) {
  return { kind: "text", text } as const;
}

function paragraph(...runs: BriefingRun[]): BriefingBlock {
  return { kind: "paragraph", runs };
}

function item(...runs: BriefingRun[]): BriefingBlock {
  return { kind: "item", ordered: false, depth: 0, runs };
}

function quotation({ highlightId, articleId, start, end, exact }: Evidence): BriefingBlock {
  return {
    kind: "quotation",
    runs: [{ kind: "quote", highlightId, articleId, start, end, words: exact }],
  };
}

function claimRun(claim: Claim, part: ClaimPart = "statement"): BriefingRun {
  return { kind: "claim", claimId: claim.id, part, words: wordsOfClaim(claim, part) };
}

function articleRun({ id, title }: Article): BriefingRun {
  return { kind: "article", articleId: id, words: title };
}

function articleRunOf(id: ArticleId, { articles }: DraftFacts): BriefingRun[] {
  const article = articles.find((one) => one.id === id);
  return article === undefined ? [] : [articleRun(article)];
}
