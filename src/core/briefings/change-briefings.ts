import type { Briefing, BriefingText } from "#contract/briefing";
import { Failure } from "#contract/failure";
import type { BriefingId } from "#contract/ids";
import type { ParsedInputOf } from "#contract/requests";

import type { WriteContext } from "../core-context.ts";
import { listBriefings, readBriefing, requireBriefing } from "./briefing-store.ts";
import { draftBriefing } from "./draft-briefing.ts";

const emptyText: BriefingText = {
  version: 1,
  blocks: [{ kind: "paragraph", runs: [] }],
  ticked: [],
};

export function createBriefing(
  context: WriteContext,
  { title, templateId, boardId, text }: ParsedInputOf<"briefing.create">,
): Briefing {
  const { db, journal } = context;
  if (text !== undefined && templateId !== undefined) {
    throw new Failure("invalid-request", "A briefing begins with a template or a text, not both.", {
      path: ["templateId"],
    });
  }
  const content =
    templateId === undefined
      ? (text ?? emptyText)
      : draftBriefing(context, { title: title.trim(), templateId, boardId });
  const id = context.newId() as BriefingId;
  const last = db.get<{ position: number | null }>(
    "SELECT max(position) AS position FROM briefing",
  );
  journal.insert("briefing", {
    id,
    title: title.trim(),
    document: JSON.stringify(content),
    position: (last?.position ?? -1) + 1,
    created_at: context.now(),
    trashed_at: null,
  });
  journal.label(
    templateId === undefined
      ? `new briefing “${title.trim()}”`
      : `draft briefing “${title.trim()}”`,
  );
  return requireBriefing(db, id);
}

export function renameBriefing(
  { db, journal }: WriteContext,
  { briefingId, title }: ParsedInputOf<"briefing.rename">,
): Briefing {
  requireBriefing(db, briefingId);
  journal.update("briefing", { id: briefingId }, { title: title.trim() });
  journal.label("rename briefing");
  return requireBriefing(db, briefingId);
}

/** Ends the title of a copy; the title before it is cut to what a title may hold. */
const copySuffix = " (copy)";
const maxTitleLength = 1_000;

export function duplicateBriefing(
  context: WriteContext,
  { briefingId }: ParsedInputOf<"briefing.duplicate">,
): Briefing {
  const { briefing, text } = readBriefing(context, { briefingId });
  const start = briefing.title.slice(0, maxTitleLength - copySuffix.length).toWellFormed();
  const copy = createBriefing(context, { title: `${start.trimEnd()}${copySuffix}`, text });
  const order = listBriefings(context).map(({ id }) => id);
  putBefore(context, order, copy.id, order[order.indexOf(briefingId) + 1] ?? null);
  context.journal.label(`duplicate briefing “${briefing.title}”`);
  return requireBriefing(context.db, copy.id);
}

export function moveBriefing(
  context: WriteContext,
  { briefingId, beforeBriefingId }: ParsedInputOf<"briefing.move">,
): Record<string, never> {
  requireBriefing(context.db, briefingId);
  if (beforeBriefingId !== null) {
    requireBriefing(context.db, beforeBriefingId);
  }
  const order = listBriefings(context).map(({ id }) => id);
  putBefore(context, order, briefingId, beforeBriefingId);
  context.journal.label("move briefing");
  return {};
}

function putBefore(
  { journal }: WriteContext,
  order: readonly BriefingId[],
  id: BriefingId,
  beforeId: BriefingId | null,
): void {
  if (id === beforeId) {
    return;
  }
  const others = order.filter((one) => one !== id);
  const target = beforeId === null ? others.length : others.indexOf(beforeId);
  for (const [position, one] of others.toSpliced(target, 0, id).entries()) {
    journal.update("briefing", { id: one }, { position });
  }
}

export function trashBriefing(
  context: WriteContext,
  { briefingId }: ParsedInputOf<"briefing.trash">,
): Record<string, never> {
  const { title } = requireBriefing(context.db, briefingId);
  context.journal.update("briefing", { id: briefingId }, { trashed_at: context.now() });
  context.journal.label(`remove briefing “${title}”`);
  return {};
}

/**
 * Replaces the whole text, unless someone else did since it was read: both versions are whole, and the
 * caller still has the one that was not saved.
 */
export function saveBriefing(
  { db, journal }: WriteContext,
  { briefingId, text, baseRevision }: ParsedInputOf<"briefing.save">,
): Briefing {
  const { revision, title } = requireBriefing(db, briefingId);
  if (revision !== baseRevision) {
    throw new Failure(
      "conflict",
      `“${title}” was changed in another window. Nothing was overwritten; choose which version to keep.`,
      { path: ["baseRevision"] },
    );
  }
  journal.update("briefing", { id: briefingId }, { document: JSON.stringify(text) });
  journal.label(`write “${title}”`);
  return requireBriefing(db, briefingId);
}
