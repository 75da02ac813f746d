import { afterEach, beforeEach, expect, it } from "vitest";

import type { BriefingBlock, BriefingRun, Finding, FindingRule } from "#contract/briefing";
import type { ClaimId, HighlightId } from "#contract/ids";

import { analysed, quoteOf } from "../exports/testing/analysed-project.ts";

let project: ReturnType<typeof analysed>;

beforeEach(() => {
  project = analysed();
});

afterEach(() => project.core.close());

function check(...paragraphs: readonly (readonly (string | BriefingRun)[])[]) {
  return checkBlocks(paragraphs.map((runs) => ({ kind: "paragraph", runs: runs.map(runOf) })));
}

function checkBlocks(blocks: BriefingBlock[]) {
  const { core } = project;
  const { id } = core.ask("briefing.create", {
    title: "x",
    text: { version: 1, blocks, ticked: [] },
  });
  return core.ask("briefing.check", { briefingId: id });
}

function runOf(run: string | BriefingRun): BriefingRun {
  return typeof run === "string" ? { kind: "text", text: run } : run;
}

function statement(claimId: ClaimId): BriefingRun {
  return { kind: "claim", claimId, part: "statement", words: "as it was" };
}

function quote(exact = "26 countries"): Extract<BriefingRun, { kind: "quote" }> {
  const { core, first } = project;
  const span = quoteOf(core, first, exact);
  const { id } = core.ask("highlight.create", span);
  return { kind: "quote", highlightId: id, ...span, words: exact };
}

function ofRule(rule: FindingRule, { findings }: { findings: readonly Finding[] }) {
  return findings.filter((finding) => finding.rule === rule);
}

it("finds nothing wrong with plain prose and a quote that stands", () => {
  expect(check(["Paris led the talks: ", quote(), "."])).toMatchObject({
    findings: [],
    quoteCount: 1,
    verifiedCount: 1,
    mayLeave: true,
  });
});

it("keeps a briefing in while the highlight of a quote is gone, and offers to highlight it again", () => {
  const run = quote();
  project.core.ask("highlight.trash", { highlightIds: [run.highlightId] });
  const result = check(["He said: ", run]);
  expect(result).toMatchObject({ quoteCount: 1, verifiedCount: 0, mayLeave: false });
  expect(result.findings[0]).toMatchObject({
    rule: "unverified quote",
    place: { block: 0, run: 1 },
    fix: { kind: "highlight again", start: run.start, end: run.end },
  });
});

it("offers no highlight for words that the article does not say", () => {
  const { core } = project;
  const run = quote();
  core.ask("highlight.trash", { highlightIds: [run.highlightId] });
  expect(check([{ ...run, words: "27 countries" }]).findings[0]).toMatchObject({
    rule: "unverified quote",
    fix: null,
  });
});

it("keeps a briefing in when the quote was never one of this project", () => {
  const highlightId = "00000000-0000-7000-8000-ffffffffffff" as HighlightId;
  expect(check([{ ...quote(), highlightId }]).mayLeave).toBe(false);
});

it("finds the passage of a quotation that was typed", () => {
  const { first, core } = project;
  const { text } = core.ask("article.read", { articleId: first });
  const words = text.slice(0, 40).trim();
  const [finding] = ofRule(
    "uncited quotation",
    check(["He wrote “", words, "”"], [`He wrote “${words}”.`]),
  );
  expect(finding).toMatchObject({
    place: { block: 1, run: 0, start: 9 },
    fix: { kind: "cite passage", articleId: first, start: 0, end: words.length },
  });
});

it("says that no article has the words of a block quotation, and leaves it to the analyst", () => {
  const result = checkBlocks([
    { kind: "quotation", runs: [{ kind: "text", text: "Words that stand nowhere at all" }] },
  ]);
  expect(ofRule("uncited quotation", result)).toMatchObject([{ fix: null }]);
  expect(result.mayLeave).toBe(true);
});

it("marks citations of a claim that was removed", () => {
  const { core, pledged } = project;
  core.ask("claim.trash", { claimIds: [pledged] });
  const result = check([statement(pledged)]);
  expect(ofRule("unsupported citation", result)).toHaveLength(1);
  expect(result.mayLeave).toBe(true);
});

it("asks for evidence of a cited judgement, and of a typed one", () => {
  const { core, apart, pledged } = project;
  core.ask("claim.change", { claimId: apart, kind: "assessment" });
  const result = check(
    [statement(apart)],
    ["An attack is likely."],
    [statement(pledged), " An attack is likely."],
  );
  expect(ofRule("judgement without evidence", result).map(({ place }) => place?.block)).toEqual([
    0, 1,
  ]);
});

it("names the words of the row that is used less, with those of the other row", () => {
  const [finding, ...rest] = ofRule(
    "mixed likelihood words",
    check(["An attack is very likely. A truce is unlikely. Probably not soon."]),
  );
  expect(rest).toEqual([]);
  expect(finding).toMatchObject({
    place: { block: 0, run: 0, start: 47, end: 55 },
    fix: { kind: "replace text", with: "Likely" },
  });
});

it("finds mixed rows in what claims show, and offers the claim's counterpart", () => {
  const { core, pledged } = project;
  core.ask("claim.change", { claimId: pledged, likelihood: "probable" });
  const shown: BriefingRun = { kind: "claim", claimId: pledged, part: "likelihood", words: "" };
  expect(ofRule("mixed likelihood words", check(["It is likely. ", shown]))).toMatchObject([
    { fix: { kind: "set likelihood", claimId: pledged, likelihood: "likely" } },
  ]);
});

it.each([
  ["We judge with high confidence that an attack is likely.", 1],
  ["An attack is likely. We have high confidence in this.", 0],
  ["A remote village, we are confident, is safe.", 0],
  ["There is a remote chance, we say with low confidence.", 1],
])("likelihood and confidence in one sentence: %s", (words, count) => {
  expect(ofRule("likelihood with confidence", check([words]))).toHaveLength(count);
});

it.each([
  ["An attack might come.", 1],
  ["An attack might come, and is unlikely.", 0],
  ["On 5 May 2025 he spoke.", 0],
  ["He said “it may be so”.", 0],
  ["We cannot rule out an attack.", 1],
  ["Mightily done.", 0],
])("hedges that say nothing of likelihood: %s", (words, count) => {
  expect(ofRule("unlisted hedge", check([words]))).toHaveLength(count);
});

it("wants a disputed claim told as one", () => {
  const { pledged, core, second } = project;
  const disputing = core
    .ask("evidence.list", { claimId: pledged, articleId: second })
    .map(({ highlightId, articleId, start, end, exact }): BriefingRun => ({
      kind: "quote",
      highlightId,
      articleId,
      start,
      end,
      words: exact,
    }));
  const heading: BriefingBlock = { kind: "heading", level: 2, runs: [{ kind: "text", text: "x" }] };
  const paragraph = (...runs: BriefingRun[]): BriefingBlock => ({ kind: "paragraph", runs });
  const result = checkBlocks([
    paragraph(statement(pledged)),
    heading,
    paragraph(statement(pledged), { kind: "text", text: " Others deny it." }),
    heading,
    paragraph(statement(pledged)),
    paragraph(...disputing),
  ]);
  expect(ofRule("disputed as fact", result).map(({ place }) => place?.block)).toEqual([0]);
});

it("does not let one line of evidence be told as several", () => {
  const { core, apart, first } = project;
  core.ask("evidence.link", {
    claimId: apart,
    passage: quoteOf(core, first, "26"),
    stance: "supports",
  });
  const result = check(
    ["Several sources confirm: ", statement(apart), "."],
    ["One paper reports: ", statement(apart), ". Several things are unclear."],
  );
  expect(ofRule("single origin as corroborated", result).map(({ place }) => place?.block)).toEqual([
    0,
  ]);
});

it("names the articles that a cited claim rests on and that are not cited", () => {
  const { pledged, second, first } = project;
  const article: BriefingRun = { kind: "article", articleId: first, words: "" };
  const result = check([statement(pledged), " is disputed by some. See ", article]);
  expect(ofRule("uncited source", result).map(({ fix }) => fix)).toEqual([
    { kind: "cite article", articleId: second },
  ]);
});

it("finds the words of a quote in another article when its own is gone", () => {
  const { core, first } = project;
  const run = quote("26");
  core.ask("article.trash", { articleIds: [first] });
  const fix = check([run]).findings[0]?.fix;
  if (fix?.kind !== "highlight again") {
    throw new Error("another article says it");
  }
  const { text } = core.ask("article.read", { articleId: fix.articleId });
  expect(fix.articleId).not.toBe(first);
  expect(text.slice(fix.start, fix.end)).toBe("26");
});

it("offers to tell the status of a disputed claim, which settles the finding", () => {
  const { pledged } = project;
  const [finding] = ofRule("disputed as fact", check([statement(pledged), "."]));
  expect(finding?.fix).toEqual({ kind: "tell status", claimId: pledged });
  const told = check([
    statement(pledged),
    " (",
    { kind: "claim", claimId: pledged, part: "status", words: "disputed" },
    ").",
  ]);
  expect(ofRule("disputed as fact", told)).toEqual([]);
});

it.each([
  [
    "We judge with high confidence that a truce is unlikely.",
    "We judge that a truce is unlikely. Confidence in this judgement is high.",
  ],
  [
    "A truce is unlikely, with low confidence.",
    "A truce is unlikely. Confidence in this judgement is low.",
  ],
])("tells likelihood and confidence in two sentences: %s", (before, after) => {
  const [finding] = ofRule("likelihood with confidence", check([before]));
  expect(finding?.fix).toEqual({ kind: "replace text", with: after });
  expect(ofRule("likelihood with confidence", check([after]))).toEqual([]);
});

it("offers to keep the words of a claim that was removed", () => {
  const { core, pledged } = project;
  core.ask("claim.trash", { claimIds: [pledged] });
  const [finding] = ofRule("unsupported citation", check([statement(pledged)]));
  expect(finding?.fix).toEqual({ kind: "keep words" });
});

it("takes passages that dispute a claim for evidence of its being held unlikely", () => {
  const { core, apart, first } = project;
  core.ask("claim.change", { claimId: apart, likelihood: "unlikely" });
  expect(ofRule("judgement without evidence", check([statement(apart)]))).toHaveLength(1);
  const passage = quoteOf(core, first, "26 countries");
  core.ask("evidence.link", { claimId: apart, passage, stance: "disputes" });
  expect(ofRule("judgement without evidence", check([statement(apart)]))).toEqual([]);
  core.ask("claim.change", { claimId: apart, likelihood: "likely" });
  expect(ofRule("judgement without evidence", check([statement(apart)]))).toHaveLength(1);
});
