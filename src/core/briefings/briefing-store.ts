import { BriefingText } from "#contract/briefing";
import type { Briefing } from "#contract/briefing";
import { Failure } from "#contract/failure";
import type { BriefingId } from "#contract/ids";
import type { OutputOf, ParsedInputOf } from "#contract/requests";

import type { ReadContext } from "../core-context.ts";
import type { ReadableDb } from "../store/db.ts";
import { revisionOf } from "./revision-of.ts";

type BriefingRow = Omit<Briefing, "revision"> & { readonly document: string };

const columns = "id, title, document, position, created_at AS createdAt";

export function listBriefings({ db }: ReadContext): Briefing[] {
  return db
    .all<BriefingRow>(
      `SELECT ${columns} FROM briefing WHERE trashed_at IS NULL ORDER BY position, id`,
    )
    .map(briefingOf);
}

export function readBriefing(
  { db }: ReadContext,
  { briefingId }: ParsedInputOf<"briefing.read">,
): OutputOf<"briefing.read"> {
  const row = requireRow(db, briefingId);
  return { briefing: briefingOf(row), text: textOf(row) };
}

/** @throws Failure not-found when it does not exist or lies in the trash. */
export function requireBriefing(db: ReadableDb, id: BriefingId): Briefing {
  return briefingOf(requireRow(db, id));
}

function requireRow(db: ReadableDb, id: BriefingId): BriefingRow {
  const row = db.get<BriefingRow>(
    `SELECT ${columns} FROM briefing WHERE id = :id AND trashed_at IS NULL`,
    { id },
  );
  if (row === undefined) {
    throw new Failure("not-found", "This briefing is no longer there. It may have been removed.", {
      path: ["briefingId"],
    });
  }
  return row;
}

function briefingOf({ document, ...briefing }: BriefingRow): Briefing {
  return { ...briefing, revision: revisionOf(document) };
}

/** The table admits any JSON, and a project can come from elsewhere. */
function textOf({ title, document }: BriefingRow): BriefingText {
  const parsed = BriefingText.safeParse(JSON.parse(document));
  if (!parsed.success) {
    throw new Failure(
      "unsupported-format",
      `The briefing “${title}” was written by another program or version and cannot be read here.`,
      { cause: parsed.error },
    );
  }
  return parsed.data;
}
