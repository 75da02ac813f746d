import type { Article, ArticlePatch } from "#contract/article";
import { Failure } from "#contract/failure";
import type { ParsedInputOf } from "#contract/requests";

import type { WriteContext } from "../core-context.ts";
import type { Row } from "../history/journal.ts";
import { dropUnusedSource, findOrCreateSource, respellSource } from "../sources/source-store.ts";
import { readArticle, requireArticle } from "./article-store.ts";
import { shortened } from "./propose-title.ts";

/**
 * Changes what is said about an article; only what the patch names. A title that is given is the
 * analyst's own, even when it equals the proposed one.
 * @throws Failure not-found; invalid-request for a day that no calendar has or a malformed language tag
 */
export function describeArticle(
  context: WriteContext,
  { articleId, patch }: ParsedInputOf<"article.describe">,
): Article {
  const { db, journal } = context;
  const before = requireArticle(db, articleId);
  const outlet = patch.outlet === undefined ? {} : outletColumn(context, before.source_id, patch);
  journal.update("article", { id: articleId }, { ...columnsOfPatch(patch), ...outlet });
  if (outlet.source_id !== undefined && outlet.source_id !== before.source_id) {
    dropUnusedSource(context, before.source_id);
  }
  journal.label("edit article details");
  return readArticle(db, articleId);
}

function columnsOfPatch(patch: ArticlePatch): Row {
  const row: Record<string, string | number | null> = {};
  if (patch.title !== undefined) {
    row["title"] = patch.title.trim();
    row["title_is_proposed"] = 0;
  }
  if (patch.author !== undefined) {
    row["author"] = nullWhenBlank(patch.author);
  }
  if (patch.publishedOn !== undefined) {
    row["published_on"] = realDay(patch.publishedOn, "publishedOn");
  }
  if (patch.url !== undefined) {
    row["url"] = nullWhenBlank(patch.url);
  }
  if (patch.accessedOn !== undefined) {
    row["accessed_on"] = realDay(patch.accessedOn, "accessedOn");
  }
  if (patch.language !== undefined) {
    row["language"] = languageTag(nullWhenBlank(patch.language));
  }
  if (patch.note !== undefined) {
    row["note"] = patch.note;
  }
  return row;
}

/** An outlet the article has already, spelled anew, is a correction of that source's name. */
function outletColumn(
  context: WriteContext,
  sourceId: string | null,
  { outlet }: ArticlePatch,
): { source_id?: string | null } {
  if (outlet === null || outlet === undefined) {
    return { source_id: null };
  }
  const found = findOrCreateSource(context, outlet);
  if (found === sourceId) {
    respellSource(context, found, outlet);
  }
  return { source_id: found };
}

function nullWhenBlank(value: string | null): string | null {
  const trimmed = value?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
}

/** The contract checks the shape; February 30 has it too. */
function realDay(date: string | null, field: "publishedOn" | "accessedOn"): string | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(date ?? "") ?? [];
  if (day === undefined) {
    return date;
  }
  const daysInMonth = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(day) > daysInMonth) {
    throw new Failure("invalid-request", `There is no day ${date ?? ""}; correct the date.`, {
      path: ["patch", field],
    });
  }
  return date;
}

/** In its canonical form: "EN-us" becomes "en-US". */
function languageTag(tag: string | null): string | null {
  if (tag === null) {
    return null;
  }
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch (cause) {
    throw new Failure(
      "invalid-request",
      `“${shortened(tag)}” is not a language tag; write one such as en, ar or pt-BR.`,
      { path: ["patch", "language"], cause },
    );
  }
}
