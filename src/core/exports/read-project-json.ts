import { Failure } from "#contract/failure";
import { ProjectJson, ProjectJsonHead, projectJsonVersion } from "#contract/project-json";

import { sha256 } from "../articles/content-store.ts";
import { named } from "../projects/check-articles.ts";

/**
 * Reads and checks a project in JSON: its form, that articles have their hashes, that every quote is in its
 * article, and that nothing lies within itself. That everything that is referred to is there is left to the
 * database.
 * @throws Failure unsupported-format when it is something else, project-too-new when it is of a later
 * version, project-damaged when it does not hold together
 */
export function parseProjectJson(bytes: Uint8Array): ProjectJson {
  const value = jsonOf(bytes);
  const head = ProjectJsonHead.safeParse(value);
  if (!head.success) {
    throw new Failure("unsupported-format", "This file is not a Corroboard project in JSON.");
  }
  if (head.data.version > projectJsonVersion) {
    throw new Failure(
      "project-too-new",
      "This file was made by a newer Corroboard. Update Corroboard to import it.",
    );
  }
  const project = parsed(value);
  refuseAlteredArticles(project);
  refuseStrayQuotes(project);
  refuseLoops(project);
  return project;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw new Failure("unsupported-format", "This file is not JSON in UTF-8.", { cause: error });
  }
}

function parsed(value: unknown): ProjectJson {
  let result;
  try {
    result = ProjectJson.safeParse(value);
  } catch (error) {
    // The schema walks into a briefing's document by recursion.
    if (error instanceof RangeError) {
      throw damaged("something in it is nested too deeply", error);
    }
    throw error;
  }
  if (!result.success) {
    const issue = result.error.issues[0];
    const where = issue?.path.map(String).join(".") ?? "";
    throw damaged(`“${where}” was not understood: ${issue?.message ?? "invalid"}`);
  }
  return result.data;
}

function refuseAlteredArticles({ articles }: ProjectJson): void {
  for (const { title, bytesBase64, bytesSha256, text, textSha256 } of articles) {
    const bytes = Buffer.from(bytesBase64, "base64");
    if (sha256(bytes) !== bytesSha256 || sha256(text) !== textSha256) {
      throw damaged(`article “${named(title)}” is not the one that was exported`);
    }
  }
}

function refuseStrayQuotes({ articles, highlights }: ProjectJson): void {
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  for (const { articleId, start, end, exact, prefix, suffix } of highlights) {
    const text = texts.get(articleId) ?? "";
    if (
      start >= end ||
      text.slice(start, end) !== exact ||
      text.slice(Math.max(0, start - prefix.length), start) !== prefix ||
      text.slice(end, end + suffix.length) !== suffix
    ) {
      throw damaged(`the quote “${named(exact)}” is not in its article at its place`);
    }
  }
}

function refuseLoops({ tags, boards, competingHypotheses }: ProjectJson): void {
  const hypotheses = new Set(competingHypotheses.hypotheses);
  const isLooped =
    hasLoop(tags.map(({ id, parentId }) => [id, parentId])) ||
    boards.some(({ cards }) => hasLoop(cards.map(({ id, groupId }) => [id, groupId])));
  if (isLooped) {
    throw damaged("a tag or a group lies within itself");
  }
  for (const { cards } of boards) {
    const groups = new Set(
      cards.filter(({ subject }) => subject.kind === "group").map(({ id }) => id),
    );
    if (cards.some(({ groupId }) => groupId !== null && !groups.has(groupId))) {
      throw damaged("a card lies in a group that is not on its board");
    }
  }
  if (competingHypotheses.rows.some(({ claimId }) => hypotheses.has(claimId))) {
    throw damaged("a claim is a hypothesis and evidence at once");
  }
}

/** Whether some chain of parents comes back to where it was. */
function hasLoop(parents: readonly (readonly [string, string | null])[]): boolean {
  const parentOf = new Map(parents);
  const free = new Set<string>();
  for (const [start] of parents) {
    const chain = new Set<string>();
    for (
      let id: string | null = start;
      id !== null && !free.has(id);
      id = parentOf.get(id) ?? null
    ) {
      if (chain.has(id)) {
        return true;
      }
      chain.add(id);
    }
    for (const id of chain) {
      free.add(id);
    }
  }
  return false;
}

export function damaged(what: string, cause?: unknown): Failure {
  return new Failure(
    "project-damaged",
    `This file does not hold together: ${what}. Nothing was imported.`,
    cause === undefined ? {} : { cause },
  );
}
